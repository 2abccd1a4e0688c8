import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import { type AnyEvent, type EventId, type UnitKey, unitStateAt } from '#lib/domain';
import type { AppendOutcome, EventDraft } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { childrenOf } from '#lib/projections';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { type By, type Change, Recorder } from '../recorder.js';
import { differences } from '../told/compare.js';
import type { TookBack } from '../told/take-back-told.command.js';
import { type TakingBack, takingBack } from '../told/taking-back.js';
import { Forest } from '../units/forest.js';
import type { ImportedEvent } from './import-rows.command.js';

/**
 * Takes back what an import recorded, in appends of some hundred facts each. With `by.preview` it shows
 * what that would do. One that was cut off is ended by asking again.
 */
export class TakeBackImported extends Command<TookBack> {
  constructor(
    readonly by: By,
    readonly events: readonly ImportedEvent[],
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(TakeBackImported)
export class TakeBackImportedHandler implements ICommandHandler<TakeBackImported> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  async execute({ by, events, reason }: TakeBackImported): Promise<TookBack> {
    if (!by.preview)
      return takeBackImported((change) => this.recorder.append(by, change), events, reason);
    const units = unitsOf(events);
    const { drafts, taken, left } = await this.present.look(by.program, units, (known) =>
      planned(known, units, { wanted: idsOf(events), lot: idsOf(events), reason }),
    );
    const facts = drafts.filter(({ type }) => type === 'event.retracted');
    return { taken, left, standings: await differences(this.queries, by, facts) };
  }
}

/** Others who write wait for so many at most, and for so many of one unit: each reads all that is known of it. */
const EVENTS_AT_ONCE = 500;
const OF_ONE_UNIT = 100;
const TIMEOUT_MS = 60_000;

/** How an import is taken back. */
export interface TakingImported {
  /** Nobody else has to approve it. */
  readonly approved?: boolean;
  /** So many of the events are done with, as `keep` was told. */
  readonly from?: number;
  /** Ends the work between two appends. */
  readonly signal?: AbortSignal;
  /** Told of each lot, in its transaction; when it is called again, only the last time counts. */
  readonly keep?: (tx: Tx, lot: TakenLot) => Promise<void>;
}

/** A part of what an import recorded that is done with. */
export interface TakenLot extends Pick<TakingBack, 'taken' | 'left'> {
  /** How many of the events are done with before it, and after it. */
  readonly from: number;
  readonly to: number;
}

/**
 * Takes back what an import recorded, group by group; of the same events always in the same order.
 * @param append records a change
 */
export async function takeBackImported(
  append: (change: Change<TakingBack>) => Promise<AppendOutcome<TakingBack>>,
  events: readonly ImportedEvent[],
  reason: string,
  { from: begin = 0, signal, keep, ...options }: TakingImported = {},
): Promise<TookBack> {
  const wanted = idsOf(events);
  const [taken, left] = [[] as EventId[], [] as TakingBack['left'][number][]];
  let to = 0;
  for (const { units, lot } of lotsOf(events)) {
    const from = to;
    to += lot.size;
    if (from < begin) continue;
    signal?.throwIfAborted();
    let plan: TakingBack | undefined;
    const done = { from, to };
    const { answer } = await append({
      ...{ units, alone: true, timeoutMs: TIMEOUT_MS },
      decide: async (known) => {
        plan = await planned(known, units, { ...options, wanted, lot, reason });
        await keep?.(known.tx, { ...done, taken: plan.taken, left: plan.left });
        return plan.drafts;
      },
      answer: () => plan as TakingBack,
    });
    for (const event of answer.taken) taken.push(event);
    for (const one of answer.left) left.push(one);
  }
  return { taken, left, standings: [] };
}

/** What is taken back in one append. */
interface Lot {
  readonly units: UnitKey[];
  readonly lot: Set<EventId>;
}

/**
 * What was imported last first, in lots: a unit was registered after the one it comes under, and before
 * what was recorded about it.
 */
function lotsOf(events: readonly ImportedEvent[]): readonly Lot[] {
  const byUnit = new Map<UnitKey, EventId[]>();
  for (const { unit, event } of events) {
    const found = byUnit.get(unit);
    if (found) found.push(event);
    else byUnit.set(unit, [event]);
  }
  const lots: Lot[] = [];
  for (const [unit, ids] of [...byUnit].reverse()) {
    for (let end = ids.length; end > 0; end -= OF_ONE_UNIT) {
      const part = ids.slice(Math.max(0, end - OF_ONE_UNIT), end);
      const last = lots.at(-1);
      if (last && !last.units.includes(unit) && last.lot.size + part.length <= EVENTS_AT_ONCE) {
        last.units.push(unit);
        for (const id of part) last.lot.add(id);
      } else {
        lots.push({ units: [unit], lot: new Set(part) });
      }
    }
  }
  return lots;
}

const idsOf = (events: readonly ImportedEvent[]) => new Set(events.map(({ event }) => event));
const unitsOf = (events: readonly ImportedEvent[]) => [...new Set(events.map(({ unit }) => unit))];

interface Wish {
  /** All that the import recorded. */
  readonly wanted: ReadonlySet<EventId>;
  /** What of it is taken back now. */
  readonly lot: ReadonlySet<EventId>;
  readonly reason: string;
  readonly approved?: boolean;
}

const CHANGED = 'What it changed of a unit stays: change it back by hand.';

async function planned(
  known: Known,
  units: readonly UnitKey[],
  { wanted, lot, reason, ...options }: Wish,
): Promise<TakingBack> {
  const [drafts, taken, left] = [
    [] as EventDraft[],
    [] as EventId[],
    [] as { event: EventId; why: string }[],
  ];
  const forest = new Forest(known);
  await forest.load(units);
  const registered = new Map<UnitKey, AnyEvent>();
  for (const unit of units) {
    const events = await forest.events(unit);
    const mine = events.filter(({ id }) => lot.has(id));
    for (const event of mine) {
      if (event.type === 'unit.registered') registered.set(unit, event);
      else if (event.type === 'unit.changed' || event.type === 'unit.moved')
        left.push({ event: event.id, why: CHANGED });
    }
    const facts = mine.filter(({ type }) => !type.startsWith('unit.')).map(({ id }) => id);
    if (facts.length === 0) continue;
    const back = await takingBack(known, unit, new Set(facts), reason, options);
    drafts.push(...back.drafts);
    taken.push(...back.taken);
    left.push(...back.left);
  }
  const retiring = await retirings(known, forest, registered, wanted);
  return {
    drafts: [...drafts, ...retiring.drafts],
    taken: [...taken, ...retiring.taken],
    left: [...left, ...retiring.left],
  };
}

/** Retires units that an import registered, those below first, where nothing else hangs on them. */
async function retirings(
  known: Known,
  forest: Forest,
  registered: ReadonlyMap<UnitKey, AnyEvent>,
  wanted: ReadonlySet<EventId>,
): Promise<TakingBack> {
  const [drafts, taken, left] = [
    [] as EventDraft[],
    [] as EventId[],
    [] as { event: EventId; why: string }[],
  ];
  const done = new Set<UnitKey>();
  const children = await childrenOf(known.tx, known.program, [...registered.keys()], known.now);
  // in the order of the log a parent comes before those below it
  const order = [...registered].sort(([, a], [, b]) => b.position - a.position);
  for (const [unit, { id: event }] of order) {
    const timeline = await forest.timeline(unit);
    if (!timeline || unitStateAt(timeline, known.now).retired) {
      done.add(unit);
      continue;
    }
    const others = (await forest.events(unit)).filter(({ id }) => !wanted.has(id));
    const below = children.get(unit) ?? [];
    if (others.length > 0) {
      left.push({ event, why: `Something else was recorded about "${unit}" since: it stays.` });
    } else if (below.some((child) => !done.has(child))) {
      left.push({ event, why: `Other units lie below "${unit}": it stays.` });
    } else {
      drafts.push({ type: 'unit.retired', unit, data: {} });
      taken.push(event);
      done.add(unit);
    }
  }
  return { drafts, taken, left };
}
