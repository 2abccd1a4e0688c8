import type { Schemas } from '#lib/client';

/** What somebody chose to see taken back; empty texts do not narrow. */
export interface Chosen {
  readonly version: string;
  /** Days, the last one included: `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/**
 * What to ask the server for. It never reaches beyond `now`, so that what is taken back later is
 * what was shown.
 */
export function wishOf({ version, from, to }: Chosen, now: Date): Schemas['UndoSource'] {
  const end = to ? new Date(Date.parse(to) + DAY_MS) : now;
  return {
    ...(version ? { mappingVersion: Number(version) } : {}),
    ...(from ? { from } : {}),
    to: (end < now ? end : now).toISOString(),
  };
}
