import type { Position, ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';
import { readRows } from '../reader.js';
import { toChained } from '../rows.js';
import { ChainCheck } from './chain-check.js';
import type { Finding } from './finding.js';

const PAGE = 2_000;

/** A place on a chain: a head as signed (hex) or as stored. */
interface Place {
  readonly position: Position;
  readonly hash: string | Buffer;
}

/**
 * Computes a part of the chain again, page by page.
 * @param from what is known to be right; undefined: the beginning
 * @returns what is wrong, if anything is
 */
export async function checkRange(
  database: Database,
  program: ProgramId,
  from: Place | undefined,
  to: Place,
): Promise<Finding | undefined> {
  const chain = from ? new ChainCheck(from.position, bytes(from.hash)) : new ChainCheck();
  const { finding } = await followChain(database, program, chain, to.position);
  if (finding) return finding;
  return chain.hash.equals(bytes(to.hash)) ? undefined : headDiffers(to.position);
}

/** Takes a chain on to a position, calling `passed` at each; stops where it breaks. */
export async function followChain(
  database: Database,
  program: ProgramId,
  chain: ChainCheck,
  to: Position,
  passed: (position: Position, hash: Buffer) => boolean = () => true,
): Promise<ChainCheck> {
  let read = chain.position;
  while (read < to && !chain.settled) {
    const [after, limit] = [read, Math.min(PAGE, to - read)];
    const rows = await database.inProgram(program, (tx) => readRows(tx, program, after, limit));
    for (const row of rows) {
      read = row.position;
      if (row.position > to) break;
      const fits = chain.take({ event: toChained(row), hash: row.hash });
      if (fits && !passed(chain.position, chain.hash)) return chain;
      if (chain.settled) break;
    }
    if (rows.length === 0) break;
  }
  return chain;
}

/** The row of the head says another hash than the event there has. */
export function headDiffers(position: Position): Finding {
  return {
    kind: 'hash',
    says: `Event ${position}, the last one, is another than the head of the log says.`,
    position,
  };
}

function bytes(hash: string | Buffer): Buffer {
  return typeof hash === 'string' ? Buffer.from(hash, 'hex') : hash;
}
