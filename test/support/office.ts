import { randomBytes, randomUUID } from 'node:crypto';
import type { EventData, EventId, MilestoneKey, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import {
  type Clock,
  createLogger,
  type Foundation,
  loadEnvironment,
  QueueBackend,
  systemClock,
} from '#lib/platform';
import type { Records } from '#lib/recording';
import { startTestRedis, type TestDatabase } from './index.js';
import { PATIENCE_MS } from './patience.js';

const ACTOR = { subject: '0190b7a0-0000-7000-8000-000000000001', name: 'Program office' };

export type BackendKind = 'redis' | 'postgres';

/** A foundation on a test's database and on one of the two queue backends, on queues of its own. */
export async function foundationOn(
  kind: BackendKind,
  test: TestDatabase,
  clock: Clock = systemClock,
): Promise<Foundation> {
  const redisUrl = kind === 'redis' ? await startTestRedis() : undefined;
  const environment = loadEnvironment({
    DATABASE_URL: test.url,
    WAYMARK_HEADS_FILE: test.headsFile,
    WAYMARK_LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
  });
  return {
    environment,
    databaseUrl: test.url,
    database: test.database,
    queue: QueueBackend.use({
      redisUrl,
      databaseUrl: test.url,
      prefix: `{${randomBytes(4).toString('hex')}}`,
    }),
    secrets: { masterKey: Buffer.alloc(32, 7), signingKey: Buffer.alloc(32, 8) },
    logger: createLogger('test', environment),
    clock,
  };
}

/** Asks again every few milliseconds until there is an answer. @returns it, and how long it took */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
  withinMs = PATIENCE_MS,
): Promise<{ answer: T; tookMs: number }> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    const tookMs = performance.now() - began;
    if (answer !== undefined && answer !== false) return { answer: answer as T, tookMs };
    if (tookMs > withinMs) throw new Error(`Nothing came within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A program whose facts are recorded through the real log. */
export class Office {
  private constructor(
    private readonly records: Records,
    readonly program: ProgramId,
  ) {}

  static async open(records: Records, name = `p-${randomUUID()}`): Promise<Office> {
    const program = name as ProgramId;
    await records.foundation.database.inProgram(program, async (tx) => {
      await tx.query('INSERT INTO program (program_id) VALUES ($1)', [program]);
      await tx.query('INSERT INTO feed_head (program_id) VALUES ($1)', [program]);
    });
    return new Office(records, program);
  }

  /** The same program through another log. */
  static join(records: Records, program: ProgramId): Office {
    return new Office(records, program);
  }

  /** Registers many units under one, in one append. */
  async units(units: readonly string[], parent: string): Promise<void> {
    await this.recordAll(
      units.map((unit) => ({
        type: 'unit.registered',
        unit: unit as UnitKey,
        occurredAt: '2010-01-01',
        data: { name: unit, kind: 'team', parent: parent as UnitKey },
      })),
    );
  }

  unit(unit: string, parent: string | null = null, occurredAt?: string): Promise<EventId> {
    const data = { name: unit, kind: 'team', parent: parent as UnitKey | null };
    return this.record({ type: 'unit.registered', unit: unit as UnitKey, occurredAt, data });
  }

  achieve(
    unit: string,
    milestone: string,
    occurredAt?: string,
    more: Partial<EventData['milestone.achieved']> = {},
  ): Promise<EventId> {
    const data = { milestone: milestone as MilestoneKey, ...more };
    return this.record({ type: 'milestone.achieved', unit: unit as UnitKey, occurredAt, data });
  }

  lapse(unit: string, milestone: string, occurredAt?: string): Promise<EventId> {
    const data = { milestone: milestone as MilestoneKey };
    return this.record({ type: 'milestone.lapsed', unit: unit as UnitKey, occurredAt, data });
  }

  async record(draft: EventDraft): Promise<EventId> {
    const [id] = await this.recordAll([draft]);
    return id as EventId;
  }

  async recordAll(drafts: readonly EventDraft[]): Promise<readonly EventId[]> {
    const { answer } = await this.records.log.append({
      program: this.program,
      actor: ACTOR,
      units: drafts.flatMap(({ unit }) => unit ?? []),
      alone: drafts.some(({ type }) => !type.startsWith('milestone.')),
      decide: () => drafts,
      answer: ({ events }) => events.map(({ id }) => id),
    });
    return answer;
  }

  rows<Row = Record<string, unknown>>(sql: string): Promise<Row[]> {
    return this.records.foundation.database.inProgram(this.program, (tx) =>
      tx.query<Row>(sql, [this.program]),
    );
  }

  async head(): Promise<Position> {
    const [row] = await this.rows<{ position: Position }>(
      'SELECT position FROM feed_head WHERE program_id = $1',
    );
    return row?.position ?? 0;
  }

  async checkpoint(projection: string): Promise<Position> {
    const rows = await this.rows<{ projection: string; position: Position }>(
      'SELECT projection, position FROM checkpoint WHERE program_id = $1',
    );
    return rows.find((row) => row.projection === projection)?.position ?? 0;
  }

  /** Waits until the advice has followed the log to its head. */
  async advised(withinMs = PATIENCE_MS): Promise<void> {
    const head = await this.head();
    await eventually(async () => (await this.checkpoint('advice')) >= head, withinMs);
  }

  recommendations(unit: string) {
    return this.rows<{ id: string; unit: string; milestone: string; rank: number }>(
      `SELECT * FROM recommendation WHERE program_id = $1 AND unit = '${unit}' ORDER BY rank`,
    );
  }

  alerts(rule: string) {
    return this.rows<{
      id: string;
      unit: string;
      severity: string;
      opened_at: Date;
      closed_at: Date | null;
    }>(`SELECT * FROM alert WHERE program_id = $1 AND rule = '${rule}' ORDER BY opened_at`);
  }
}
