import type { Position, ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';
import { readRows } from '../reader.js';
import { type EventRow, toChained } from '../rows.js';
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
  await followChain(database, program, chain, to.position);
  if (chain.finding) return chain.finding;
  return chain.hash.equals(bytes(to.hash)) ? undefined : headDiffers(to.position);
}

/** Takes a chain on to a position, calling `passed` at each; stops where it breaks. */
export async function followChain(
  database: Database,
  program: ProgramId,
  chain: ChainCheck,
  to: Position,
  passed: (position: Position, hash: Buffer) => boolean = () => true,
): Promise<void> {
  for await (const rows of pagesTo(database, program, chain.position, to)) {
    for (const row of rows) {
      const fits = chain.take({ event: toChained(row), hash: row.hash });
      if (chain.settled || (fits && !passed(chain.position, chain.hash))) return;
    }
  }
}

/** Pages of events after one position and up to another; each is read while the one before is looked at. */
async function* pagesTo(
  database: Database,
  program: ProgramId,
  after: Position,
  to: Position,
): AsyncGenerator<readonly EventRow[], void, void> {
  const read = (position: Position) => {
    const page = database.inProgram(program, (tx) => readRows(tx, program, position, PAGE));
    // whoever has seen enough does not wait for it
    page.catch(() => undefined);
    return page;
  };
  for (let next = after < to ? read(after) : undefined; next; ) {
    const rows: readonly EventRow[] = await next;
    const last = rows.at(-1)?.position ?? to;
    next = rows.length === PAGE && last < to ? read(last) : undefined;
    yield rows.filter(({ position }) => position <= to);
  }
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
