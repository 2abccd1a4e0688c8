import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const INT8_ARRAY = 1016;

const textArray = pg.types.getTypeParser(1009 as never, 'text') as (
  text: string,
) => (string | null)[];

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  // positions and counts stay far below 2^53
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [INT8_ARRAY]: (text) => textArray(text).map((one) => (one === null ? null : Number(one))),
};

/**
 * How columns arrive in JavaScript: `bigint` and `numeric` as number, `date` as `YYYY-MM-DD`,
 * `timestamptz` as `Date` (the numbers ±Infinity for ±infinity), the rest as `pg` does it.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format),
};

/** An instant (milliseconds, ±Infinity) as a parameter of type `timestamptz`. */
export function toTimestamp(instant: number): string {
  if (instant === Number.POSITIVE_INFINITY) return 'infinity';
  if (instant === Number.NEGATIVE_INFINITY) return '-infinity';
  return new Date(instant).toISOString();
}

/** An instant in milliseconds (±Infinity for ±infinity) from a `timestamptz` column. */
export function fromTimestamp(column: Date | number): number {
  return Number(column);
}
