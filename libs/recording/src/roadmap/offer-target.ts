import { foldTargets, type MilestoneKey, type UnitKey } from '#lib/domain';
import type { Known } from '../known.js';
import { type Offer, Refusal } from '../refusal.js';
import { dueOf } from './due-of.js';
import { freeKey } from './target-key.js';

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
    body: { milestone, due: dueOf(occurredAt) },
  };
}
