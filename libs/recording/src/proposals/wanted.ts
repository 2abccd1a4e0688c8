import type { EventData } from '#lib/domain';
import { type Correction, correct } from '../facts/correct-event.command.js';
import { retract } from '../facts/retract-event.command.js';
import { type WaiverOf, waive } from '../facts/waive-milestone.command.js';
import type { Known } from '../known.js';
import type { Decide } from '../recorder.js';
import { Refusal } from '../refusal.js';
import type { Proposal } from './proposals.js';

/** The decision that a proposal asks for. @throws Refusal `proposal-closed` where what was wanted is erased */
export function wantedOf({ id, unit, kind, wanted }: Proposal): Decide {
  if (wanted === null) {
    const message = `What proposal ${id} wanted was erased with the words of its proposer.`;
    throw new Refusal('proposal-closed', message, '{id}');
  }
  switch (kind) {
    case 'waiver':
      return waive(unit, wanted as WaiverOf);
    case 'correction':
      return async (known) => {
        const correction = wanted as Correction;
        await requireParentSeen(known, correction);
        return correct(unit, correction)(known);
      };
    case 'retraction':
      return retract(unit, wanted as EventData['event.retracted']);
  }
}

/** Whoever decides may see less than who proposed. @throws Refusal `beyond-reach` */
async function requireParentSeen(known: Known, { changes }: Correction): Promise<void> {
  const { parent } = changes;
  if (parent === undefined || parent === null) return;
  if ((await known.seen([parent])).has(parent)) return;
  const message = 'It would come under a unit that you do not see.';
  throw new Refusal('beyond-reach', message);
}
