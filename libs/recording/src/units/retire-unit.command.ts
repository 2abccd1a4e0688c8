import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type UnitKey, unitStateAt } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';
import { countsFrom } from '../occurred.js';
import { type By, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { Forest } from './forest.js';
import { grow } from './tree-rules.js';
import { type ChangedUnit, type UnitNow, unitNow } from './unit-view.js';

/** Retires a unit from a date (default: now) on; its history stays. Nothing happens when it is retired then. */
export class RetireUnit extends Command<ChangedUnit> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly occurredAt?: string,
  ) {
    super();
  }
}

/** Takes a retired unit back from a date (default: now) on. */
export class ReinstateUnit extends Command<ChangedUnit> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly reinstatement: { readonly occurredAt?: string; readonly reason?: string },
  ) {
    super();
  }
}

@CommandHandler(RetireUnit)
export class RetireUnitHandler implements ICommandHandler<RetireUnit> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `unit-unknown`, `unit-has-units-below`, `date-invalid`, `date-in-future` */
  execute({ by, unit, occurredAt }: RetireUnit): Promise<ChangedUnit> {
    return change(this.recorder, by, unit, async (known, forest) => {
      const at = countsFrom(occurredAt, known.now, '?occurredAt');
      const timeline = await forest.timeline(unit);
      if (!timeline || unitStateAt(timeline, at).retired) return [];
      return [{ type: 'unit.retired', unit, occurredAt, data: {} }];
    });
  }
}

@CommandHandler(ReinstateUnit)
export class ReinstateUnitHandler implements ICommandHandler<ReinstateUnit> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `unit-unknown`, `unit-retired-not`, `parent-retired`, `date-invalid`, `date-in-future` */
  execute({
    by,
    unit,
    reinstatement: { occurredAt, ...data },
  }: ReinstateUnit): Promise<ChangedUnit> {
    return change(this.recorder, by, unit, async (known, forest) => {
      const at = countsFrom(occurredAt, known.now);
      const timeline = await forest.timeline(unit);
      if (timeline && !unitStateAt(timeline, at).retired) {
        throw new Refusal('unit-retired-not', `"${unit}" is not retired at that time.`);
      }
      return [{ type: 'unit.reinstated', unit, occurredAt, data }];
    });
  }
}

async function change(
  recorder: Recorder,
  by: By,
  unit: UnitKey,
  drafting: (known: Known, forest: Forest) => Promise<readonly EventDraft[]>,
): Promise<ChangedUnit> {
  let now: UnitNow | undefined;
  const { answer } = await recorder.append(by, {
    units: [unit],
    alone: true,
    decide: async (known) => {
      requireUnit(known, unit);
      const forest = new Forest(known);
      const drafts = await drafting(known, forest);
      await grow(known, forest, unit, drafts);
      now = await unitNow(known, forest, unit);
      return drafts;
    },
    answer: ({ version }): ChangedUnit => ({ ...(now as UnitNow), version: version(unit) }),
  });
  return answer;
}
