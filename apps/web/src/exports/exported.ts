/** A table that the server gives out as a file. */
export interface Exported {
  /** As the api calls it: `units`. */
  readonly file: string;
  /** What it is, in words: `Units`. */
  readonly label: string;
  /** What narrows it; what is absent does not. */
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** As what tables are given out. */
export const FORMATS = [
  { as: 'csv', label: 'CSV' },
  { as: 'xlsx', label: 'Excel' },
  { as: 'jsonl', label: 'JSON Lines' },
] as const;
type Format = (typeof FORMATS)[number]['as'];

/** Where a table is to be had. */
export function addressOf({ file, query = {} }: Exported, as: Format): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  const narrowed = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return `/api/v1/exports/${file}.${as}${narrowed}`;
}
