import { nearest } from '#lib/catalogue';
import type { MilestoneKey } from '#lib/domain';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';

/**
 * @param hinted whether the refusal says what was probably meant; looking for that takes its time
 * @throws Refusal `milestone-unknown` when the program's dictionary lacks the key
 */
export async function requireMilestone(
  known: Known,
  milestone: MilestoneKey,
  pointer = '/milestone',
  hinted = true,
): Promise<void> {
  const { dictionary } = await known.catalogue();
  if (dictionary.has(milestone)) return;
  const near = hinted ? nearest(milestone, dictionary.keys()) : undefined;
  throw new Refusal(
    'milestone-unknown',
    [
      `There is no milestone "${milestone}" in the dictionary.`,
      ...(near === undefined ? [] : [`Did you mean ${near}?`]),
      'GET /milestones lists them; PUT /milestones/{key} adds one.',
    ].join(' '),
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
