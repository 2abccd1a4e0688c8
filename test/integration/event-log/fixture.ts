import { randomBytes, randomUUID } from 'node:crypto';
import type { MilestoneKey, Position, ProgramId, UnitKey } from '#lib/domain';
import {
  type Actor,
  type Append,
  type Appended,
  type EventDraft,
  EventLog,
  type Heads,
  type InlineProjection,
  type StoredEvent,
} from '#lib/event-log';
import { type Clock, type Database, systemClock } from '#lib/platform';

export const ACTOR: Actor = { subject: '0190a000-0000-7000-8000-000000000001', name: 'Ada' };
export const MASTER_KEY = randomBytes(32);

/** The least read model the log needs: a row for each unit that is registered. */
export const unitRows: InlineProjection = {
  async project(tx, program, events) {
    for (const { unit, type } of events) {
      if (type !== 'unit.registered') continue;
      await tx.query(
        `INSERT INTO unit (program_id, unit, version, name, kind) VALUES ($1, $2, 1, $2, 'team')`,
        [program, unit],
      );
    }
    return { standings: () => [] };
  },
};

export function openLog(
  database: Database,
  parts: {
    clock?: Clock;
    inline?: InlineProjection;
    masterKey?: Buffer;
    heads?: Heads;
    onCommitted?: (program: ProgramId, position: Position) => void;
  } = {},
): EventLog {
  return new EventLog({
    database,
    clock: systemClock,
    masterKey: MASTER_KEY,
    inline: unitRows,
    ...parts,
  });
}

/** A program without facts. */
export async function newProgram(database: Database, name?: string): Promise<ProgramId> {
  const program = (name ?? `p-${randomUUID()}`) as ProgramId;
  await database.inProgram(program, async (tx) => {
    await tx.query('INSERT INTO program (program_id) VALUES ($1)', [program]);
    await tx.query('INSERT INTO feed_head (program_id) VALUES ($1)', [program]);
  });
  return program;
}

export function unitKey(name: string): UnitKey {
  return name as UnitKey;
}

export function achieved(
  unit: string,
  more: Partial<EventDraft> & { note?: string } = {},
): EventDraft {
  const { note, ...rest } = more;
  return {
    type: 'milestone.achieved',
    unit: unitKey(unit),
    occurredAt: '2024-05-01',
    data: { milestone: 'hub.launched' as MilestoneKey, ...(note === undefined ? {} : { note }) },
    ...rest,
  } as EventDraft;
}

/** What an append answers in these tests: its events. */
export type Recorded = readonly StoredEvent[];

/** An append of some drafts that answers the events as recorded. */
export function appending(
  program: ProgramId,
  drafts: readonly EventDraft[],
  more: Partial<Append<Recorded>> = {},
): Append<Recorded> {
  return {
    program,
    actor: ACTOR,
    units: [...new Set(drafts.flatMap(({ unit }) => unit ?? []))],
    alone: drafts.some(({ type }) => !type.startsWith('milestone.')),
    decide: () => drafts,
    answer: (appended: Appended) => appended.events,
    ...more,
  };
}

export function register(log: EventLog, program: ProgramId, unit: string) {
  return log.append(
    appending(program, [
      {
        type: 'unit.registered',
        unit: unitKey(unit),
        data: { name: unit, kind: 'team', parent: null },
      },
    ]),
  );
}

/** The whole log, texts in clear. */
export function readAll(
  database: Database,
  log: EventLog,
  program: ProgramId,
): Promise<StoredEvent[]> {
  return database.inProgram(program, (tx) => log.readAfter(tx, program, 0, 1_000_000));
}
