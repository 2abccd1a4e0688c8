import type { Instant } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, type Database, fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import { UnknownDelivery } from '../sources/errors.js';
import { type Content, Contents } from './content.js';
import type { DeliveryStatus, FindingOutcome } from './outcome.js';
import { idOf } from './source-id.js';
import { takenBack, type ToldFinding, type Undone, withTakenBack } from './taken-back.js';

/** A delivery as it is listed. */
export interface Delivery {
  readonly id: string;
  /** The tool's own id of it. */
  readonly toolId: string;
  readonly event: string;
  readonly receivedAt: Instant;
  readonly status: DeliveryStatus;
  readonly reason: string | null;
  /** The version of the mapping it was worked off with; null: it was not yet. */
  readonly mapping: number | null;
  readonly attempts: number;
  readonly workedAt: Instant | null;
  /** When it is worked off next; null: not by itself. */
  readonly dueAt: Instant | null;
  readonly findings: readonly ToldFinding[];
  /** What of it was taken back since; null: nothing. */
  readonly undone: Undone | null;
}

/** A delivery with what came. */
export interface DeliveryWithContent extends Delivery {
  readonly headers: Content['headers'];
  /** As JSON; null where it cannot be read. */
  readonly payload: unknown;
}

interface Row {
  readonly id: string;
  readonly source: string;
  readonly tool_id: string;
  readonly event: string;
  readonly received_at: Date;
  readonly status: DeliveryStatus;
  readonly reason: string | null;
  readonly mapping: number | null;
  readonly attempts: number;
  readonly worked_at: Date | null;
  readonly due_at: Date | null;
  readonly findings: readonly FindingOutcome[];
}

const COLUMNS =
  'id, source, tool_id, event, received_at, status, reason, mapping, attempts, worked_at, due_at, findings';
/** How long deliveries are kept. */
export const KEPT_DAYS = 30;
/** So many deliveries are replayed at once. */
const MOST_REPLAYED = 5_000;

/** What came from sources, for thirty days. */
export class Deliveries {
  private readonly contents: Contents;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    seals: Pick<Seals, 'sealUnderMaster' | 'unsealBytesUnderMaster'>,
  ) {
    this.contents = new Contents(seals);
  }

  /** Those of a source, the last first, before the one with the id `before`. @throws UnknownSource */
  list(
    program: string,
    source: string,
    page: {
      readonly status?: DeliveryStatus | undefined;
      readonly before?: string | undefined;
      readonly limit: number;
    },
  ): Promise<readonly Delivery[]> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const rows = await tx.query<Row>(
          `SELECT ${COLUMNS} FROM delivery
            WHERE program_id = $1 AND source = $2 AND ($3::text IS NULL OR status = $3)
              AND ($4::uuid IS NULL OR id < $4)
            ORDER BY id DESC LIMIT $5`,
          [
            ...[program, await idOf(tx, program, source), page.status ?? null],
            ...[page.before ?? null, page.limit],
          ],
        );
        return told(tx, program, rows);
      },
      { readOnly: true },
    );
  }

  /** One with what came. @throws UnknownSource, UnknownDelivery */
  async get(program: string, source: string, id: string): Promise<DeliveryWithContent> {
    const { row, delivery } = await this.database.inProgram(
      program,
      async (tx) => {
        const [found] = await tx.query<Row & { sealed: Buffer }>(
          `SELECT ${COLUMNS}, sealed FROM delivery WHERE program_id = $1 AND source = $2 AND id = $3`,
          [program, await idOf(tx, program, source), id],
        );
        if (!found) throw new UnknownDelivery(id);
        return { row: found, delivery: await toldOne(tx, program, found) };
      },
      { readOnly: true },
    );
    const content = await this.contents.open({ program, source: row.source, id }, row.sealed);
    const { headers = {}, body = '' } = content ?? {};
    return { ...delivery, headers, payload: jsonOf(body) };
  }

  /** Lets one be worked off again, by the mapping in force. @throws UnknownSource, UnknownDelivery */
  async replay(tx: Tx, program: string, source: string, id: string): Promise<Delivery> {
    const [row] = await tx.query<Row>(
      `UPDATE delivery SET status = 'received', reason = NULL, attempts = 0, due_at = $4
        WHERE program_id = $1 AND source = $2 AND id = $3 RETURNING ${COLUMNS}`,
      [program, await idOf(tx, program, source), id, toTimestamp(this.clock.now())],
    );
    if (!row) throw new UnknownDelivery(id);
    return toldOne(tx, program, row);
  }

  /**
   * Lets those that stand somewhere be worked off again, by the mapping in force: the first that came
   * first, `MOST_REPLAYED` at most.
   * @throws UnknownSource
   */
  async replayAll(
    tx: Tx,
    program: string,
    source: string,
    which: {
      readonly status: DeliveryStatus;
      /** Received from then on. */
      readonly from?: Instant | undefined;
      /** Received before then. */
      readonly to?: Instant | undefined;
    },
  ): Promise<{ readonly deliveries: number; readonly more: boolean }> {
    const { status, from, to } = which;
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM delivery
        WHERE program_id = $1 AND source = $2 AND status = $3
          AND ($4::timestamptz IS NULL OR received_at >= $4)
          AND ($5::timestamptz IS NULL OR received_at < $5)
        ORDER BY id LIMIT $6`,
      [
        ...[program, await idOf(tx, program, source), status],
        ...[
          from === undefined ? null : toTimestamp(from),
          to === undefined ? null : toTimestamp(to),
        ],
        MOST_REPLAYED + 1,
      ],
    );
    const ids = rows.slice(0, MOST_REPLAYED).map(({ id }) => id);
    await tx.query(
      `UPDATE delivery SET status = 'received', reason = NULL, attempts = 0, due_at = $4
        WHERE program_id = $1 AND source = $2 AND id = ANY($3::uuid[])`,
      [program, await idOf(tx, program, source), ids, toTimestamp(this.clock.now())],
    );
    return { deliveries: ids.length, more: rows.length > MOST_REPLAYED };
  }
}

/** Deliveries of one source, with what was taken back of each. */
async function told(tx: Tx, program: string, rows: readonly Row[]): Promise<readonly Delivery[]> {
  const [first] = rows;
  if (!first) return [];
  const events = rows.flatMap(({ findings }) => findings.flatMap(({ event }) => event ?? []));
  const taken = await takenBack(tx, program, first.source, events);
  return rows.map((row) => ({ ...toDelivery(row), ...withTakenBack(row.findings, taken) }));
}

async function toldOne(tx: Tx, program: string, row: Row): Promise<Delivery> {
  const [delivery] = await told(tx, program, [row]);
  return delivery as Delivery;
}

function toDelivery(row: Row): Omit<Delivery, 'findings' | 'undone'> {
  const { id, tool_id, event, status, reason, mapping, attempts } = row;
  return {
    ...{ id, toolId: tool_id, event, receivedAt: fromTimestamp(row.received_at) },
    ...{ status, reason, mapping, attempts },
    workedAt: row.worked_at === null ? null : fromTimestamp(row.worked_at),
    dueAt: row.due_at === null ? null : fromTimestamp(row.due_at),
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
