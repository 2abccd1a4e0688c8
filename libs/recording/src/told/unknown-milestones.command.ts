import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MilestoneKey } from '#lib/domain';
import { meantKeys } from '../imports/meant-keys.js';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import type { By } from '../recorder.js';

/** A milestone that the dictionary of a program lacks. */
export interface UnknownMilestone {
  readonly milestone: string;
  /** What was probably meant, as a sentence; empty where nothing is near. */
  readonly hint: string;
}

/** Tells which of some milestones the dictionary lacks as it is now: what tells of them would be refused. */
export class UnknownMilestones extends Command<readonly UnknownMilestone[]> {
  constructor(
    readonly by: By,
    readonly milestones: readonly string[],
  ) {
    super();
  }
}

@CommandHandler(UnknownMilestones)
export class UnknownMilestonesHandler implements ICommandHandler<UnknownMilestones> {
  constructor(private readonly present: Present) {}

  execute({ by, milestones }: UnknownMilestones): Promise<readonly UnknownMilestone[]> {
    return this.present.look(by.program, [], async (known) => {
      const { dictionary } = await known.catalogue();
      const unknown = [...new Set(milestones)].filter(
        (one) => !dictionary.has(one as MilestoneKey),
      );
      const sought = unknown.map((written) => ({ kind: 'milestone' as const, written }));
      const hints = await meantKeys(known, viewerOf(by), sought, []);
      return unknown.map((milestone, index) => ({ milestone, hint: hints[index] ?? '' }));
    });
  }
}
