import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { api } from '../api/client.js';
import { QueryView } from '../kit/query-view.js';
import { KeyMoveMark } from '../models/model-marks.js';
import { countText, daysText } from '../time/words.js';
import type { useSupposed } from './use-supposed.js';
import classes from './what-if.module.css';

const SHOWN = 5;

interface SuggestionsProps {
  readonly unit: string;
  readonly supposed: ReturnType<typeof useSupposed>;
}

/** What is recommended for the unit, to be tried out. */
export function Suggestions({ unit, supposed }: SuggestionsProps) {
  const query = api.useQuery('get', '/api/v1/units/{unit}/recommendations', {
    params: { path: { unit }, query: { limit: 12 } },
  });
  const taken = new Set([...supposed.achieve, ...supposed.lapse].map(({ milestone }) => milestone));
  return (
    <Stack gap="xs" component="section" aria-label="Worth trying">
      <Title order={3} size="h5">
        Worth trying
      </Title>
      <QueryView query={query} height={200}>
        {({ items }) => {
          const open = items
            .filter(({ status, milestone }) => status !== 'dismissed' && !taken.has(milestone))
            .slice(0, SHOWN);
          if (open.length === 0) {
            return (
              <Text size="sm" c="dimmed">
                There is no other recommendation for this unit. Choose a milestone above.
              </Text>
            );
          }
          return (
            <ul className={classes.suggestions}>
              {open.map(({ id, milestone, title, keyMove, why, precedents }) => (
                <li key={id}>
                  <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
                    <Stack gap={2}>
                      <Group gap={6}>
                        <Text size="sm" fw={600}>
                          {title}
                        </Text>
                        {keyMove && <KeyMoveMark />}
                      </Group>
                      <Text size="xs" c="dimmed">
                        {why[0]} {precedentText(precedents)}
                      </Text>
                    </Stack>
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconPlus size={14} />}
                      aria-label={`Try ${keyMove ? 'the key move' : 'it'}: ${title}`}
                      style={{ flexShrink: 0 }}
                      onClick={() => supposed.add('achieve', { milestone })}
                    >
                      {keyMove ? 'Try the key move' : 'Try it'}
                    </Button>
                  </Group>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
    </Stack>
  );
}

function precedentText(precedents: {
  readonly units: number;
  readonly medianDays: number | null;
}): string {
  const { units, medianDays } = precedents;
  if (units === 0 || medianDays === null) return '';
  return `It took ${countText(units, 'unit')} ${daysText(medianDays)} at the median.`;
}
