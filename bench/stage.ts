import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtIns, Catalogue } from '#lib/catalogue';
import type { MilestoneKey, ProgramId, UnitKey } from '#lib/domain';
import { type EventDraft, EventLog, type InlineProjection } from '#lib/event-log';
import { Database, EmbeddedPostgres, migrate, systemClock } from '#lib/platform';
import { InlineStandings } from '#lib/projections';

const ACTOR = { subject: '0190b7a0-0000-7000-8000-000000000001', name: 'bench' };

/** A database of the bench's own, fsync on, and an empty program `bench` that follows all nine models. */
export interface Stage {
  readonly url: string;
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly program: ProgramId;
  /** A log whose appends write the given read model; by default the standings. */
  log(inline?: InlineProjection): EventLog;
  close(): Promise<void>;
}

/** Writes no read model: for the cost of the log alone. */
export const NO_READ_MODEL: InlineProjection = { project: async () => ({ standings: () => [] }) };

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const postgres = await EmbeddedPostgres.start(folder);
  await migrate(postgres.url);
  const database = new Database(postgres.url);
  const shared = builtIns();
  const catalogue = new Catalogue(shared);
  const program = 'bench' as ProgramId;
  await database.inProgram(program, async (tx) => {
    await tx.query('INSERT INTO program (program_id) VALUES ($1)', [program]);
    await tx.query('INSERT INTO feed_head (program_id) VALUES ($1)', [program]);
  });
  const logs: EventLog[] = [];
  const log = (given?: InlineProjection) => {
    const inline = given ?? new InlineStandings(catalogue);
    const made = new EventLog({
      database,
      clock: systemClock,
      masterKey: Buffer.alloc(32, 1),
      inline,
    });
    if (inline instanceof InlineStandings) inline.reads(made);
    logs.push(made);
    return made;
  };
  await record(log(NO_READ_MODEL), program, [
    { type: 'program.changed', unit: null, data: { models: shared.models.map(({ id }) => id) } },
  ]);
  return {
    url: postgres.url,
    database,
    catalogue,
    program,
    log,
    close: async () => {
      for (const one of logs) await one.close();
      await database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Appends drafts as one decision. */
export async function record(
  log: EventLog,
  program: ProgramId,
  drafts: readonly EventDraft[],
): Promise<void> {
  await log.append({
    program,
    actor: ACTOR,
    units: [...new Set(drafts.flatMap(({ unit }) => unit ?? []))],
    alone: drafts.some(({ type }) => !type.startsWith('milestone.')),
    decide: () => drafts,
    answer: () => null,
  });
}

/** The registration of a unit. */
export function registration(unit: UnitKey, parent: UnitKey | null): EventDraft {
  return {
    type: 'unit.registered',
    unit,
    occurredAt: '2020-01-01',
    data: { name: unit, kind: 'unit', parent },
  };
}

/** A milestone achieved on some day of 2021. */
export function achievement(unit: UnitKey, milestone: MilestoneKey, day: number): EventDraft {
  const occurredAt = new Date(Date.UTC(2021, 0, 1 + (day % 365))).toISOString().slice(0, 10);
  return { type: 'milestone.achieved', unit, occurredAt, data: { milestone } };
}
