import type { Instant, ProgramId } from '#lib/domain';
import {
  type Clock,
  type Database,
  fromTimestamp,
  newId,
  toTimestamp,
  type Tx,
} from '#lib/platform';
import { ChannelUnfit, UnknownChannel } from './errors.js';

/** A message to a channel, as it is listed. */
export interface ChannelMessage {
  readonly id: string;
  /** How many things it tells; 0: it is a test. */
  readonly notices: number;
  readonly madeAt: Instant;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly dueAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly reason: string | null;
}

interface Row {
  readonly id: string;
  readonly notices: number;
  readonly made_at: Date;
  readonly status: ChannelMessage['status'];
  readonly attempts: number;
  readonly due_at: Date | null;
  readonly last_at: Date | null;
  readonly reason: string | null;
}

const COLUMNS = 'id, notices, made_at, status, attempts, due_at, last_at, reason';

/** What channels were sent, for thirty days. */
export class ChannelMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of a channel, the last first, before the one with the id `before`. @throws UnknownChannel */
  list(
    program: ProgramId,
    name: string,
    page: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<readonly ChannelMessage[]> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const { id } = await channelOf(tx, program, name);
        const rows = await tx.query<Row>(
          `SELECT ${COLUMNS} FROM channel_message
            WHERE program_id = $1 AND channel = $2 AND ($3::uuid IS NULL OR id < $3)
            ORDER BY id DESC LIMIT $4`,
          [program, id, page.before ?? null, page.limit],
        );
        return rows.map(toMessage);
      },
      { readOnly: true },
    );
  }

  /** Has a test sent, whatever the hour. @throws UnknownChannel, ChannelUnfit where it is disabled */
  async test(tx: Tx, program: ProgramId, name: string): Promise<ChannelMessage> {
    const { id, disabled } = await channelOf(tx, program, name);
    if (disabled) {
      throw new ChannelUnfit('{name}', 'The channel is disabled. PUT it to use it again.');
    }
    const [row] = await tx.query<Row>(
      `INSERT INTO channel_message (program_id, channel, id, notices, made_at, status, due_at)
       VALUES ($1, $2, $3, 0, $4, 'waiting', $4) RETURNING ${COLUMNS}`,
      [program, id, newId(), toTimestamp(this.clock.now())],
    );
    return toMessage(row as Row);
  }
}

async function channelOf(tx: Tx, program: ProgramId, name: string) {
  const [row] = await tx.query<{ id: string; disabled: boolean }>(
    'SELECT id, disabled_at IS NOT NULL AS disabled FROM channel WHERE program_id = $1 AND name = $2',
    [program, name],
  );
  if (!row) throw new UnknownChannel(name);
  return row;
}

function toMessage(row: Row): ChannelMessage {
  const { id, notices, status, attempts, reason } = row;
  const at = (time: Date | null) => time && fromTimestamp(time);
  return {
    ...{ id, notices, status, attempts, reason },
    madeAt: fromTimestamp(row.made_at),
    dueAt: at(row.due_at),
    lastAt: at(row.last_at),
  };
}
