import type { Instant, ProgramId } from '#lib/domain';
import { type Clock, type Database, toTimestamp, type Tx } from '#lib/platform';
import type { CatalogueSource } from '#lib/projections';
import { AddressRefused, NoAnswer } from '../outbound/reach/errors.js';
import type { Post } from '../outbound/reach/post.js';
import { againAt, failsTooLong } from '../outbound/schedule.js';
import { addressOf, type ChannelSeals } from './address.js';
import { claimMessages, type ClaimedMessage, makeMessages } from './due-messages.js';
import { mailOf } from './mail.js';
import { type Mailer, MailNotTaken } from './mailer.js';
import type { Message } from './message.js';
import { saidIn } from './said.js';
import { slackOf } from './slack.js';
import { teamsOf } from './teams.js';

/** What the courier is made of. */
export interface CourierParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Says what the program and its models are called. */
  readonly catalogue: CatalogueSource;
  readonly seals: ChannelSeals;
  readonly post: Pick<Post, 'send'>;
  /** Absent: the operator named no mail server. */
  readonly mailer: Pick<Mailer, 'send'> | undefined;
  /** Where people reach this server, without a slash at its end; undefined: messages have no links. */
  readonly address: string | undefined;
  /** Called in the transaction that disables a channel. */
  readonly onDisabled: (
    tx: Tx,
    program: ProgramId,
    about: { readonly name: string; readonly because: string },
  ) => Promise<void>;
}

/** What sending came to. */
interface Outcome {
  /** Null: it was taken. */
  readonly reason: string | null;
  /** Whether trying again cannot help. */
  readonly over?: true;
  /** Why the channel is not to be used any more. */
  readonly disabled?: 'gone' | 'erased';
}

/** Makes messages of what channels are to be told, and sends them. */
export class Courier {
  constructor(private readonly parts: CourierParts) {}

  /** Sends what is due in a program. @returns how many messages were sent, taken or not */
  async run(program: ProgramId, signal: AbortSignal): Promise<number> {
    const { database, clock } = this.parts;
    await database.inProgram(program, (tx) => makeMessages(tx, program, clock.now()));
    for (let sent = 0; ; ) {
      signal.throwIfAborted();
      const claimed = await database.inProgram(program, (tx) =>
        claimMessages(tx, program, clock.now()),
      );
      if (claimed.length === 0) return sent;
      await Promise.all(claimed.map((one) => this.deliver(program, one, signal)));
      sent += claimed.length;
    }
  }

  /** @throws the reason of `signal`: the message is sent again when its lease is over */
  private async deliver(
    program: ProgramId,
    one: ClaimedMessage,
    signal: AbortSignal,
  ): Promise<void> {
    const { database, clock } = this.parts;
    const outcome = await this.send(program, one, signal);
    await database.inProgram(program, (tx) => this.write(tx, program, one, outcome, clock.now()));
  }

  private async send(
    program: ProgramId,
    one: ClaimedMessage,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { database, seals, catalogue, address } = this.parts;
    const { to, message } = await database.inProgram(
      program,
      async (tx) => ({
        to: await addressOf(tx, seals, program, one),
        message: await saidIn(tx, catalogue, program, one, address),
      }),
      { readOnly: true },
    );
    if (to === undefined) return never('Another server sealed the address. Give it again.');
    if (to === 'erased') {
      return { ...never('Whose address it was has been erased.'), disabled: 'erased' };
    }
    try {
      if (one.kind === 'email') return await this.mail(to, message, one.message);
      const body = one.kind === 'slack' ? slackOf(message) : teamsOf(message);
      return await this.chat(to, body, signal);
    } catch (error) {
      const known = [NoAnswer, AddressRefused, MailNotTaken].some((kind) => error instanceof kind);
      if (!known) throw error;
      const over = error instanceof MailNotTaken && error.forGood;
      return { reason: (error as Error).message, ...(over ? { over } : {}) };
    }
  }

  private async mail(to: string, message: Message, id: string): Promise<Outcome> {
    const { mailer } = this.parts;
    if (!mailer) return never('This server sends no mail: its operator has named no mail server.');
    await mailer.send(to, mailOf(message), id);
    return { reason: null };
  }

  private async chat(to: string, body: string, signal: AbortSignal): Promise<Outcome> {
    const headers = { 'content-type': 'application/json', 'user-agent': 'Waymark' };
    const { status } = await this.parts.post.send(to, { headers, body }, signal);
    if (status >= 200 && status < 300) return { reason: null };
    const reason = `It answered ${status}.`;
    // Slack says so of a webhook that was taken away, Teams of a workflow
    return status === 404 || status === 410 ? { reason, over: true, disabled: 'gone' } : { reason };
  }

  private async write(
    tx: Tx,
    program: ProgramId,
    one: ClaimedMessage,
    { reason, over, disabled }: Outcome,
    now: Instant,
  ): Promise<void> {
    const again = reason === null || over ? null : againAt(now, one.attempts, Math.random());
    const status = reason === null ? 'delivered' : again === null ? 'failed' : 'waiting';
    // the channel first, as those take it who remove it: the other way round, two wait for each other
    const [row] = await tx.query<{ failing_since: Date | null }>(
      `UPDATE channel SET failing_since = CASE WHEN $3 THEN NULL ELSE coalesce(failing_since, $4) END
        WHERE program_id = $1 AND id = $2 AND disabled_at IS NULL RETURNING failing_since`,
      [program, one.id, reason === null, toTimestamp(now)],
    );
    await tx.query(
      `UPDATE channel_message SET status = $5, due_at = $6, reason = $7, last_at = $8
        WHERE program_id = $1 AND channel = $2 AND id = $3 AND due_at = $4`,
      [
        ...[program, one.id, one.message, one.lease, status],
        ...[again === null ? null : toTimestamp(again), reason, toTimestamp(now)],
      ],
    );
    const since = row?.failing_since?.getTime();
    const because =
      disabled ?? (since !== undefined && failsTooLong(now, since) ? 'failing' : null);
    if (!row || because === null) return;
    await tx.query(
      `UPDATE channel SET disabled_at = $3, disabled_because = $4, due_at = NULL
        WHERE program_id = $1 AND id = $2`,
      [program, one.id, toTimestamp(now), because],
    );
    await this.parts.onDisabled(tx, program, { name: one.name, because });
  }
}

function never(reason: string): Outcome {
  return { reason, over: true };
}
