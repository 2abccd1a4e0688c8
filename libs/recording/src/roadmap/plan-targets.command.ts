import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  assembleFacts,
  type EventId,
  Expressions,
  type Dictionary,
  foldTargets,
  foldUnit,
  type AnyEvent,
  type Instant,
  type MilestoneKey,
  type Owner,
  spansWhere,
  type Target,
  type UnitKey,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { newId } from '#lib/platform';
import type { Known } from '../known.js';
import { type By, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { dueOf } from './due-of.js';
import { ownerOf } from './standing-target.js';
import { freeKey } from './target-key.js';

/** A milestone that is planned at a unit. */
export interface PlannedMilestone {
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
  /** As people give dates; absent: an aim. */
  readonly on?: string;
  /** Held at this degree it is achieved already; absent: 1. */
  readonly degree?: number;
}

/** A plan that becomes targets. */
export interface PlanWish {
  readonly milestones: readonly PlannedMilestone[];
  readonly owner?: Owner;
  /** Stands before the keys of new targets. */
  readonly prefix?: string;
}

/** A target of a plan: new, or one of the same milestone that was there already. */
export interface PlannedAs {
  readonly outcome: 'set' | 'moved' | 'unchanged';
  readonly target: Target;
}

/** What a plan has become. */
export interface PlanOutcome {
  readonly targets: readonly PlannedAs[];
  /** What is achieved already. */
  readonly achieved: readonly { readonly unit: UnitKey; readonly milestone: MilestoneKey }[];
}

/** Turns a plan into targets, all in one append. */
export class PlanTargets extends Command<PlanOutcome> {
  constructor(
    readonly by: By,
    readonly wish: PlanWish,
  ) {
    super();
  }
}

const AT_MOST = 1_000;

@CommandHandler(PlanTargets)
export class PlanTargetsHandler implements ICommandHandler<PlanTargets> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `unit-unknown`, `plan-too-large`, `date-invalid` */
  async execute({ by, wish }: PlanTargets): Promise<PlanOutcome> {
    const milestones = lastOfEach(wish.milestones);
    if (milestones.length > AT_MOST) {
      throw new Refusal(
        'plan-too-large',
        `${milestones.length} targets would be set; ${AT_MOST} at once can be. Plan a part of the units at a time, by \`each\` with \`under\`, \`kind\` or \`tag\`.`,
      );
    }
    const units = [...new Set(milestones.map(({ unit }) => unit))];
    let decided: PlanOutcome = { targets: [], achieved: [] };
    const { answer } = await this.recorder.append(by, {
      units,
      alone: true,
      decide: async (known) => {
        for (const unit of units) requireUnit(known, unit);
        const { drafts, outcome } = await decidePlan(known, { ...wish, milestones });
        decided = outcome;
        return drafts;
      },
      answer: () => decided,
    });
    return answer;
  }
}

/** What is said last of a milestone at a unit counts. */
function lastOfEach(all: readonly PlannedMilestone[]): readonly PlannedMilestone[] {
  const named = new Map(all.map((one) => [`${one.unit} ${one.milestone}`, one]));
  return [...named.values()];
}

async function decidePlan(
  known: Known,
  { milestones, owner, prefix }: PlanWish,
): Promise<{ drafts: readonly EventDraft[]; outcome: PlanOutcome }> {
  const { dictionary } = await known.catalogue();
  const byUnit = new Map<UnitKey, AnyEvent[]>();
  for (const event of await known.eventsOf([...new Set(milestones.map(({ unit }) => unit))])) {
    const own = byUnit.get(event.unit as UnitKey);
    if (own) own.push(event);
    else byUnit.set(event.unit as UnitKey, [event]);
  }
  const drafts: EventDraft[] = [];
  const planned: { unit: UnitKey; key: string; outcome: PlannedAs['outcome'] }[] = [];
  const achieved: { unit: UnitKey; milestone: MilestoneKey }[] = [];
  const taken = new Map<UnitKey, Set<string>>();
  for (const { unit, milestone, on, degree = 1 } of milestones) {
    const events = byUnit.get(unit) ?? [];
    if (isHeld(events, { unit, milestone, degree }, dictionary, known.now)) {
      achieved.push({ unit, milestone });
      continue;
    }
    const targets = foldTargets(events);
    const same = targets.find(
      ({ goal }) => goal.kind === 'milestone' && goal.milestone === milestone,
    );
    const due = on === undefined ? undefined : dueOf(on);
    if (same) {
      const moves = due !== undefined && due !== same.due;
      if (moves) drafts.push(draftOf(unit, 'target.moved', { target: same.target, due }));
      planned.push({ unit, key: same.target, outcome: moves ? 'moved' : 'unchanged' });
      continue;
    }
    const keys = taken.get(unit) ?? new Set(targets.map(({ target }) => target));
    taken.set(unit, keys);
    const target = freeKey(milestone, keys, prefix);
    keys.add(target);
    const goal = { kind: 'milestone', milestone } as const;
    const more = { ...(due === undefined ? {} : { due }), ...(owner ? { owner } : {}) };
    drafts.push(draftOf(unit, 'target.set', { target, goal, ...more }));
    planned.push({ unit, key: target, outcome: 'set' });
  }
  const after = new Map<UnitKey, AnyEvent[]>();
  for (const event of known.asEvents(drafts)) {
    const own = after.get(event.unit as UnitKey);
    if (own) own.push(event);
    else after.set(event.unit as UnitKey, [event]);
  }
  const targets: PlannedAs[] = [];
  for (const { unit, key, outcome } of planned) {
    const events = [...(byUnit.get(unit) ?? []), ...(after.get(unit) ?? [])];
    const folded = foldTargets(events).find(({ target }) => target === key) as Target;
    // what was read for folding is sealed
    const kept = folded.owner === null ? null : await ownerOf(known, key, events);
    targets.push({
      outcome,
      target: { ...folded, owner: outcome === 'set' ? (owner ?? null) : kept },
    });
  }
  return { drafts, outcome: { targets, achieved } };
}

function draftOf<T extends 'target.set' | 'target.moved'>(
  unit: UnitKey,
  type: T,
  data: Extract<EventDraft, { type: T }>['data'],
): EventDraft {
  return { type, unit, id: newId() as EventId, data } as EventDraft;
}

/** Whether a unit holds a milestone at a degree now, by its own facts and waivers. */
function isHeld(
  events: readonly AnyEvent[],
  { unit, milestone, degree }: { unit: UnitKey; milestone: MilestoneKey; degree: number },
  dictionary: Dictionary,
  now: Instant,
): boolean {
  const facts = foldUnit(events);
  if (!facts) return false;
  const expressions = new Expressions(dictionary, assembleFacts([facts]));
  const truth = expressions.truth(unit, { form: 'milestone', milestone, degree, scope: 'self' });
  return spansWhere(truth, (value) => value === 'true').some(
    ({ from, until }) => from <= now && now < until,
  );
}
