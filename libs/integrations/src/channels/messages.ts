import type { Instant, ProgramId } from '#lib/domain';
import {
  type Clock,
  type Database,
  fromTimestamp,
  newId,
  toTimestamp,
  type Tx,
} from '#lib/platform';
import type { CatalogueSource } from '#lib/projections';
import { addressOf, type ChannelSeals } from './address.js';
import type { ChannelRow } from './channel.js';
import { ChannelUnfit, UnknownChannel, UnknownMessage } from './errors.js';
import type { Message } from './message.js';
import { saidIn } from './said.js';

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

/** A message with what it says, and where the channel goes now. */
export interface ReadMessage extends ChannelMessage {
  readonly said: Pick<Message, 'title' | 'notices' | 'more'>;
  /** Of Slack and Teams the host, of mail the mailbox, all but its first letter masked; null as of the channel. */
  readonly to: string | null;
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

/** What the messages are read by. */
export interface ChannelMessagesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: ChannelSeals;
  /** Says what the program and its models are called. */
  readonly catalogue: CatalogueSource;
}

/** What channels were sent, for thirty days. */
export class ChannelMessages {
  constructor(private readonly parts: ChannelMessagesParts) {}

  /** Those of a channel, the last first, before the one with the id `before`. @throws UnknownChannel */
  list(
    program: ProgramId,
    name: string,
    page: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<readonly ChannelMessage[]> {
    return this.parts.database.inProgram(
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

  /** One of them, with what it says. @throws UnknownChannel, UnknownMessage */
  get(program: ProgramId, name: string, message: string): Promise<ReadMessage> {
    const { database, seals, catalogue } = this.parts;
    return database.inProgram(
      program,
      async (tx) => {
        const channel = await channelOf(tx, program, name);
        const { id, kind, how } = channel;
        const [row] = await tx.query<Row>(
          `SELECT ${COLUMNS} FROM channel_message WHERE program_id = $1 AND channel = $2 AND id = $3`,
          [program, id, message],
        );
        if (!row) throw new UnknownMessage(message);
        const { notices } = row;
        const said = await saidIn(tx, catalogue, program, { id, message, notices, how });
        const address = await addressOf(tx, seals, program, channel);
        const to = !address || address === 'erased' ? null : masked(kind, address);
        return { ...toMessage(row), said, to };
      },
      { readOnly: true },
    );
  }

  /** Has a test sent, whatever the hour. @throws UnknownChannel, ChannelUnfit where it is disabled */
  async test(tx: Tx, program: ProgramId, name: string): Promise<ChannelMessage> {
    const { id, disabled_at: disabled } = await channelOf(tx, program, name);
    if (disabled) {
      throw new ChannelUnfit('{name}', 'The channel is disabled. PUT it to use it again.');
    }
    const [row] = await tx.query<Row>(
      `INSERT INTO channel_message (program_id, channel, id, notices, made_at, status, due_at)
       VALUES ($1, $2, $3, 0, $4, 'waiting', $4) RETURNING ${COLUMNS}`,
      [program, id, newId(), toTimestamp(this.parts.clock.now())],
    );
    return toMessage(row as Row);
  }
}

async function channelOf(tx: Tx, program: ProgramId, name: string) {
  const [row] = await tx.query<ChannelRow>(
    'SELECT * FROM channel WHERE program_id = $1 AND name = $2',
    [program, name],
  );
  if (!row) throw new UnknownChannel(name);
  return row;
}

function masked(kind: ChannelRow['kind'], address: string): string {
  if (kind !== 'email') return new URL(address).origin;
  return address.replace(/^(.)[^@]*/u, '$1…');
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
