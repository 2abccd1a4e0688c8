import type { AnyEvent, EventId, EventType, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { Step } from './generation.js';
import { milliseconds } from '../rows.js';
import { TreeProjection } from '../tree/tree.projection.js';
import { World } from '../world.js';

const TREE_FACTS: readonly EventType[] = [
  'unit.registered',
  'unit.changed',
  'unit.moved',
  'unit.retired',
  'unit.reinstated',
  'unit.merged',
  'event.retracted',
];
const EVENTS_AT_ONCE = 20_000;

/** Builds the organisation tree of a program from its log up to a position, into tables that are empty. */
export async function rebuildTree(
  step: Step,
  log: EventLog,
  program: ProgramId,
  upTo: Position,
): Promise<void> {
  const [facts, named] = await step(async (tx) => [
    await log.readProgramFacts(tx, program, TREE_FACTS, upTo),
    await retractedFacts(tx, program, upTo),
  ]);
  const events = [...facts, ...named].sort((a, b) => a.position - b.position);
  const units = [...new Set(events.flatMap(({ unit }) => unit ?? []))];
  const bare = units.map((unit) => ({ unit, written: null, parental: false }));
  const world = new World(bare, events, new Map());
  for (let after = 0; after < upTo; after += EVENTS_AT_ONCE) {
    const batch = facts.filter(
      ({ position }) => after < position && position <= after + EVENTS_AT_ONCE,
    );
    const end = Math.min(after + EVENTS_AT_ONCE, upTo);
    await step(async (tx) => {
      const counting = await countingFacts(tx, program, after, end);
      const inOrder = [...batch, ...counting].sort((a, b) => a.position - b.position);
      await new TreeProjection(tx, log, program, world).apply(inOrder);
    });
  }
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
async function retractedFacts(tx: Tx, program: ProgramId, upTo: Position) {
  const rows = await tx.query<FactRow & { named: EventId | null }>(
    `SELECT ${FACT_COLUMNS}, data->>'event' AS named FROM event
      WHERE program_id = $1 AND type NOT LIKE 'unit.%' AND type <> 'event.retracted' AND id IN (
        SELECT (data->>'event')::uuid FROM event
         WHERE program_id = $1 AND type = 'event.retracted' AND position <= $2)`,
    [program, upTo],
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
