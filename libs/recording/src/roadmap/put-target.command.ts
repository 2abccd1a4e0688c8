import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type EventId,
  foldTargets,
  type Owner,
  parseDue,
  type Target,
  type TargetGoal,
  type UnitKey,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { newId } from '#lib/platform';
import { type By, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { standingTarget, type TargetKind } from './standing-target.js';
import { type GoalWish, wantedGoal } from './wanted-goal.js';

/** What a target shall be; what is left out stays as it is. */
export interface TargetWish {
  readonly goal?: GoalWish;
  /** A day, month, quarter or year; null: an aim. */
  readonly due?: string | null;
  readonly owner?: Owner | null;
  /** Why the date moves. */
  readonly reason?: string;
}

/** A target after a PUT, whether it is new, and the unit's version. */
export interface PutTargetOutcome {
  readonly created: boolean;
  readonly target: Target;
  readonly version: number;
}

/** Sets a target, moves its date, or hands it over: whatever makes it what is wished. */
export class PutTarget extends Command<PutTargetOutcome> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly target: string,
    readonly kind: TargetKind,
    readonly wish: TargetWish,
  ) {
    super();
  }
}

@CommandHandler(PutTarget)
export class PutTargetHandler implements ICommandHandler<PutTarget> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `unit-unknown`, `target-of-other-kind`, `target-incomplete`, `date-invalid`, and of `wantedGoal`; VersionConflict */
  async execute({ by, unit, target, kind, wish }: PutTarget): Promise<PutTargetOutcome> {
    let decided: { readonly created: boolean; readonly target: Target } | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [unit],
      alone: true,
      decide: async (known) => {
        requireUnit(known, unit);
        requireDate(wish.due);
        const before = await standingTarget(known, unit, target, kind);
        const goal = wish.goal ? await wantedGoal(known, wish.goal) : before?.target.goal;
        if (!goal) throw incomplete(target, kind);
        const drafts = draftsFor(unit, target, goal, wish, before?.target);
        const events = [...(before?.events ?? []), ...known.asEvents(drafts)];
        decided = { created: !before, target: afterwards(events, target, before?.target, wish) };
        return drafts;
      },
      answer: ({ version }): PutTargetOutcome => ({
        ...(decided as NonNullable<typeof decided>),
        version: version(unit),
      }),
    });
    return answer;
  }
}

function requireDate(due: string | null | undefined): void {
  if (due === undefined || due === null || parseDue(due)) return;
  throw new Refusal('date-invalid', `"${due}" is not a date that exists.`, '/due');
}

function incomplete(target: string, kind: TargetKind): Refusal {
  const wanted =
    kind === 'share'
      ? 'a model, a stage and a share'
      : 'a milestone, a model and a stage, or a model, a dimension and a level';
  const message = `"${target}" is new: it needs ${wanted}.`;
  return new Refusal('target-incomplete', message, kind === 'share' ? '/model' : '/milestone');
}

function draftsFor(
  unit: UnitKey,
  target: string,
  goal: TargetGoal,
  { due, owner, reason }: TargetWish,
  before: Target | undefined,
): readonly EventDraft[] {
  const id = () => newId() as EventId;
  if (!before) {
    const data = {
      target,
      goal,
      ...(due ? { due } : {}),
      ...(owner ? { owner } : {}),
    };
    return [{ type: 'target.set', unit, id: id(), data }];
  }
  const drafts: EventDraft[] = [];
  const handedOver = owner !== undefined && !sameOwner(owner, before.owner);
  if (!sameGoal(goal, before.goal) || handedOver) {
    const data = { target, goal, ...(handedOver ? { owner } : {}) };
    drafts.push({ type: 'target.set', unit, id: id(), data });
  }
  if (due !== undefined && due !== before.due) {
    const data = { target, due, ...(reason === undefined ? {} : { reason }) };
    drafts.push({ type: 'target.moved', unit, id: id(), data });
  }
  return drafts;
}

/** The target as it stands once the drafts are recorded, its owner in clear. */
function afterwards(
  events: Parameters<typeof foldTargets>[0],
  key: string,
  before: Target | undefined,
  wish: TargetWish,
): Target {
  const folded = foldTargets(events).find(({ target }) => target === key) as Target;
  const owner = wish.owner === undefined ? (before?.owner ?? null) : wish.owner;
  return { ...folded, owner };
}

function sameGoal(a: TargetGoal, b: TargetGoal): boolean {
  const [one, other] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  return Object.keys({ ...one, ...other }).every((part) => one?.[part] === other?.[part]);
}

const sameOwner = (a: Owner | null, b: Owner | null) =>
  a?.name === b?.name && a?.email === b?.email;
