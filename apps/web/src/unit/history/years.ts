import type { Schemas } from '#lib/client';

export type Entry = Schemas['History']['items'][number];

/** The entries of one year, the newest first. */
export interface Year {
  readonly year: string;
  readonly entries: readonly Entry[];
}

/** Entries by the year in which they were true. @param entries the newest first */
export function yearsOf(entries: readonly Entry[]): readonly Year[] {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const year = entry.at.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years].map(([year, ofYear]) => ({ year, entries: ofYear }));
}

/** A name for an entry that stays the same when the list is asked for again. */
export function keyOf(entry: Entry): string {
  if (entry.kind === 'event') return entry.event.id;
  return `${entry.model} ${entry.at} ${entry.from?.id ?? ''} ${entry.to?.id ?? ''}`;
}

/** The day after a day, `YYYY-MM-DD`: where a list that includes the day ends. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
