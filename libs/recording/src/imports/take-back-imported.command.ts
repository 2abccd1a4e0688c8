import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import { type AnyEvent, type EventId, type UnitKey, unitStateAt } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { childrenAt } from '#lib/projections';
import type { Known } from '../known.js';
import { Present } from '../present.js';
import { type By, Recorder } from '../recorder.js';
import { differences } from '../told/compare.js';
import type { TookBack } from '../told/take-back-told.command.js';
import { type TakingBack, takingBack } from '../told/taking-back.js';
import { Forest } from '../units/forest.js';
import type { ImportedEvent } from './import-rows.command.js';

/** Takes back what an import recorded, in one append. With `by.preview` it shows what that would do. */
export class TakeBackImported extends Command<TookBack> {
  constructor(
    readonly by: By,
    readonly events: readonly ImportedEvent[],
    readonly reason: string,
  ) {
    super();
  }
}

/** As long as the import itself may have taken. */
const TIMEOUT_MS = 300_000;

@CommandHandler(TakeBackImported)
export class TakeBackImportedHandler implements ICommandHandler<TakeBackImported> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  async execute({ by, events, reason }: TakeBackImported): Promise<TookBack> {
    const units = [...new Set(events.map(({ unit }) => unit))];
    const decide = (known: Known) => planned(known, units, events, reason);
    if (by.preview) {
      const { drafts, taken, left } = await this.present.look(by.program, units, decide);
      const facts = drafts.filter(({ type }) => type === 'event.retracted');
      return { taken, left, standings: await differences(this.queries, by, facts) };
    }
    let plan: TakingBack | undefined;
    const { answer } = await this.recorder.append(by, {
      ...{ units, alone: true, timeoutMs: TIMEOUT_MS },
      decide: async (known) => {
        plan = await decide(known);
        return plan.drafts;
      },
      answer: (): TookBack => {
        const { taken, left } = plan as TakingBack;
        return { taken, left, standings: [] };
      },
    });
    return answer;
  }
}

const CHANGED = 'What it changed of a unit stays: change it back by hand.';

async function planned(
  known: Known,
  units: readonly UnitKey[],
  imported: readonly ImportedEvent[],
  reason: string,
): Promise<TakingBack> {
  const wanted = new Set(imported.map(({ event }) => event));
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
    const mine = events.filter(({ id }) => wanted.has(id));
    for (const event of mine) {
      if (event.type === 'unit.registered') registered.set(unit, event);
      else if (event.type === 'unit.changed' || event.type === 'unit.moved')
        left.push({ event: event.id, why: CHANGED });
    }
    const facts = mine.filter(({ type }) => !type.startsWith('unit.')).map(({ id }) => id);
    if (facts.length === 0) continue;
    const back = await takingBack(known, unit, new Set(facts), reason);
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
  // in the order of the log a parent comes before those below it
  const order = [...registered].sort(([, a], [, b]) => b.position - a.position);
  for (const [unit, { id: event }] of order) {
    const timeline = await forest.timeline(unit);
    if (!timeline || unitStateAt(timeline, known.now).retired) {
      done.add(unit);
      continue;
    }
    const others = (await forest.events(unit)).filter(({ id }) => !wanted.has(id));
    const below = await childrenAt(known.tx, known.program, unit, known.now);
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
