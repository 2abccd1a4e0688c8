import { Grid, Skeleton, Stack } from '@mantine/core';
import { keepPreviousData } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { useProgram } from '../api/session.js';
import { Empty } from '../kit/empty.js';
import { FaultPanel } from '../kit/fault-panel.js';
import { QueryView } from '../kit/query-view.js';
import { useScrollToPart } from '../kit/use-scroll-to-part.js';
import { useModelsById, useTitles } from '../models/catalogue.js';
import { isNow, useMoment } from '../time/moment.js';
import { ModelSection } from './ladder/model-section.js';
import { ModelStrip } from './ladder/model-strip.js';
import { useFacts } from './ladder/use-facts.js';
import { NextSteps } from './next-steps/next-steps.js';
import { useUnit } from './unit-context.js';

/** Where a unit stands in each model it follows, with what says so and what comes next. */
export function LadderPage(): ReactElement {
  const { unit } = useUnit();
  const query = api.useQuery(
    'get',
    '/api/v1/units/{unit}/standings',
    { params: { path: { unit }, query: useMoment() } },
    { placeholderData: keepPreviousData },
  );
  return (
    <QueryView query={query} height={640}>
      {(standings) => <Standings standings={standings} />}
    </QueryView>
  );
}

function Standings({ standings }: { readonly standings: Schemas['Standings'] }) {
  const { name, retired } = useUnit();
  const { headline } = useProgram();
  const now = isNow(useMoment());
  const titles = useTitles();
  const models = useModelsById();
  const { facts, error, again } = useFacts();
  const items = standings.items.toSorted(
    (a, b) => Number(b.model === headline) - Number(a.model === headline),
  );
  useScrollToPart();
  if (items.length === 0) {
    return (
      <Empty title={`${name} has no standing ${now ? 'now' : 'at that time'}`}>
        {retired
          ? 'It is retired. Its history stays, and so do its standings of before: look from an earlier day.'
          : 'It follows no model, or it did not exist yet. Look from another day, or choose its models with “Edit unit”.'}
      </Empty>
    );
  }
  return (
    <Stack gap="lg">
      <ModelStrip standings={items} models={models} headline={headline} />
      {error !== undefined && error !== null && <FaultPanel thrown={error} onRetry={again} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: now ? 8 : 12 }} order={{ base: 2, lg: 1 }}>
          <Stack gap="xl">
            {items.map((standing) =>
              facts ? (
                <ModelSection
                  key={standing.model}
                  standing={standing}
                  facts={facts}
                  titles={titles}
                  asOf={standings.asOf}
                />
              ) : (
                <Skeleton key={standing.model} h={420} radius="md" aria-busy />
              ),
            )}
          </Stack>
        </Grid.Col>
        {now && (
          <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }}>
            <NextSteps />
          </Grid.Col>
        )}
      </Grid>
    </Stack>
  );
}
