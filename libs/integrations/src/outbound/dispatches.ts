import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import {
  type Clock,
  type Database,
  fromTimestamp,
  newId,
  toTimestamp,
  type Tx,
} from '#lib/platform';
import { SubscriptionUnfit, UnknownDispatch, UnknownSubscription } from './errors.js';

/** `waiting`: it is sent soon, or again. `failed`: not by itself any more. */
export type DispatchStatus = 'waiting' | 'delivered' | 'failed';

/** A delivery to a subscription, as it is listed. */
export interface Dispatch {
  /** The `webhook-id`. */
  readonly id: string;
  readonly type: string;
  readonly unit: UnitKey | null;
  readonly happenedAt: Instant;
  readonly madeAt: Instant;
  readonly status: DispatchStatus;
  readonly attempts: number;
  readonly dueAt: Instant | null;
  /** The last attempt: when it was, what was answered, what went wrong, how long it took. */
  readonly lastAt: Instant | null;
  readonly answered: number | null;
  readonly reason: string | null;
  readonly tookMs: number | null;
  /** The data that is sent; null: a fact, as the log holds it when it is sent. */
  readonly told: Readonly<Record<string, unknown>> | null;
}

interface Row {
  readonly id: string;
  readonly type: string;
  readonly unit: UnitKey | null;
  readonly happened_at: Date;
  readonly made_at: Date;
  readonly status: DispatchStatus;
  readonly attempts: number;
  readonly due_at: Date | null;
  readonly last_at: Date | null;
  readonly answered: number | null;
  readonly reason: string | null;
  readonly took_ms: number | null;
  readonly told: Dispatch['told'];
}

const COLUMNS = `id, type, unit, happened_at, made_at, status, attempts, due_at, last_at, answered,
  reason, took_ms, data->'told' AS told`;

/** What was sent to subscriptions, for thirty days. */
export class Dispatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of a subscription, the last first, before the one with the id `before`. @throws UnknownSubscription */
  list(
    program: ProgramId,
    name: string,
    page: {
      readonly status?: DispatchStatus | undefined;
      readonly before?: string | undefined;
      readonly limit: number;
    },
  ): Promise<readonly Dispatch[]> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const { id } = await subscriptionOf(tx, program, name);
        const rows = await tx.query<Row>(
          `SELECT ${COLUMNS} FROM subscription_delivery
            WHERE program_id = $1 AND subscription = $2 AND ($3::text IS NULL OR status = $3)
              AND ($4::uuid IS NULL OR id < $4)
            ORDER BY id DESC LIMIT $5`,
          [program, id, page.status ?? null, page.before ?? null, page.limit],
        );
        return rows.map(toDispatch);
      },
      { readOnly: true },
    );
  }

  /**
   * Has one sent again, under the same `webhook-id`, whatever became of it.
   * @throws UnknownSubscription, UnknownDispatch, SubscriptionUnfit where it is disabled
   */
  async redeliver(tx: Tx, program: ProgramId, name: string, id: string): Promise<Dispatch> {
    const subscription = await inUse(tx, program, name);
    const [row] = await tx.query<Row>(
      `UPDATE subscription_delivery SET status = 'waiting', attempts = 0, due_at = $4
        WHERE program_id = $1 AND subscription = $2 AND id = $3 RETURNING ${COLUMNS}`,
      [program, subscription, id, toTimestamp(this.clock.now())],
    );
    if (!row) throw new UnknownDispatch(id);
    return toDispatch(row);
  }

  /** Has something sent that says it is a test. @throws UnknownSubscription, SubscriptionUnfit where it is disabled */
  async test(tx: Tx, program: ProgramId, name: string): Promise<Dispatch> {
    const subscription = await inUse(tx, program, name);
    const id = newId();
    const data = { id, told: { subscription: name, says: 'This is a test. Nothing happened.' } };
    const [row] = await tx.query<Row>(
      `INSERT INTO subscription_delivery
         (program_id, subscription, id, type, happened_at, data, made_at, status, due_at)
       VALUES ($1, $2, $3, 'test', $4, $5, $4, 'waiting', $4) RETURNING ${COLUMNS}`,
      [program, subscription, id, toTimestamp(this.clock.now()), JSON.stringify(data)],
    );
    return toDispatch(row as Row);
  }
}

async function subscriptionOf(tx: Tx, program: ProgramId, name: string) {
  const [row] = await tx.query<{ id: string; disabled: boolean }>(
    `SELECT id, disabled_at IS NOT NULL AS disabled FROM subscription
      WHERE program_id = $1 AND name = $2`,
    [program, name],
  );
  if (!row) throw new UnknownSubscription(name);
  return row;
}

async function inUse(tx: Tx, program: ProgramId, name: string): Promise<string> {
  const { id, disabled } = await subscriptionOf(tx, program, name);
  if (!disabled) return id;
  throw new SubscriptionUnfit('{name}', 'The subscription is disabled. PUT it to use it again.');
}

function toDispatch(row: Row): Dispatch {
  const { id, type, unit, status, attempts, answered, reason } = row;
  const at = (time: Date | null) => (time === null ? null : fromTimestamp(time));
  return {
    ...{ id, type, unit, status, attempts, answered, reason },
    happenedAt: fromTimestamp(row.happened_at),
    madeAt: fromTimestamp(row.made_at),
    dueAt: at(row.due_at),
    lastAt: at(row.last_at),
    tookMs: row.took_ms,
    told: row.told,
  };
}
