import type { Position, ProgramId, UnitKey } from '#lib/domain';
import type { Database, Tx } from '#lib/platform';
import { bringUnits, type Sources } from '../standing/bring-units.js';
import { countVersions, follow, type Following, TooManyTouched } from './catch-up.js';
import { advance, STANDING } from '../checkpoint.js';
import { RebuildUnderWay } from '../errors.js';
import {
  awaitWriters,
  clearGeneration,
  generationInForce,
  inGeneration,
  nameGeneration,
  putInForce,
  type Step,
} from './generation.js';
import { rebuildTree } from './rebuild-tree.js';
import { rebuildTargets } from '../roadmap/targets.projection.js';

const UNITS_AT_ONCE = 100;
const REBUILD_TIMEOUT_MS = 24 * 3_600_000;
const STEP_TIMEOUT_MS = 600_000;
const FINISH_TIMEOUT_MS = 60_000;
/** So much is taken in under the head's lock, for which appends wait. */
const LITTLE = { events: 100, units: 200 };
const ALL = { events: Number.POSITIVE_INFINITY, units: Number.POSITIVE_INFINITY };
/** A log that grows faster than it can be followed is kept waiting in the end. */
const CATCH_UPS = 50;

/** What a rebuild needs. */
export interface RebuildParts extends Sources {
  readonly database: Database;
}

/** How a rebuild is done. */
export interface RebuildOptions {
  /** Nothing is appended until it is done, as after an import, when the old read models know nothing. */
  readonly appendsWait?: boolean;
  /** Called with units done and units in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Builds the tree and the standings of a program again from its log, beside those in force: readers
 * and appends go on with the old ones until the new are complete, and are switched at once. What a
 * rebuild that died left behind is cleared by the next.
 * @throws RebuildUnderWay while another one of the program is at work
 */
export async function rebuild(
  parts: RebuildParts,
  program: ProgramId,
  { appendsWait = false, onProgress = () => undefined }: RebuildOptions = {},
): Promise<void> {
  const { database } = parts;
  const old = await database.inProgram(
    program,
    async (lock) => {
      await beAlone(lock, program);
      const inForce = await generationInForce(lock, program);
      for (const left of [inForce - 1, inForce + 1]) {
        await clearGeneration(database, program, left);
      }
      const making: Making = { ...parts, program, generation: inForce + 1, onProgress };
      if (appendsWait) await makeAtOnce(lock, making);
      else await makeBesides(making);
      return inForce;
    },
    { timeoutMs: REBUILD_TIMEOUT_MS },
  );
  await clearGeneration(database, program, old);
}

/** The class of the advisory locks that say "the read models of this program are being rebuilt". */
const REBUILDING = 0x57_4d_4b_34;

async function beAlone(tx: Tx, program: ProgramId): Promise<void> {
  const [row] = await tx.query<{ alone: boolean }>(
    'SELECT pg_try_advisory_xact_lock($2, hashtext($1)) AS alone',
    [program, REBUILDING],
  );
  if (!row?.alone) throw new RebuildUnderWay(program);
}

/** A generation that is being made. */
interface Making extends RebuildParts, Following {
  readonly generation: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Makes it in one transaction that holds the log's head. */
async function makeAtOnce(tx: Tx, making: Making): Promise<void> {
  const head = await lockHead(tx, making.program);
  await nameGeneration(tx, making.generation);
  await build((work) => work(tx), making, head);
  await complete(tx, making, head);
}

/** Makes it in steps while the log grows, and takes in the last of it under the head's lock. */
async function makeBesides(making: Making): Promise<void> {
  const { database, program, generation, log } = making;
  const step: Step = (work) =>
    inGeneration(database, program, generation, work, { timeoutMs: STEP_TIMEOUT_MS });
  let reached = (await step((tx) => log.head(tx, program))).position;
  await build(step, making, reached);
  for (let round = 1; ; round++) {
    for (let before = -1; before < reached; ) {
      before = reached;
      reached = await follow(step, making, reached);
    }
    if (await finished(making, reached, round < CATCH_UPS ? LITTLE : ALL)) return;
  }
}

/** Takes in what is left and switches, unless that is more than a little. */
async function finished(making: Making, from: Position, atMost: typeof LITTLE): Promise<boolean> {
  const { database, program, generation } = making;
  try {
    return await database.inProgram(
      program,
      async (tx) => {
        const head = await lockHead(tx, program);
        await awaitWriters(tx, program);
        if (head - from > atMost.events) return false;
        await nameGeneration(tx, generation);
        for (let reached = from; reached < head; ) {
          reached = await follow((work) => work(tx), making, reached, atMost.units);
        }
        await complete(tx, making, head);
        return true;
      },
      { lockTimeoutMs: FINISH_TIMEOUT_MS, timeoutMs: FINISH_TIMEOUT_MS },
    );
  } catch (error) {
    if (error instanceof TooManyTouched) return false;
    throw error;
  }
}

async function lockHead(tx: Tx, program: ProgramId): Promise<Position> {
  const [head] = await tx.query<{ position: Position }>(
    'SELECT position FROM feed_head WHERE program_id = $1 FOR UPDATE',
    [program],
  );
  return head?.position ?? 0;
}

async function build(step: Step, making: Making, upTo: Position): Promise<void> {
  const { log, program, onProgress } = making;
  await rebuildTree(step, log, program, upTo);
  await step((tx) => rebuildTargets(tx, log, program, upTo));
  const rows = await step((tx) =>
    // siblings together, since those above them are read with them
    tx.query<{ unit: UnitKey }>(
      'SELECT unit FROM unit WHERE program_id = $1 ORDER BY parent, unit',
      [program],
    ),
  );
  for (let start = 0; start < rows.length; start += UNITS_AT_ONCE) {
    const units = rows.slice(start, start + UNITS_AT_ONCE).map(({ unit }) => unit);
    await step(async (tx) => {
      await countVersions(tx, program, units, upTo);
      await bringUnits(tx, making, program, units, upTo);
    });
    onProgress(Math.min(start + UNITS_AT_ONCE, rows.length), rows.length);
  }
}

/** Switches readers to it: it says all that the log does up to its head. */
async function complete(tx: Tx, { program, generation }: Making, head: Position): Promise<void> {
  await putInForce(tx, program, generation);
  await advance(tx, program, STANDING, head);
}
