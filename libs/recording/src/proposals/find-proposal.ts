import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { topsOf, type Viewer } from '#lib/projections';
import { Refusal } from '../refusal.js';
import { type KeptProposal, readProposals } from './proposal-rows.js';

/** One proposal about a unit in sight. @throws Refusal `proposal-unknown` */
export async function findProposal(
  tx: Tx,
  viewer: Viewer,
  now: number,
  id: string,
): Promise<KeptProposal> {
  const narrowing = { id, tops: topsOf(viewer), limit: 1 };
  const [found] = await readProposals(tx, viewer.program, now, narrowing);
  if (found) return found;
  throw new Refusal('proposal-unknown', `There is no proposal ${id}.`, '{id}');
}

/** @throws Refusal `proposal-closed` when it is not open any more */
export function requireOpen({ id, state }: KeptProposal): void {
  if (state === 'open') return;
  const message = `Proposal ${id} is ${state}. What is still wanted has to be proposed anew.`;
  throw new Refusal('proposal-closed', message, '{id}');
}

const LINE = `
  WITH RECURSIVE behind AS (
    SELECT $2::uuid AS subject
    UNION
    SELECT access_key.made_by FROM behind JOIN access_key
      ON access_key.program_id = $1 AND access_key.id = behind.subject
     WHERE access_key.made_by IS NOT NULL)
  SELECT subject FROM behind`;

/**
 * Requires that somebody else approves than proposed: neither the same person or key, nor one of the
 * two a key that the other made, nor two keys that one person made.
 * @throws Refusal `own-proposal`
 */
export async function requireSomebodyElse(
  tx: Tx,
  program: ProgramId,
  proposer: string,
  approver: string,
): Promise<void> {
  const line = async (subject: string) =>
    (await tx.query<{ subject: string }>(LINE, [program, subject])).map((row) => row.subject);
  const [proposing, approving] = [await line(proposer), await line(approver)];
  const same = proposing.includes(approver) || approving.includes(proposer);
  if (!same) {
    const shared = proposing.filter((one) => approving.includes(one));
    // keys stay in their table for good, people are taken out of theirs
    const keys = await tx.query('SELECT FROM access_key WHERE program_id = $1 AND id = ANY ($2)', [
      program,
      shared,
    ]);
    if (keys.length === shared.length) return;
  }
  const message =
    'Somebody else has to approve it: you proposed it, or one of the keys in question is of the other’s making.';
  throw new Refusal('own-proposal', message, '{id}');
}
