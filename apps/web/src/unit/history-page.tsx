import { Stack, Text, Timeline, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { Empty } from '../kit/empty.js';
import { More } from '../kit/more.js';
import { QueryView } from '../kit/query-view.js';
import { useModelsById, useTitles } from '../models/catalogue.js';
import { useMoment } from '../time/moment.js';
import { countText } from '../time/words.js';
import { entryMark } from './history/entry-marks.js';
import { EventEntry } from './history/event-entry.js';
import { Filters } from './history/filters.js';
import { TransitionEntry } from './history/transition-entry.js';
import { dayAfter, type Entry, keyOf, yearsOf } from './history/years.js';
import { useFacts } from './ladder/use-facts.js';
import { useUnit } from './unit-context.js';

const PAGE_SIZE = 50;

/** Everything that was recorded about a unit and what came of it, on one timeline. */
export function HistoryPage(): ReactElement {
  const { unit } = useUnit();
  const moment = useMoment();
  const { to, ...narrowed } = useSearch({ from: '/units/$unit/history' });
  const { type, milestone, model, from } = narrowed;
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/units/{unit}/history',
    {
      params: {
        path: { unit },
        query: {
          ...moment,
          ...(type ? { type } : {}),
          ...(milestone ? { milestone } : {}),
          ...(model ? { model } : {}),
          ...(from ? { from } : {}),
          ...(to ? { to: dayAfter(to) } : {}),
          limit: PAGE_SIZE,
        },
      },
    },
    byCursor,
  );
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="lg">
      <Filters />
      <QueryView query={query} height={560}>
        {() =>
          entries.length === 0 ? (
            <Empty title="Nothing on the timeline">
              {type || milestone || model || from || to
                ? 'Nothing fits what was chosen above. Choose less.'
                : 'What is recorded about this unit appears here. “Log a milestone” begins it.'}
            </Empty>
          ) : (
            <Stack gap="lg">
              <Years entries={entries} />
              <More query={query} />
              {!query.hasNextPage && (
                <Text size="sm" c="dimmed" ta="center" role="status">
                  {countText(entries.length, 'entry', 'entries')}, that is all of it.
                </Text>
              )}
            </Stack>
          )
        }
      </QueryView>
    </Stack>
  );
}

function Years({ entries }: { readonly entries: readonly Entry[] }) {
  const titles = useTitles();
  const models = useModelsById();
  const { facts } = useFacts();
  return yearsOf(entries).map(({ year, entries: ofYear }) => (
    <section key={year} aria-labelledby={`year-${year}`}>
      <Title order={2} size="h4" mb="sm" id={`year-${year}`}>
        {year}
      </Title>
      <Timeline bulletSize={26} lineWidth={2} active={-1} role="list">
        {ofYear.map((entry) => (
          <Timeline.Item key={keyOf(entry)} bullet={entryMark(entry)} role="listitem">
            {entry.kind === 'event' ? (
              <EventEntry event={entry.event} titles={titles} facts={facts} />
            ) : (
              <TransitionEntry entry={entry} models={models} titles={titles} facts={facts} />
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  ));
}
