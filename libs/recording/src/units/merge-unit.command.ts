import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MilestoneKey, Standing, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import { countsFrom } from '../occurred.js';
import { type By, Recorder, requireUnit } from '../recorder.js';
import { type Carried, carry } from './carry.js';
import { Forest } from './forest.js';
import { merge } from './merger.js';

/** One unit becomes part of another from a date (default: now) on. */
export interface Merger {
  readonly into: UnitKey;
  /** Milestones of the unit that its heir shall hold from then on. */
  readonly carry?: readonly MilestoneKey[];
  readonly occurredAt?: string;
}

/** What a merger led to. */
export interface Merged {
  readonly unit: UnitKey;
  readonly into: UnitKey;
  /** `unit.merged`, as logged. */
  readonly event: StoredEvent;
  /** The units that came under the heir. */
  readonly moved: readonly UnitKey[];
  /** The heir's new facts. */
  readonly carried: readonly StoredEvent[];
  /** Of those asked for: what the heir held already. */
  readonly alreadyHeld: readonly MilestoneKey[];
  /** The heir's, after it. */
  readonly standings: readonly Standing[];
  /** Of the unit, for `If-Match`. */
  readonly version: number;
}

/** Retires a unit into another: its children come under the heir, which takes over named milestones. All of it, or nothing. */
export class MergeUnit extends Command<Merged> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly merger: Merger,
  ) {
    super();
  }
}

@CommandHandler(MergeUnit)
export class MergeUnitHandler implements ICommandHandler<MergeUnit> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `unit-unknown`, `date-invalid`, `date-in-future`, and of `merge` and `carry`; VersionConflict */
  async execute({ by, unit, merger }: MergeUnit): Promise<Merged> {
    const { into, occurredAt, carry: milestones = [] } = merger;
    let carried: Carried = { drafts: [], alreadyHeld: [] };
    const { answer } = await this.recorder.append(by, {
      units: [unit],
      alone: true,
      decide: async (known) => {
        requireUnit(known, unit);
        const dated = { unit, into, at: countsFrom(occurredAt, known.now), occurredAt };
        const forest = new Forest(known);
        const structural = await merge(known, forest, dated);
        carried = await carry(known, forest, dated, milestones);
        return [...structural, ...carried.drafts];
      },
      answer: ({ events, standings, version }): Merged => ({
        unit,
        into,
        event: events.find(({ type }) => type === 'unit.merged') as StoredEvent,
        moved: events.flatMap((event) =>
          event.type === 'unit.moved' && event.unit !== null ? [event.unit] : [],
        ),
        carried: events.filter(({ type }) => type === 'milestone.achieved'),
        alreadyHeld: carried.alreadyHeld,
        standings: standings(into),
        version: version(unit),
      }),
    });
    return answer;
  }
}
