/** A transaction under the role `waymark_app`, held to one program by row-level security. */
export interface Tx {
  /** Runs one statement and returns its rows. `timestamptz` come as `Date` (±Infinity for ±infinity), `bigint` as number. */
  query<Row = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>;
}
