import type { Instant, UnitKey } from '#lib/domain';
import { BEGINS, YEARS } from '../program/life.js';
import { Shape, type Size } from '../program/shape.js';
import { DISTRIBUTION, HEATMAP, type PlainCount, type PlainSql, TREND } from './plain-sql.js';

const DAY = 86_400_000;
const SPAN = YEARS * 365.25 * DAY;
const MODEL = 'lithium';

/** A read that is measured. */
export interface Read {
  readonly name: string;
  /** What 99 of 100 requests may take with 100,000 units, in milliseconds. */
  readonly bound: number;
  /** One request, other than the last. */
  path(random: () => number): string;
  /** Asked by one who is limited to the root and all below it: every unit is looked for in what is in sight. */
  readonly by?: 'limited';
  /** The same counts as plain SQL. */
  sql?(random: () => number): PlainSql;
}

/** The reads that have bounds. */
export function readsOf(size: Size): readonly Read[] {
  const root = Shape.keyOf(0);
  const region = (random: () => number) => Shape.keyOf(1 + Math.floor(random() * 50));
  const anybody = (random: () => number) => Shape.keyOf(Math.floor(random() * size.units));
  const past = (random: () => number) => Math.round(BEGINS + (0.05 + 0.95 * random()) * SPAN);
  const distribution = (unit: UnitKey, asOf?: Instant, knownAt?: Instant): PlainSql =>
    plain(DISTRIBUTION, unit, { asOf, knownAt });
  const rollup = (unit: UnitKey, asOf?: Instant, knownAt?: Instant) =>
    `/rollups/${unit}?model=${MODEL}${at('asOf', asOf)}${at('knownAt', knownAt)}`;
  const trend = (random: () => number) => {
    const from = past(random) - 5 * 365 * DAY;
    const to = from + 5 * 365 * DAY;
    return `/rollups/${root}/trend?model=${MODEL}&every=P1M${at('from', from)}${at('to', to)}`;
  };
  return [
    {
      name: 'distribution over the root, now',
      bound: 50,
      path: () => rollup(root),
      sql: () => distribution(root),
    },
    {
      name: 'distribution over the root, any asOf',
      bound: 150,
      path: (random) => rollup(root, past(random)),
      sql: (random) => distribution(root, past(random)),
    },
    {
      name: 'distribution over the root, any asOf × knownAt',
      bound: 400,
      path: (random) => rollup(root, past(random), past(random)),
      sql: (random) => distribution(root, past(random), past(random)),
    },
    {
      name: 'distribution over a 50th of the units, any pair',
      bound: 60,
      path: (random) => rollup(region(random), past(random), past(random)),
      sql: (random) => distribution(region(random), past(random), past(random)),
    },
    {
      name: 'heatmap of 50 children × 9 models, any asOf',
      bound: 300,
      path: (random) => `/rollups/${root}/heatmap?${at('asOf', past(random)).slice(1)}`,
      sql: (random) => plain(HEATMAP, root, { asOf: past(random) }),
    },
    {
      name: 'trend over 5 years by month',
      bound: 1_000,
      path: trend,
      sql: (random) => plain(TREND, root, { asOf: past(random) }),
    },
    {
      name: 'history of one unit',
      bound: 20,
      path: (random) => `/units/${anybody(random)}/history`,
    },
    {
      name: 'distribution over the root, any asOf, by one limited to it',
      bound: 150,
      by: 'limited',
      path: (random) => rollup(root, past(random)),
    },
    {
      name: 'trend over 5 years by month, by one limited to it',
      bound: 1_000,
      by: 'limited',
      path: trend,
    },
    { name: 'blockers of the root', bound: 150, path: () => `/rollups/${root}/blockers` },
    { name: 'best moves of the root', bound: 150, path: () => `/rollups/${root}/best-moves` },
  ];
}

function at(name: string, instant: Instant | undefined): string {
  return instant === undefined ? '' : `&${name}=${new Date(instant).toISOString()}`;
}

function plain(
  count: PlainCount,
  unit: UnitKey,
  { asOf = Date.now(), knownAt = Date.now() }: { asOf?: Instant; knownAt?: Instant },
): PlainSql {
  return { count, unit, model: MODEL, asOf, knownAt };
}
