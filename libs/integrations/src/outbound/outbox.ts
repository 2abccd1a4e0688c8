import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import {
  checkpoint,
  inSight,
  type LateTargets,
  shows,
  STANDING,
  type StandingChange,
  type StandingChanges,
} from '#lib/projections';
import { type ChannelListener, channelListeners, keepNotices } from '../channels/notices.js';
import { changedNotices } from '../notices/changed-notices.js';
import { alertSignal, type ChangedAlerts } from './alert-signals.js';
import { changeSignal, lateSignal } from './calendar-signals.js';
import { wanted } from './patterns.js';
import { type Advised, isTold, movePlace, type Place, placeOf } from './place.js';
import type { Signal } from './signal.js';

const EVENTS_AT_ONCE = 200;
const PASSED_AT_ONCE = 1_000;
const LOOKED_THROUGH_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** What the outbox is made of. */
export interface OutboxParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly changes: StandingChanges;
  readonly late: LateTargets;
  readonly changedAlerts: ChangedAlerts;
}

interface Listener {
  readonly id: string;
  readonly events: readonly string[];
  readonly under: UnitKey | null;
  readonly after_position: Position;
}

/**
 * Turns what happens in a program into deliveries to do. The log is the outbox: from the place up to
 * which it was told, this reads on, and writes what is to be sent in the transaction that moves the
 * place. Whatever dies in between, nothing is missing and nothing is there twice.
 */
export class Outbox {
  constructor(private readonly parts: OutboxParts) {}

  /**
   * Tells what a program recorded up to where its standings are written, its calendar up to now, and
   * the alerts of an advice.
   * @param advised up to where advice is computed: it follows the standings, and nothing waits for it
   * @returns how many deliveries are to do
   */
  async run(program: ProgramId, advised: Advised, signal: AbortSignal): Promise<number> {
    for (let made = 0; ; ) {
      signal.throwIfAborted();
      const step = await this.step(program, advised);
      made += step.made;
      if (step.done) return made;
    }
  }

  private async step(program: ProgramId, reached: Advised) {
    const { database, clock } = this.parts;
    const before = await database.inProgram(
      program,
      async (tx) => ({
        place: await placeOf(tx, program),
        upTo: await checkpoint(tx, program, STANDING),
        told: await listeners(tx, program),
        channels: await channelListeners(tx, program),
      }),
      { readOnly: true },
    );
    const { place, upTo, told, channels } = before;
    if (!place || told.length + channels.length === 0) return { made: 0, done: true };
    const wants = (type: string) =>
      channels.length > 0 || told.some(({ events }) => wanted(events, type));
    const changes = wants('standing.changed');
    const facts = await this.facts(program, place.position, upTo, changes);
    const passed = changes
      ? await this.passed(program, place.passedAt, clock.now())
      : { signals: [], until: clock.now(), done: true };
    const passedAt = Math.max(place.passedAt, passed.until);
    const late = wants('target.late')
      ? await this.parts.late.between(program, place.passedAt, passedAt)
      : [];
    const looks = facts.done && !isTold(place, reached);
    const advised = looks ? reached : place.advised;
    const next = { position: facts.position, passedAt, advised };
    const made = await database.inProgram(program, async (tx) => {
      // another worker was here meanwhile: what was read is told already
      if (!isAt(await placeOf(tx, program, { locked: true }), place)) return undefined;
      const now = clock.now();
      const alerts = looks ? await this.parts.changedAlerts(tx, program) : [];
      const signals = [
        ...[...facts.signals, ...passed.signals, ...late.map(lateSignal)],
        ...alerts.map((alert) => alertSignal(alert, now)),
        ...(facts.done ? await changedNotices(tx, program, now) : []),
      ];
      const moved = next.position > place.position || looks || signals.length > 0;
      // a calendar in which nothing happens is looked through again, and written down now and then
      if (moved || isLongAfter(next.passedAt, place.passedAt)) {
        await movePlace(tx, program, next);
      }
      await keepNotices(tx, program, await channelListeners(tx, program), signals, now);
      return this.keep(tx, program, await listeners(tx, program), signals);
    });
    return { made: made ?? 0, done: made !== undefined && facts.done && passed.done };
  }

  /** Facts after a position, each followed by the changes of standings that it caused. */
  private async facts(program: ProgramId, after: Position, upTo: Position, changes: boolean) {
    const { database, log } = this.parts;
    const read =
      after < upTo
        ? await database.inProgram(
            program,
            (tx) => log.readAfter(tx, program, after, EVENTS_AT_ONCE),
            { readOnly: true },
          )
        : [];
    const events = read.filter(({ position }) => position <= upTo);
    const caused = changes ? await this.parts.changes.along(program, events) : new Map();
    const signals = events.flatMap((event): readonly Signal[] => {
      const { type, unit, position, effectiveAt } = event;
      const moved: readonly StandingChange[] = caused.get(position) ?? [];
      return [
        { type, unit, at: effectiveAt, position, event },
        ...moved.map((change) => changeSignal(change, position)),
      ];
    });
    const position = events[events.length - 1]?.position ?? after;
    return { signals, position, done: read.length < EVENTS_AT_ONCE || position >= upTo };
  }

  /** Changes of standings that came with the calendar alone. */
  private async passed(program: ProgramId, after: Instant, now: Instant) {
    for (let limit = PASSED_AT_ONCE; ; limit *= 2) {
      const found = await this.parts.changes.passed(program, after, now, limit);
      const signals = (changes: readonly StandingChange[]) =>
        changes.map((change) => changeSignal(change));
      if (found.length < limit) return { signals: signals(found), until: now, done: true };
      // the last instant of a full page may go on beyond it
      const last = found[found.length - 1]?.at;
      const whole = found.filter(({ at }) => at !== last);
      const until = whole[whole.length - 1]?.at;
      if (until !== undefined) return { signals: signals(whole), until, done: false };
    }
  }

  private async keep(
    tx: Tx,
    program: ProgramId,
    told: readonly Listener[],
    signals: readonly Signal[],
  ): Promise<number> {
    const now = toTimestamp(this.parts.clock.now());
    const rows: object[] = [];
    for (const listener of told) {
      for (const signal of await theirs(tx, program, listener, signals)) {
        const { type, unit, at, event, data } = signal;
        const position = event?.position ?? null;
        const row = { subscription: listener.id, id: newId(), type, unit, position };
        rows.push({ ...row, happened_at: toTimestamp(at), data: data ?? null });
      }
    }
    if (rows.length > 0) await tx.query(KEEP, [program, JSON.stringify(rows), now]);
    return rows.length;
  }
}

const KEEP = `
INSERT INTO subscription_delivery
  (program_id, subscription, id, type, unit, happened_at, position, data, made_at, status, due_at)
SELECT $1, subscription, id, type, unit, happened_at, position, data, $3, 'waiting', $3
  FROM jsonb_to_recordset($2) AS d(subscription uuid, id uuid, type text, unit text,
       happened_at timestamptz, position bigint, data jsonb)`;

/** Whether anybody is to be told of what was recorded or advised since a program was told last. */
export async function outboxBehind(tx: Tx, program: ProgramId, advised: Advised): Promise<boolean> {
  const place = await placeOf(tx, program);
  if (!place) return false;
  const toldAll = place.position >= (await checkpoint(tx, program, STANDING));
  if (toldAll && isTold(place, advised)) return false;
  const told: readonly (Listener | ChannelListener)[] = await listeners(tx, program);
  return told.length > 0 || (await channelListeners(tx, program)).length > 0;
}

/** Those of a program that are in use, held so that none is taken away before it is written to. */
function listeners(tx: Tx, program: ProgramId): Promise<Listener[]> {
  return tx.query<Listener>(
    `SELECT id, events, under, after_position FROM subscription
      WHERE program_id = $1 AND disabled_at IS NULL ORDER BY name`,
    [program],
  );
}

async function theirs(
  tx: Tx,
  program: ProgramId,
  { events, under, after_position }: Listener,
  signals: readonly Signal[],
): Promise<readonly Signal[]> {
  const meant = signals.filter(
    ({ type, position }) => wanted(events, type) && (position ?? Infinity) > after_position,
  );
  if (under === null || meant.length === 0) return meant;
  const units = [...new Set(meant.flatMap(({ unit }) => unit ?? []))];
  const seen = await inSight(tx, { program, sight: [under] }, units);
  return meant.filter(({ unit, event }) =>
    event ? shows(seen, event) : unit !== null && seen.has(unit),
  );
}

function isAt(now: Place | undefined, before: Place): boolean {
  if (now?.position !== before.position || now.passedAt !== before.passedAt) return false;
  return before.advised === null ? now.advised === null : isTold(now, before.advised);
}

/** Another day has begun, whose end before was looked at, or an hour is over. */
function isLongAfter(next: Instant, before: Instant): boolean {
  if (next - before > LOOKED_THROUGH_MS) return true;
  return Math.floor(next / DAY_MS) > Math.floor(before / DAY_MS);
}
