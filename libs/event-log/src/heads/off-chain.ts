import type { ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';
import { readHead } from '../head.js';
import type { Finding } from '../verify/finding.js';
import { nameOf } from './check-heads.js';
import type { SignedHead } from './signed-head.js';

/** What is wrong when the log does not have a head's hash at its position. */
export async function offChain(
  database: Database,
  program: ProgramId,
  head: SignedHead,
): Promise<Finding | undefined> {
  const { position } = head;
  const { end, hash } = await database.inProgram(program, async (tx) => {
    const [row] = await tx.query<{ hash: Buffer }>(
      'SELECT hash FROM event WHERE program_id = $1 AND position = $2',
      [program, position],
    );
    return { end: (await readHead(tx, program)).position, hash: row?.hash.toString('hex') };
  });
  if (hash === head.hash) return undefined;
  if (hash === undefined) {
    return {
      kind: 'cut',
      says: `The log of "${program}" ends at ${end}, but ${nameOf(head)} is of position ${position}: its end was cut off, or an older or another database is in use.`,
      position: end + 1,
    };
  }
  return {
    kind: 'fork',
    says: `The log of "${program}" is not the one that was signed: event ${position} is another than ${nameOf(head)} says. It was written anew, or another database is in use.`,
    position,
  };
}
