import type { ProgramId } from '#lib/domain';
import type { Clock, Database } from '#lib/platform';
import { postHead } from './post-head.js';
import { headsToSend, noteSending } from './table.js';

const AT_ONCE = 100;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** How sending went: how many were taken, and why the next was not. */
export interface Sent {
  readonly taken: number;
  readonly failure?: string;
}

/**
 * Sends the signed heads of a program that were not sent yet, oldest first, until one is not taken;
 * that one is tried again after a minute, and then ever later, up to an hour.
 */
export async function sendHeads(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  program: ProgramId,
  url: string,
): Promise<Sent> {
  const due = await database.inProgram(program, (tx) =>
    headsToSend(tx, program, clock.now(), AT_ONCE),
  );
  for (const [taken, { head, attempts }] of due.entries()) {
    const failure = await postHead(url, head);
    const now = clock.now();
    const nextAt = now + Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS);
    const outcome = failure === undefined ? { sentAt: now } : { failure, nextAt };
    await database.inProgram(program, (tx) => noteSending(tx, program, head.number, outcome));
    if (failure !== undefined) return { taken, failure };
  }
  return { taken: due.length };
}
