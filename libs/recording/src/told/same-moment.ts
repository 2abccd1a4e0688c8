import { type EventId, parseOccurrence, retractedEvents, type UnitKey } from '#lib/domain';
import { toTimestamp } from '#lib/platform';
import type { Known } from '../known.js';

const COURSE: readonly string[] = ['milestone.achieved', 'milestone.lapsed', 'milestone.assessed'];

const NEAR = `
SELECT id FROM event
 WHERE program_id = $1 AND unit = $2 AND source = $3 AND type = $4 AND data ->> 'milestone' = $5
   AND effective_at BETWEEN $6 AND $7`;

/**
 * A fact that a source told already, of a moment so near that it can only be the same: tools write another
 * fraction of a second into their webhooks than into their histories. Not where something else happened to
 * the milestone in between.
 */
export async function toldOfSameMoment(
  known: Known,
  {
    source,
    unit,
    fact,
  }: {
    readonly source: string;
    readonly unit: UnitKey;
    readonly fact: {
      readonly kind: string;
      readonly data: { readonly milestone: string; readonly occurredAt: string };
    };
  },
  withinMs: number,
): Promise<EventId | undefined> {
  const { milestone, occurredAt } = fact.data;
  const occurrence = parseOccurrence(occurredAt);
  if (fact.kind === 'target' || occurrence?.precision !== 'instant') return undefined;
  const at = occurrence.counts;
  const near = await known.tx.query<{ id: EventId }>(NEAR, [
    ...[known.program, unit, source, `milestone.${fact.kind}`, milestone],
    ...[toTimestamp(at - withinMs), toTimestamp(at + withinMs)],
  ]);
  if (near.length === 0) return undefined;
  const events = await known.eventsOf([unit]);
  const retracted = retractedEvents(events);
  const course = events.filter(
    ({ id, type, data }) =>
      COURSE.includes(type) &&
      (data as { readonly milestone?: string }).milestone === milestone &&
      !retracted.has(id),
  );
  const between = (one: number) =>
    course.some(
      ({ effectiveAt }) => effectiveAt > Math.min(one, at) && effectiveAt < Math.max(one, at),
    );
  return course.find(
    ({ id, effectiveAt }) => near.some((one) => one.id === id) && !between(effectiveAt),
  )?.id;
}
