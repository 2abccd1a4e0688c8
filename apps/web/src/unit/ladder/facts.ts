import type { Schemas } from '#lib/client';

export type Fact = Schemas['Event'];

/** A unit's logged events, as its history tells them. */
export interface UnitEvents {
  readonly unit: string;
  readonly events: readonly Fact[];
}

/** What was recorded at a unit and above it, ready to be looked up. */
export interface Facts {
  /** An event of these units; undefined for one of another unit. */
  readonly byId: (id: string) => Fact | undefined;
  /** The last fact about a milestone that counts at a unit, none other deciding about it. */
  readonly last: (unit: string, milestone: string) => Fact | undefined;
  /** What took an event back, if that counts. */
  readonly retraction: (id: string) => Fact | undefined;
}

const DECIDING = new Set(['milestone.achieved', 'milestone.lapsed', 'milestone.assessed']);

/**
 * @param histories of the unit and of those above it, in any order
 * @source model-format.md, "Facts": by effective instant, then by position; retractions can be retracted
 */
export function factsOf(histories: readonly UnitEvents[]): Facts {
  const all = histories.flatMap(({ events }) => events);
  const byId = new Map(all.map((event) => [event.id, event]));
  const retractions = all.filter(({ type }) => type === 'event.retracted');
  const retraction = (id: string): Fact | undefined =>
    retractions.find(({ id: own, data }) => data.event === id && !retraction(own));
  const last = new Map<string, Fact>();
  for (const event of all.toSorted(byTime)) {
    if (!DECIDING.has(event.type) || retraction(event.id)) continue;
    last.set(`${event.unit} ${String(event.data.milestone)}`, event);
  }
  return {
    byId: (id) => byId.get(id),
    last: (unit, milestone) => last.get(`${unit} ${milestone}`),
    retraction,
  };
}

const byTime = (a: Fact, b: Fact) =>
  Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt) || a.position - b.position;

/** The evidence of a fact. */
export function evidenceOf({ data }: Fact): readonly Schemas['Evidence'][] {
  return Array.isArray(data.evidence) ? (data.evidence as Schemas['Evidence'][]) : [];
}

/** A text of a fact, if it has one of that name. */
export function textOf({ data }: Fact, name: string): string | undefined {
  const value = data[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
