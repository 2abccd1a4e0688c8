import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { By } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { Forest } from './forest.js';
import { draftsFor, type UnitWish } from './put-unit.js';
import { grow } from './tree-rules.js';
import { type ChangedUnit, type UnitNow, unitNow } from './unit-view.js';

/** A unit after a PUT, and whether it is new. */
export interface PutOutcome {
  readonly created: boolean;
  readonly unit: ChangedUnit;
}

/** Registers a unit, changes what it is, or moves it: whatever makes it what is wished. */
export class PutUnit extends Command<PutOutcome> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly wish: UnitWish,
  ) {
    super();
  }
}

@CommandHandler(PutUnit)
export class PutUnitHandler implements ICommandHandler<PutUnit> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal of `draftsFor` and `grow`; VersionConflict */
  async execute({ by, unit, wish }: PutUnit): Promise<PutOutcome> {
    let decided: { readonly created: boolean; readonly now: UnitNow } | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [unit],
      alone: true,
      decide: async (known) => {
        const forest = new Forest(known);
        await forest.load(wish.parent ? [unit, wish.parent] : [unit]);
        const drafts = await draftsFor(known, forest, unit, wish);
        await grow(known, forest, unit, drafts);
        decided = {
          created: known.version(unit) === undefined,
          now: await unitNow(known, forest, unit),
        };
        return drafts;
      },
      answer: ({ version }): PutOutcome => {
        const { created, now } = decided as NonNullable<typeof decided>;
        return { created, unit: { ...now, version: version(unit) } };
      },
    });
    return answer;
  }
}
