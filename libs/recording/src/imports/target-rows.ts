import {
  type AnyEvent,
  foldTargets,
  type MilestoneKey,
  type Owner,
  type Target,
  type TargetGoal,
  type UnitKey,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';
import { requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { ownerOf } from '../roadmap/standing-target.js';
import { freeKey } from '../roadmap/target-key.js';
import { wantedGoal } from '../roadmap/wanted-goal.js';
import type { DecidedRow, RowDecider, RowOf, Rule } from './imported-row.js';

/** Targets of units as a sheet lists them: set where they are new, moved where their day is another. */
export class TargetRows implements RowDecider<'target'> {
  readonly #events = new Map<UnitKey, AnyEvent[]>();
  readonly #listed = new Map<string, number>();
  #named = 0;

  constructor(
    private readonly known: Known,
    private readonly id: string,
  ) {}

  async load(rows: readonly RowOf<'target'>[]): Promise<void> {
    for (const { unit } of rows) this.#events.set(unit, []);
    for (const event of await this.known.eventsOf([...this.#events.keys()])) {
      if (event.unit !== null) this.#events.get(event.unit)?.push(event);
    }
  }

  async decide({ row, unit, wish }: RowOf<'target'>): Promise<DecidedRow> {
    requireUnit(this.known, unit);
    const events = this.#events.get(unit) ?? [];
    const standing = foldTargets(events);
    const goal = wish.goal && (await wantedGoal(this.known, wish.goal));
    const before = standing.find((one) =>
      wish.target === undefined
        ? goal !== undefined && sameGoal(goal, one.goal)
        : one.target === wish.target,
    );
    const wanted = goal ?? before?.goal;
    if (wanted === undefined || wanted.kind === 'share') throw incomplete(wish.target);
    const taken = new Set(standing.map(({ target }) => target));
    const target = before?.target ?? wish.target ?? freeKey(wordsOf(wanted), taken);
    this.#list(row, `${unit} ${target}`);
    const drafts = before
      ? await this.#changes(
          before,
          wanted,
          wish.due,
          await this.#newOwner(events, before, wish.owner),
        )
      : [
          this.#setting(unit, {
            target,
            goal: wanted,
            ...(wish.due ? { due: wish.due } : {}),
            ...(wish.owner ? { owner: wish.owner } : {}),
          }),
        ];
    events.push(...this.known.asEvents(drafts, this.#named));
    const outcome = drafts.length === 0 ? 'unchanged' : before ? 'changed' : 'new';
    return { drafts, outcome };
  }

  rules({ unit, wish: { goal } }: RowOf<'target'>): readonly Rule[] {
    const { known } = this;
    return [
      { of: ['unit'], hold: () => requireUnit(known, unit) },
      {
        of: ['milestone', 'model', 'stage', 'dimension', 'level'],
        hold: () => goal && wantedGoal(known, goal),
      },
    ];
  }

  /** @throws Refusal `target-incomplete` where it was listed before */
  #list(row: number, name: string): void {
    const before = this.#listed.get(name);
    if (before !== undefined) {
      const message = `The same target stands in row ${before} too. Leave one of them.`;
      throw new Refusal('target-incomplete', message, '/unit');
    }
    this.#listed.set(name, row);
  }

  async #newOwner(
    events: readonly AnyEvent[],
    { target }: Target,
    wished: Owner | undefined,
  ): Promise<Owner | undefined> {
    if (wished === undefined) return undefined;
    const now = await ownerOf(this.known, target, events);
    return now?.name === wished.name && now.email === wished.email ? undefined : wished;
  }

  async #changes(
    { unit, target, goal: standing, due: standingDue }: Target,
    goal: TargetGoal,
    due: string | undefined,
    owner: Owner | undefined,
  ): Promise<readonly EventDraft[]> {
    const drafts: EventDraft[] = [];
    if (!sameGoal(goal, standing) || owner) {
      drafts.push(this.#setting(unit, { target, goal, ...(owner ? { owner } : {}) }));
    }
    if (due !== undefined && due !== standingDue) {
      drafts.push({
        type: 'target.moved',
        unit,
        data: { target, due },
        ...this.#origin(unit, target),
      });
    }
    return drafts;
  }

  #setting(unit: UnitKey, data: Extract<EventDraft, { type: 'target.set' }>['data']): EventDraft {
    return { type: 'target.set', unit, data, ...this.#origin(unit, data.target) };
  }

  #origin(unit: UnitKey, target: string) {
    this.#named += 1;
    const sourceId = `${this.id} ${unit} ${target} ${this.#named}`;
    return { source: 'urn:waymark:import:targets', sourceId };
  }
}

function incomplete(target: string | undefined): Refusal {
  const message =
    target === undefined
      ? 'A target wants a milestone, a model and a stage, or a model, a dimension and a level.'
      : `"${target}" is new: it needs a milestone, a model and a stage, or a model, a dimension and a level.`;
  return new Refusal('target-incomplete', message, '/milestone');
}

/** A key is made of what is wanted. */
function wordsOf(goal: Exclude<TargetGoal, { readonly kind: 'share' }>): MilestoneKey {
  if (goal.kind === 'milestone') return goal.milestone;
  const of = goal.kind === 'stage' ? goal.stage : `${goal.dimension}-${goal.level}`;
  return `${goal.model}-${of}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-') as MilestoneKey;
}

function sameGoal(a: TargetGoal, b: TargetGoal): boolean {
  const [one, other] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  return Object.keys({ ...one, ...other }).every((part) => one?.[part] === other?.[part]);
}
