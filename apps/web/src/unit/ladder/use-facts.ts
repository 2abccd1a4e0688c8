import { keepPreviousData, type UseQueryResult, useQueries } from '@tanstack/react-query';
import { client } from '../../api/client.js';
import { type Moment, useMoment } from '../../time/moment.js';
import { useUnit } from '../unit-context.js';
import { type Fact, type Facts, factsOf, type UnitEvents } from './facts.js';

const LIMIT = 500;
/** What facts about milestones are made of; see factsOf. */
const TYPES =
  'milestone.achieved,milestone.lapsed,milestone.assessed,milestone.waived,event.retracted';
const HISTORY = '/api/v1/units/{unit}/history';

interface FactsAnswer {
  /** Undefined until all of it is known. */
  readonly facts: Facts | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

/** What was recorded at the unit of the page and above it: one question for each of these units. */
export function useFacts(): FactsAnswer {
  const { unit, path } = useUnit();
  const moment = useMoment();
  const units = [unit, ...path.map((above) => above.unit)];
  return useQueries({
    queries: units.map((one) => ({
      // named as the other queries are, so that the live stream renews it
      queryKey: ['get', HISTORY, { params: { path: { unit: one }, query: moment } }, 'whole'],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => eventsOf(one, moment, signal),
      placeholderData: keepPreviousData,
    })),
    combine: together,
  });
}

function together(answers: readonly UseQueryResult<UnitEvents>[]): FactsAnswer {
  const histories = answers.flatMap(({ data }) => data ?? []);
  return {
    facts: histories.length === answers.length ? factsOf(histories) : undefined,
    error: answers.find(({ error }) => error)?.error,
    again: () => {
      for (const { isError, refetch } of answers) if (isError) void refetch();
    },
  };
}

async function eventsOf(unit: string, moment: Moment, signal: AbortSignal): Promise<UnitEvents> {
  const events: Fact[] = [];
  let cursor: string | undefined;
  do {
    const { data, error } = await client.GET(HISTORY, {
      params: {
        path: { unit },
        query: { ...moment, type: TYPES, limit: LIMIT, ...(cursor ? { cursor } : {}) },
      },
      signal,
    });
    if (!data) throw error;
    for (const entry of data.items) if (entry.kind === 'event') events.push(entry.event);
    cursor = data.next ?? undefined;
  } while (cursor);
  return { unit, events };
}
