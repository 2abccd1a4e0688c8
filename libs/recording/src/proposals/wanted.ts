import type { EventData } from '#lib/domain';
import { type Correction, correct } from '../facts/correct-event.command.js';
import { retract } from '../facts/retract-event.command.js';
import { type WaiverOf, waive } from '../facts/waive-milestone.command.js';
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
      return correct(unit, wanted as Correction);
    case 'retraction':
      return retract(unit, wanted as EventData['event.retracted']);
  }
}
