import { foldTargets, type MilestoneKey, parseOccurrence, type UnitKey } from '#lib/domain';
import type { Known } from '../known.js';
import { type Offer, Refusal } from '../refusal.js';

/**
 * Lets a decision refuse a date in the future with an offer to plan instead: a target for the same
 * milestone by that date.
 */
export async function offeringTarget<T>(
  known: Known,
  unit: UnitKey,
  planned: { readonly milestone: MilestoneKey; readonly occurredAt: string },
  decide: () => Promise<T> | T,
): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'date-in-future') throw error;
    const { dictionary } = await known.catalogue();
    if (!dictionary.has(planned.milestone)) throw error;
    const offer = await offerOf(known, unit, planned);
    const { method, path } = offer;
    const message = `${error.message} To plan it, set a target: ${method} ${path}.`;
    throw new Refusal(error.code, message, error.pointer, offer);
  }
}

async function offerOf(
  known: Known,
  unit: UnitKey,
  { milestone, occurredAt }: { readonly milestone: MilestoneKey; readonly occurredAt: string },
): Promise<Offer> {
  const targets = foldTargets(await known.eventsOf([unit]));
  const same = targets.find(
    ({ goal }) => goal.kind === 'milestone' && goal.milestone === milestone,
  );
  const taken = new Set(targets.map(({ target }) => target));
  const target = same?.target ?? freeKey(milestone, taken);
  return {
    method: 'PUT',
    path: `/api/v1/units/${unit}/targets/${target}`,
    body: { milestone, due: dayOf(occurredAt) },
  };
}

const LONGEST_KEY = 64;

function freeKey(milestone: MilestoneKey, taken: ReadonlySet<string>): string {
  const wished = milestone.replaceAll('.', '-');
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `-${number}`;
    const key = wished.slice(0, LONGEST_KEY - suffix.length) + suffix;
    if (!taken.has(key)) return key;
  }
}

/** A target is wanted by a day, month, quarter or year: of an instant, its day in UTC. */
function dayOf(given: string): string {
  const occurrence = parseOccurrence(given);
  if (occurrence?.precision !== 'instant') return given;
  return new Date(occurrence.begins).toISOString().slice(0, 10);
}
