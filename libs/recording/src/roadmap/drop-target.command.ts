import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { type By, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { standingTarget, type TargetKind } from './standing-target.js';

/** Takes a target off the roadmap; its history stays. Answers with the unit's version. */
export class DropTarget extends Command<{ readonly version: number }> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly target: string,
    readonly kind: TargetKind,
    readonly reason?: string,
  ) {
    super();
  }
}

@CommandHandler(DropTarget)
export class DropTargetHandler implements ICommandHandler<DropTarget> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `unit-unknown`, `target-unknown`, `target-of-other-kind`; VersionConflict */
  async execute({ by, unit, target, kind, reason }: DropTarget) {
    const { answer } = await this.recorder.append(by, {
      units: [unit],
      alone: true,
      decide: async (known) => {
        requireUnit(known, unit);
        if (!(await standingTarget(known, unit, target, kind))) throw unknownTarget(unit, target);
        const data = { target, ...(reason === undefined ? {} : { reason }) };
        return [{ type: 'target.dropped', unit, data }];
      },
      answer: ({ version }) => ({ version: version(unit) }),
    });
    return answer;
  }
}

function unknownTarget(unit: UnitKey, target: string): Refusal {
  return new Refusal(
    'target-unknown',
    `"${unit}" has no target "${target}". GET /units/${unit}/roadmap lists those there are.`,
  );
}
