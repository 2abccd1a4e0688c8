import type { MilestoneKey } from '#lib/domain';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';

/** @throws Refusal `milestone-unknown` when the program's dictionary lacks the key */
export async function requireMilestone(
  known: Known,
  milestone: MilestoneKey,
  pointer = '/milestone',
): Promise<void> {
  const { dictionary } = await known.catalogue();
  if (dictionary.has(milestone)) return;
  throw new Refusal(
    'milestone-unknown',
    `There is no milestone "${milestone}" in the dictionary. GET /milestones lists them; PUT /milestones/{key} adds one.`,
    pointer,
  );
}

/** @throws Refusal `milestone-unknown` for the first that the dictionary lacks, at `{pointer}/milestone` */
export async function requireMilestones(
  known: Known,
  named: readonly { readonly milestone: MilestoneKey; readonly pointer: string }[],
): Promise<void> {
  for (const { milestone, pointer } of named) {
    await requireMilestone(known, milestone, `${pointer}/milestone`);
  }
}
