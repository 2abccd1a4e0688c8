import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { Empty } from '../../kit/empty.js';
import { QueryView } from '../../kit/query-view.js';
import { useModelsById } from '../../models/catalogue.js';
import { countText } from '../../time/words.js';
import { useUnit } from '../unit-context.js';
import { NextStep } from './next-step.js';

const SHOWN = 3;

/** What the unit had best do next, the first step first; of now. */
export function NextSteps() {
  const { unit } = useUnit();
  const [all, setAll] = useState(false);
  const models = useModelsById();
  const query = api.useQuery('get', '/api/v1/units/{unit}/recommendations', {
    params: { path: { unit }, query: { limit: 100 } },
  });
  return (
    <Paper
      withBorder
      p="md"
      className="unit-aside"
      component="section"
      aria-labelledby="next-steps"
    >
      <Title order={2} size="h4" id="next-steps" mb="xs" tabIndex={-1}>
        Next steps
      </Title>
      <QueryView query={query} height={240}>
        {({ items }) => {
          const wanted = items.filter(({ status }) => status !== 'dismissed');
          const dismissed = items.length - wanted.length;
          const shown = all ? items : wanted.slice(0, SHOWN);
          if (items.length === 0) {
            return (
              <Empty title="No next step">
                Nothing that is missing would take this unit further in the models it follows.
              </Empty>
            );
          }
          return (
            <Stack gap={0}>
              {shown.length === 0 && <Text size="sm">Every step was dismissed.</Text>}
              <ol className="unit-steps">
                {shown.map((step) => (
                  <NextStep key={step.id} step={step} models={models} />
                ))}
              </ol>
              {items.length > Math.min(SHOWN, wanted.length) && (
                <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
                  {all
                    ? 'Show fewer'
                    : `Show all ${items.length}${dismissed > 0 ? ` (${countText(dismissed, 'was', 'were')} dismissed)` : ''}`}
                </Button>
              )}
            </Stack>
          );
        }}
      </QueryView>
    </Paper>
  );
}
