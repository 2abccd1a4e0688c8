import type { QueryBus } from '@nestjs/cqrs';
import type { Standing, UnitKey } from '#lib/domain';
import {
  type Append,
  type Appended,
  type AppendOutcome,
  type EventDraft,
  type StoredEvent,
  VersionConflict,
} from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { PreviewQuery } from '#lib/projections';
import { Known } from './known.js';
import type { Present } from './present.js';
import type { Records } from './records.js';
import { type Asking, keepWithinReach, viewerOf } from './reach.js';
import { Refusal } from './refusal.js';
import { currentTrace } from './trace.js';

/** Who asks for a change, and under which conditions. */
export interface By extends Asking {
  readonly idempotency?: Append<unknown>['idempotency'];
  /** From `If-Match`: the versions at which the change is wanted, or any that exists. */
  readonly ifMatch?: 'any' | readonly number[];
  /** Only shows what recording would do. */
  readonly preview?: boolean;
}

/** What one recording led to: the event as logged, and the unit's standings after it. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly event: StoredEvent;
  readonly standings: readonly Standing[];
}

/** What a recording would lead to. */
export interface Previewed {
  readonly kind: 'previewed';
  readonly before: readonly Standing[];
  readonly after: readonly Standing[];
}

/** Says what is to be recorded; pure but for what it asks of `Known`. */
export type Decide = (known: Known) => Promise<readonly EventDraft[]> | readonly EventDraft[];

/** Does something else with what was decided, and answers with that; undefined: it is recorded. */
export type Instead<Else> = (
  known: Known,
  drafts: readonly EventDraft[],
) => Promise<Else | undefined>;

/** A decision and what is answered once it is recorded. */
export interface Change<Answer> {
  /** The units whose versions the decision looks at. */
  readonly units: readonly UnitKey[];
  /** False for milestone facts, which may share a transaction with others. */
  readonly alone: boolean;
  /** As `Append.timeoutMs`. */
  readonly timeoutMs?: number;
  readonly decide: Decide;
  /** Must survive JSON. */
  answer(appended: Appended): Answer;
}

/** Takes decisions to the log. */
export class Recorder {
  constructor(
    private readonly records: Pick<Records, 'log' | 'catalogue' | 'wakeups'>,
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  /**
   * Records facts about one registered unit; the last of the drafts is the one answered with.
   * @param options.instead what may be done instead, once it is known that they could be recorded;
   * `alone`, since a decision that is put off must not have done it
   * @throws Refusal `unit-unknown` and what `decide` throws; VersionConflict; the log's other errors
   */
  async record<Else = never>(
    by: By,
    unit: UnitKey,
    decide: Decide,
    options: { readonly alone: boolean; readonly instead?: Instead<Else> },
  ): Promise<Recorded | Previewed | Else> {
    const ofRegistered: Decide = (known) => {
      requireUnit(known, unit);
      return decide(known);
    };
    if (by.preview) return this.preview(by, unit, ofRegistered);
    let otherwise: Else | undefined;
    const { answer } = await this.append<Recorded | Else>(by, {
      units: [unit],
      alone: options.alone,
      decide: async (known) => {
        const drafts = await ofRegistered(known);
        otherwise = await options.instead?.(known, drafts);
        return otherwise === undefined ? drafts : [];
      },
      answer: ({ events, standings }) =>
        otherwise ?? {
          kind: 'recorded',
          event: events[events.length - 1] as StoredEvent,
          standings: standings(unit),
        },
    });
    return answer;
  }

  /** Records any change. The first of `change.units` is the one that `by.ifMatch` speaks of. */
  append<Answer>(by: By, change: Change<Answer>): Promise<AppendOutcome<Answer>> {
    return appendChange(this.records, by, change);
  }

  /**
   * Does what is not a fact of the log, once for its idempotency key: a repeat is answered with the
   * first answer, which is kept in the same transaction.
   * @param work does it in the transaction it is given; with none, in one of its own
   */
  async once<Answer>(by: By, work: (tx?: Tx) => Promise<Answer>): Promise<Answer> {
    if (by.idempotency === undefined) return work();
    let done: { readonly answer: Answer } | undefined;
    const { answer } = await this.append(by, {
      units: [],
      alone: true,
      decide: async ({ tx }) => {
        done = { answer: await wholly(tx, work) };
        return [];
      },
      answer: () => (done as { readonly answer: Answer }).answer,
    });
    return answer;
  }

  private async preview(by: By, unit: UnitKey, decide: Decide): Promise<Previewed> {
    const drafts = await this.present.look(
      by.program,
      [unit],
      (known) => decideWithin(by, known, { units: [unit], decide }),
      viewerOf(by).sight,
    );
    const { before, after } = await this.queries.execute(
      new PreviewQuery(viewerOf(by), unit, drafts),
    );
    return { kind: 'previewed', before, after };
  }
}

/** Records any change, also where there are no buses. The first of `change.units` is the one that `by.ifMatch` speaks of. */
export function appendChange<Answer>(
  records: Pick<Records, 'log' | 'catalogue' | 'wakeups'>,
  by: By,
  change: Change<Answer>,
): Promise<AppendOutcome<Answer>> {
  const traceparent = currentTrace.getStore();
  if (traceparent) records.wakeups.trace(by.program, traceparent);
  return records.log.append({
    program: by.program,
    actor: by.actor,
    units: change.units,
    idempotency: by.idempotency,
    alone: change.alone,
    ...(change.timeoutMs === undefined ? {} : { timeoutMs: change.timeoutMs }),
    decide: (context) => {
      const { log, catalogue } = records;
      const known = new Known(by.program, context, log, catalogue, viewerOf(by).sight);
      return decideWithin(by, known, change);
    },
    answer: (appended) => change.answer(appended),
  });
}

/** What refuses an append does not undo what was done for it. */
async function wholly<Answer>(tx: Tx, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  await tx.query('SAVEPOINT act');
  try {
    return await work(tx);
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT act');
    throw error;
  }
}

/** Decides, and refuses what goes further than whoever asks may reach. */
async function decideWithin(
  by: By,
  known: Known,
  { units, decide }: Pick<Change<unknown>, 'units' | 'decide'>,
): Promise<readonly EventDraft[]> {
  const seen = await known.seen(units);
  const hidden = units.find((unit) => known.version(unit) !== undefined && !seen.has(unit));
  if (hidden !== undefined) throw unknownUnit(hidden);
  requireVersion(by, known, units[0]);
  const drafts = await decide(known);
  await keepWithinReach(known, by, drafts);
  return drafts;
}

/** @throws Refusal `unit-unknown` */
export function requireUnit(known: Known, unit: UnitKey): void {
  if (known.version(unit) === undefined) throw unknownUnit(unit);
}

function unknownUnit(unit: UnitKey): Refusal {
  return new Refusal('unit-unknown', `There is no unit "${unit}". Register it first.`);
}

function requireVersion(by: By, known: Known, unit: UnitKey | undefined): void {
  if (by.ifMatch === undefined || unit === undefined) return;
  const actual = known.version(unit) ?? 0;
  const fits = by.ifMatch === 'any' ? actual > 0 : by.ifMatch.includes(actual);
  if (!fits)
    throw new VersionConflict(unit, by.ifMatch === 'any' ? 1 : (by.ifMatch[0] ?? 0), actual);
}
