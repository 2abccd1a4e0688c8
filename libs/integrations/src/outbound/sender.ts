import { Webhook } from 'standardwebhooks';
import type { ProgramId } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Clock, Database, Logger, Tx } from '#lib/platform';
import { cloudEventOf } from './cloud-event.js';
import { claim, type Claimed, giveBack, type Sent, writeSent } from './due.js';
import { beginNoting, type Fared, noteFailed } from './endpoint-state.js';
import { AddressRefused, NoAnswer } from './reach/errors.js';
import type { Answer, Post } from './reach/post.js';
import { againAt, restUntil } from './schedule.js';
import type { DisabledBecause } from './subscription.js';
import { type MasterSeals, unsealed } from './subscription-seals.js';

/** So many are sent at once by a process, and so many of one program. */
const AT_ONCE = 64;
const PER_PROGRAM = 32;
const LONGEST_REASON = 500;

/** What the sender is made of. */
export interface SenderParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly seals: MasterSeals;
  readonly post: Pick<Post, 'send'>;
  readonly logger: Logger;
  /** Called in the transaction that disables a subscription. */
  readonly onDisabled: (
    tx: Tx,
    program: ProgramId,
    about: { readonly name: string; readonly because: DisabledBecause },
  ) => Promise<void>;
}

/**
 * Sends what is due. Deliveries are taken under a lease, so that any number of processes may send, and
 * what a process that died had taken is sent again. An endpoint that is slow keeps its own places and
 * no others.
 */
export class Sender {
  private readonly wanting = new Set<ProgramId>();
  private readonly sending = new Map<Claimed, Promise<void>>();
  private readonly busy = new Map<ProgramId, Map<string, number>>();
  private readonly stopping = new AbortController();
  private pumping: Promise<void> | undefined;

  constructor(private readonly parts: SenderParts) {}

  /** Says that something may be due in a program; never waits. */
  kick(program: ProgramId): void {
    if (this.stopping.signal.aborted) return;
    this.wanting.add(program);
    this.pumpOn();
  }

  private pumpOn(): void {
    if (this.pumping || this.sending.size >= AT_ONCE) return;
    this.pumping = this.pump().finally(() => {
      this.pumping = undefined;
      // somebody asked while it came to its end
      if (this.wanting.size > 0 && !this.stopping.signal.aborted) this.pumpOn();
    });
  }

  /** Ends what is being sent; it is due again. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error('The worker stops.'));
    await this.pumping;
    await Promise.all(this.sending.values());
  }

  private async pump(): Promise<void> {
    for (const program of this.wanting) {
      this.wanting.delete(program);
      if (this.stopping.signal.aborted) return;
      // whoever ends asks again
      if (this.sending.size >= AT_ONCE) {
        this.wanting.add(program);
        return;
      }
      try {
        for (const one of await this.take(program)) this.start(program, one);
      } catch (error) {
        // it stays due, and is asked for again with the next beat
        this.parts.logger.warn({ err: error, program }, 'what is to be sent could not be taken');
      }
    }
  }

  private take(program: ProgramId): Promise<readonly Claimed[]> {
    const { database, clock } = this.parts;
    const busy = this.busy.get(program) ?? new Map<string, number>();
    const own = [...busy.values()].reduce((sum, one) => sum + one, 0);
    const limit = Math.min(PER_PROGRAM - own, AT_ONCE - this.sending.size);
    if (limit <= 0) return Promise.resolve([]);
    return database.inProgram(program, (tx) =>
      claim(tx, program, { now: clock.now(), busy, limit }),
    );
  }

  private start(program: ProgramId, one: Claimed): void {
    this.count(program, one, 1);
    const work = this.deliver(program, one)
      .catch((error: unknown) => {
        const { id } = one;
        this.parts.logger.warn({ err: error, program, id }, 'what came of sending was not kept');
      })
      .finally(() => {
        this.sending.delete(one);
        this.count(program, one, -1);
        this.kick(program);
      });
    this.sending.set(one, work);
  }

  private count(program: ProgramId, { subscription }: Claimed, by: number): void {
    const busy = this.busy.get(program) ?? new Map<string, number>();
    const now = (busy.get(subscription) ?? 0) + by;
    if (now > 0) busy.set(subscription, now);
    else busy.delete(subscription);
    if (busy.size > 0) this.busy.set(program, busy);
    else this.busy.delete(program);
  }

  private async deliver(program: ProgramId, one: Claimed): Promise<void> {
    const { database, clock } = this.parts;
    const began = performance.now();
    let told: Told;
    try {
      told = await this.send(program, one);
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
      return database.inProgram(program, (tx) => giveBack(tx, program, one, clock.now()));
    }
    const now = clock.now();
    const tookMs = Math.round(performance.now() - began);
    const rest = told.fared?.kind === 'failed' ? told.fared.restsUntil : undefined;
    await database.inProgram(program, async (tx) => {
      if (told.fared) await beginNoting(tx, program, one.subscription, told.fared);
      const sent = this.outcome(one, told, now);
      const again = sent.again === null ? null : Math.max(sent.again, rest ?? 0);
      await writeSent(tx, program, one, { ...sent, again, tookMs, at: now });
      if (!told.fared || told.fared.kind === 'took') return;
      const because = await noteFailed(tx, program, one.subscription, told.fared, now);
      if (because) await this.parts.onDisabled(tx, program, { name: one.name, because });
    });
  }

  private outcome(one: Claimed, told: Told, now: number): Omit<Sent, 'tookMs'> {
    const { answered, reason, over } = told;
    if (reason === null) return { status: 'delivered', again: null, answered, reason };
    const again = over ? null : againAt(now, one.attempts, Math.random());
    return { status: again === null ? 'failed' : 'waiting', again, answered, reason };
  }

  /** @throws the reason of the stop */
  private async send(program: ProgramId, one: Claimed): Promise<Told> {
    const { database, clock, log, seals, post } = this.parts;
    const now = clock.now();
    const held = unsealed(seals, program, { id: one.subscription, sealed: one.sealed }, now);
    if (!held) return never('Another server sealed the address. Give it again.');
    const body = await database.inProgram(program, (tx) => cloudEventOf(tx, log, program, one), {
      readOnly: true,
    });
    if (body === undefined) return never('What was to be told is not in the log any more.');
    const at = new Date(now);
    const signatures = held.secrets.map(({ secret }) => new Webhook(secret).sign(one.id, at, body));
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Waymark',
      'webhook-id': one.id,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'webhook-signature': signatures.join(' '),
    };
    try {
      const answer = await post.send(held.url, { headers, body }, this.stopping.signal);
      return toldBy(answer, clock.now());
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof AddressRefused)) throw error;
      return { answered: null, reason: error.message, fared: { kind: 'failed' } };
    }
  }
}

/** What sending came to. */
interface Told {
  readonly answered: number | null;
  /** Null: it was taken. */
  readonly reason: string | null;
  /** Whether trying again cannot help. */
  readonly over?: true;
  /** Absent where the endpoint had no part in it. */
  readonly fared?: Fared;
}

function never(reason: string): Told {
  return { answered: null, reason, over: true };
}

const ASKING_FOR_REST = [429, 503];

function toldBy({ status, retryAfter, body }: Answer, now: number): Told {
  if (status >= 200 && status < 300) {
    return { answered: status, reason: null, fared: { kind: 'took' } };
  }
  const reason = wordsFor(status, body);
  if (status === 410) return { answered: status, reason, over: true, fared: { kind: 'gone' } };
  const restsUntil = ASKING_FOR_REST.includes(status) ? restUntil(now, retryAfter) : undefined;
  return { answered: status, reason, fared: { kind: 'failed', restsUntil } };
}

function wordsFor(status: number, body: string): string {
  if (status >= 300 && status < 400) return 'It points to another address. Give that one instead.';
  if (status === 410) return 'It says that it is gone for good.';
  // control characters and halves of characters cannot be kept
  const said = body.replace(/[\p{Cc}\p{Cs}\ufffd\s]+/gu, ' ').trim();
  return (said === '' ? `It answered ${status}.` : `It answered ${status}: ${said}`).slice(
    0,
    LONGEST_REASON,
  );
}
