import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { By } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { Forest } from './forest.js';
import { draftsFor, type UnitWish } from './put-unit.js';
import { grow } from './tree-rules.js';
import { type ChangedUnit, type UnitNow, unitNow } from './unit-view.js';

/** Registers or changes many units at once, parents before children: all of it, or nothing. */
export class RegisterUnits extends Command<readonly ChangedUnit[]> {
  constructor(
    readonly by: By,
    readonly wishes: readonly ({ readonly unit: UnitKey } & UnitWish)[],
  ) {
    super();
  }
}

@CommandHandler(RegisterUnits)
export class RegisterUnitsHandler implements ICommandHandler<RegisterUnits> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal of `draftsFor` and `grow`, with pointers that begin `/units/{index}` */
  async execute({ by, wishes }: RegisterUnits): Promise<readonly ChangedUnit[]> {
    let units: readonly UnitNow[] = [];
    const { answer } = await this.recorder.append(by, {
      units: wishes.map(({ unit }) => unit),
      alone: true,
      decide: async (known) => {
        const forest = new Forest(known);
        await forest.load(wishes.flatMap(({ unit, parent }) => (parent ? [unit, parent] : [unit])));
        const drafts: EventDraft[] = [];
        for (const [index, { unit, ...wish }] of wishes.entries()) {
          await within(`/units/${index}`, async () => {
            const own = await draftsFor(known, forest, unit, wish);
            await grow(known, forest, unit, own);
            drafts.push(...own);
          });
        }
        const distinct = [...new Set(wishes.map(({ unit }) => unit))];
        units = await Promise.all(distinct.map((unit) => unitNow(known, forest, unit)));
        return drafts;
      },
      answer: ({ version }) => units.map((unit) => ({ ...unit, version: version(unit.unit) })),
    });
    return answer;
  }
}

/** Puts what is at fault in its place in the request. */
async function within(pointer: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.message, `${pointer}${error.pointer ?? ''}`);
  }
}
