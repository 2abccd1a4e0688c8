import type { Position, ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';
import { readHead } from '../head.js';
import { checkHeads, expectedOf, nameOf, signatureFault } from '../heads/check-heads.js';
import type { Heads } from '../heads/heads.js';
import { digestOf, type SignedHead } from '../heads/signed-head.js';
import { ChainCheck } from './chain-check.js';
import { followChain, headDiffers } from './check-range.js';
import type { Finding } from './finding.js';
import { type ExpectedHead, HeadsOnChain } from './heads-on-chain.js';

/** What verification found. */
export interface Verification {
  readonly ok: boolean;
  /** How many events were found sound, from the first on. */
  readonly length: number;
  /** The hash of the head, in hex. */
  readonly head: string;
  /** The first position that is missing, does not fit its hash, lies after the head, or was written anew. */
  readonly firstBroken?: Position;
  /** Everything that is wrong; empty when all is well. */
  readonly findings: readonly Finding[];
  /** What signed heads prove: that everything up to `upTo` is what it was when they were signed. */
  readonly signed: {
    readonly heads: number;
    readonly upTo: Position;
    readonly newest: SignedHead | null;
  };
}

/**
 * Computes the whole chain again, up to the head of the moment, page by page, and holds it against
 * the heads that were signed, inside the database and outside.
 * @throws UnknownProgram
 */
export async function verifyLog(
  database: Database,
  program: ProgramId,
  heads: Heads | undefined,
): Promise<Verification> {
  const signed = heads ? await gather(heads, program) : { good: [], findings: [] };
  const { head, chain, proved, broken } = await verifyRows(
    database,
    program,
    signed.good.map(expectedOf),
  );
  const findings = [...(broken ? [broken] : []), ...signed.findings];
  const sound = Math.min(chain.position, (broken?.position ?? Number.POSITIVE_INFINITY) - 1);
  return {
    ok: findings.length === 0,
    length: sound,
    head: head.hash.toString('hex'),
    ...(broken?.position === undefined ? {} : { firstBroken: broken.position }),
    findings,
    signed: {
      heads: signed.good.length,
      upTo: Math.min(proved, sound),
      newest: signed.good.at(-1) ?? null,
    },
  };
}

/**
 * Computes the chain of the database again and holds it against heads, which must have been read
 * before. @throws UnknownProgram
 */
export async function verifyRows(
  database: Database,
  program: ProgramId,
  heads: readonly ExpectedHead[],
) {
  const head = await database.inProgram(program, (tx) => readHead(tx, program));
  const held = new HeadsOnChain(heads);
  const chain = new ChainCheck();
  await followChain(database, program, chain, head.position, (position, hash) =>
    held.pass(position, hash),
  );
  const broken =
    held.finding ?? chain.finding ?? (await endFault(database, program, chain, head, held));
  return { head, chain, broken, proved: held.proved };
}

/** What is wrong at the end of a chain that fits so far. */
async function endFault(
  database: Database,
  program: ProgramId,
  chain: ChainCheck,
  head: { readonly position: Position; readonly hash: Buffer },
  held: HeadsOnChain,
): Promise<Finding | undefined> {
  const { position } = chain;
  if (position < head.position) {
    return {
      kind: 'cut',
      says: `The log ends at ${position}, but its head is at ${head.position}: its end was cut off.`,
      position: position + 1,
    };
  }
  // the last event was replaced together with its hash
  if (!chain.hash.equals(head.hash)) return headDiffers(position);
  const extra = await beyond(database, program, position);
  if (extra !== undefined) {
    return {
      kind: 'extra',
      says: `Event ${extra} lies after the head of the log: it was not recorded by Waymark, or the head was moved back.`,
      position: extra,
    };
  }
  return held.end(position);
}

/** The signed heads that are good, of database and file together, and what is wrong with the others. */
async function gather(heads: Heads, program: ProgramId) {
  const { trusted } = heads.keys;
  const { inside, outside, fault: unread } = await heads.known(program);
  const afresh = outside[0]?.afresh ? outside[0].number : 0;
  const checked = checkHeads(inside, trusted);
  const findings: Finding[] = [...(unread ? [unread] : []), ...checked.findings];
  const byNumber = new Map(inside.map((head) => [head.number, digestOf(head)]));
  const good = checked.good.filter(({ number }) => number >= afresh);
  for (const head of outside) {
    const fault = signatureFault(head, trusted);
    const same = byNumber.get(head.number) === digestOf(head);
    if (fault) findings.push({ ...fault, says: `Outside the database: ${fault.says}` });
    else if (!same) good.push(head);
    if (fault || same) continue;
    findings.push({
      kind: 'heads',
      says: byNumber.has(head.number)
        ? `The database holds another head ${head.number} than is known outside.`
        : `H${nameOf(head).slice(1)} is known outside and missing from the database.`,
    });
  }
  return { good: good.toSorted((a, b) => a.position - b.position), findings };
}

/** An event after the head, which only somebody who went past the log can have written. */
async function beyond(
  database: Database,
  program: ProgramId,
  position: Position,
): Promise<Position | undefined> {
  return database.inProgram(program, async (tx) => {
    const rows = await tx.query<{ position: Position }>(
      `SELECT min(event.position) AS position FROM event
         JOIN feed_head USING (program_id)
        WHERE program_id = $1 AND event.position > feed_head.position AND event.position > $2`,
      [program, position],
    );
    return rows[0]?.position ?? undefined;
  });
}
