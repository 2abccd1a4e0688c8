import { keepPreviousData, type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { Schemas } from '#lib/client';
import { client } from '../api/client.js';
import { useHeadline } from '../api/session.js';
import { type Moment, useMoment } from '../time/moment.js';

export type UnitEntry = Schemas['UnitEntry'];

/** The units right under one, as many as were asked for. */
export interface Level {
  readonly parent: string;
  readonly units: readonly UnitEntry[];
  /** Whether there are more of them. */
  readonly more: boolean;
  /** The stage of each in the headline model, by key; absent where it has none. */
  readonly stages: ReadonlyMap<string, StageOf>;
}

/** A stage, and of how many. */
export interface StageOf {
  readonly stage: Schemas['StageRef'];
  readonly of: number;
}

interface Levels {
  readonly of: (parent: string) => Level | undefined;
  /** What the last level failed with. */
  readonly error: unknown;
}

const UNITS = '/api/v1/units';
/** How many units a level shows at first, and how many more each time. */
export const LEVEL_SIZE = 100;

/**
 * The opened levels of the tree: one list of units each, and one question for all their stages.
 * @param opened units whose children are wanted
 * @param sizes how many children of each, where more than at first were asked for
 */
export function useLevels(opened: readonly string[], sizes: ReadonlyMap<string, number>): Levels {
  const moment = useMoment();
  const headline = useHeadline();
  return useQueries({
    queries: opened.map((parent) => {
      const size = sizes.get(parent) ?? LEVEL_SIZE;
      return {
        // named as the other queries are, so that the live stream renews it
        queryKey: ['get', UNITS, { params: { query: { ...moment, parent } } }, size, headline],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          levelOf({ parent, size, headline, moment }, signal),
        placeholderData: keepPreviousData,
      };
    }),
    combine: together,
  });
}

function together(answers: readonly UseQueryResult<Level>[]): Levels {
  const levels = new Map(answers.flatMap(({ data }) => (data ? [[data.parent, data]] : [])));
  return {
    of: (parent) => levels.get(parent),
    error: answers.find(({ error }) => error)?.error,
  };
}

interface Wanted {
  readonly parent: string;
  readonly size: number;
  readonly headline: string | undefined;
  readonly moment: Moment;
}

async function levelOf(wanted: Wanted, signal: AbortSignal): Promise<Level> {
  const [listed, stages] = await Promise.all([unitsOf(wanted, signal), stagesOf(wanted, signal)]);
  return { parent: wanted.parent, ...listed, stages };
}

const PAGE = 500;

async function unitsOf({ parent, size, moment }: Wanted, signal: AbortSignal) {
  const units: UnitEntry[] = [];
  let cursor: string | undefined;
  do {
    const { data, error } = await client.GET(UNITS, {
      params: {
        query: {
          ...moment,
          parent,
          limit: Math.min(PAGE, size - units.length),
          ...(cursor ? { cursor } : {}),
        },
      },
      signal,
    });
    if (!data) throw error as unknown;
    units.push(...data.items);
    cursor = data.next ?? undefined;
  } while (cursor && units.length < size);
  return { units, more: cursor !== undefined };
}

async function stagesOf({ parent, headline, moment }: Wanted, signal: AbortSignal) {
  if (!headline) return new Map<string, StageOf>();
  const { data } = await client.GET('/api/v1/rollups/{unit}/heatmap', {
    params: { path: { unit: parent }, query: { ...moment, model: headline } },
    signal,
  });
  // units are worth showing without their stages
  const column = data?.columns.findIndex(({ model }) => model === headline) ?? -1;
  const of = data?.columns[column]?.of ?? 0;
  return new Map(
    data?.rows.flatMap(({ unit, cells }) => {
      const stage = cells[column]?.own;
      return stage ? [[unit, { stage, of }] as const] : [];
    }),
  );
}
