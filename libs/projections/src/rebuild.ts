import type { AnyEvent, EventId, EventType, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Database, Tx } from '#lib/platform';
import { type CatalogueSource, CatalogueHistory } from './catalogue-reader.js';
import { advance, STANDING } from './checkpoint.js';
import { milliseconds } from './rows.js';
import { StandingProjection } from './standing.projection.js';
import { TreeProjection } from './tree.projection.js';
import { World } from './world.js';

const TREE_FACTS: readonly EventType[] = [
  'unit.registered',
  'unit.changed',
  'unit.moved',
  'unit.retired',
  'unit.reinstated',
  'unit.merged',
  'event.retracted',
];
const UNITS_AT_ONCE = 100;
const EVENTS_AT_ONCE = 20_000;
const REBUILD_TIMEOUT_MS = 24 * 3_600_000;

/** What a rebuild needs. */
export interface RebuildParts {
  readonly database: Database;
  readonly log: EventLog;
  readonly catalogue: CatalogueSource;
}

/**
 * Drops the tree and the standings of a program and builds them again from its log, in one
 * transaction: readers see the old ones until the new are complete, and appends wait.
 * @param onProgress called with units done and units in all
 */
export async function rebuild(
  { database, log, catalogue }: RebuildParts,
  program: ProgramId,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  await database.inProgram(
    program,
    async (tx) => {
      const [head] = await tx.query<{ position: Position }>(
        'SELECT position FROM feed_head WHERE program_id = $1 FOR UPDATE',
        [program],
      );
      const upTo = head?.position ?? 0;
      for (const table of ['standing', 'unit_state', 'unit']) {
        await tx.query(`DELETE FROM ${table} WHERE program_id = $1`, [program]);
      }
      await rebuildTree(tx, log, program, upTo);
      const known = await CatalogueHistory.load(tx, catalogue, program, 0, upTo);
      const { index } = await known.at(upTo);
      const rows = await tx.query<{ unit: UnitKey }>(
        'SELECT unit FROM unit WHERE program_id = $1 ORDER BY unit',
        [program],
      );
      for (let start = 0; start < rows.length; start += UNITS_AT_ONCE) {
        const units = rows.slice(start, start + UNITS_AT_ONCE).map(({ unit }) => unit);
        const reach = { below: index.countsUnits };
        const world = await World.load(tx, log, program, { units, upTo, reach });
        const behind = units.map((unit) => ({ unit, from: 0 }));
        await new StandingProjection(tx, program, world, known).bring(behind, upTo);
        onProgress(Math.min(start + UNITS_AT_ONCE, rows.length), rows.length);
      }
      await advance(tx, program, STANDING, upTo);
    },
    { timeoutMs: REBUILD_TIMEOUT_MS },
  );
}

async function rebuildTree(tx: Tx, log: EventLog, program: ProgramId, upTo: Position) {
  const facts = await log.readProgramFacts(tx, program, TREE_FACTS, upTo);
  const named = await retractedFacts(tx, program);
  const events = [...facts, ...named].sort((a, b) => a.position - b.position);
  const units = [...new Set(events.flatMap(({ unit }) => unit ?? []))];
  const bare = units.map((unit) => ({ unit, written: null, parental: false }));
  const world = new World(bare, events, new Map());
  for (let after = 0; after < upTo; after += EVENTS_AT_ONCE) {
    const batch = facts.filter(
      ({ position }) => after < position && position <= after + EVENTS_AT_ONCE,
    );
    const counting = await countingFacts(tx, program, after, after + EVENTS_AT_ONCE);
    const inOrder = [...batch, ...counting].sort((a, b) => a.position - b.position);
    await new TreeProjection(tx, log, program, world).apply(inOrder);
  }
  await tx.query(
    `UPDATE unit SET version = counted.version FROM
       (SELECT unit, count(*) AS version FROM event WHERE program_id = $1 AND unit IS NOT NULL GROUP BY unit) AS counted
      WHERE unit.program_id = $1 AND unit.unit = counted.unit`,
    [program],
  );
}

interface FactRow {
  readonly id: EventId;
  readonly position: Position;
  readonly type: EventType;
  readonly unit: UnitKey;
  readonly effective_at: Date;
  readonly milestone: string;
}

const FACT_COLUMNS = `id, position, type, unit, effective_at, data->>'milestone' AS milestone`;
const COUNTING = ['milestone.achieved', 'milestone.lapsed', 'milestone.assessed'];

async function countingFacts(tx: Tx, program: ProgramId, after: Position, upTo: Position) {
  const rows = await tx.query<FactRow>(
    `SELECT ${FACT_COLUMNS} FROM event
      WHERE program_id = $1 AND position > $2 AND position <= $3 AND type = ANY ($4) ORDER BY position`,
    [program, after, upTo, COUNTING],
  );
  return rows.map(bareFact);
}

/** The milestone facts, waivers and their ends that retractions name: the tree must know what they were. */
async function retractedFacts(tx: Tx, program: ProgramId) {
  const rows = await tx.query<FactRow & { named: EventId | null }>(
    `SELECT ${FACT_COLUMNS}, data->>'event' AS named FROM event
      WHERE program_id = $1 AND type NOT LIKE 'unit.%' AND type <> 'event.retracted' AND id IN (
        SELECT (data->>'event')::uuid FROM event WHERE program_id = $1 AND type = 'event.retracted')`,
    [program],
  );
  return rows.map(
    (row) =>
      ({
        ...bareFact(row),
        data: { milestone: row.milestone, event: row.named },
      }) as unknown as AnyEvent,
  );
}

/** A fact with all that the tree needs of it. */
function bareFact(row: FactRow): AnyEvent {
  const at = milliseconds(row.effective_at);
  const { id, position, type, unit, milestone } = row;
  return {
    id,
    position,
    type,
    unit,
    effectiveAt: at,
    recordedAt: at,
    occurredAt: '',
    data: { milestone },
  } as unknown as AnyEvent;
}
