import type { Schemas } from '#lib/client';
import { type Asked, type Case, type Criterion, criterionOf } from './criteria.js';

type Model = Schemas['Model'];
type Needs = Model['stages'][number]['needs'];

/** A stage or level with what it asks and what answers it. */
export interface Rung {
  /** 1 for the lowest. */
  readonly ordinal: number;
  readonly id: string;
  readonly name: string;
  /** Its name is ours, not the author's. */
  readonly inferred: boolean;
  /** What the model says about it. */
  readonly summary?: string;
  readonly place: Place;
  readonly criteria: readonly Criterion[];
  /** Of those that count, how many are asked, how many of these are enough, and how many are met. */
  readonly counted: { readonly asked: number; readonly enough: number; readonly met: number };
}

/** Where a rung lies for a unit: below it, where it stands, what comes, reached by itself, or later. */
export type Place = 'held' | 'here' | 'next' | 'ahead' | 'later';

/** The stages of a `gates` model, from the lowest up. */
export function stageRungs({ stages }: Model, given: Case): readonly Rung[] {
  const { stage, ahead } = given.standing;
  const reached = stage?.ordinal ?? 0;
  const byThemselves = new Set(ahead.map(({ ordinal }) => ordinal));
  return stages.map(({ ordinal, id, name, inferred, motto, summary, needs, criteria }) => {
    const answered = criteria.map((one) => criterionOf(one, given));
    return {
      ordinal,
      id,
      name,
      inferred,
      ...(summary || motto ? { summary: summary ?? motto } : {}),
      place: byThemselves.has(ordinal) ? 'ahead' : placeOf(ordinal, reached),
      criteria: answered,
      counted: countOf(answered, needs),
    };
  });
}

/** The levels of one dimension, from the lowest up. */
export function levelRungs(
  { id: dimension, levels }: Model['dimensions'][number],
  given: Case,
): readonly Rung[] {
  const reached = given.standing.dimensions?.find(({ id }) => id === dimension)?.level ?? 0;
  return levels.map(({ level, says, inferred, needs, criteria }) => {
    const answered = criteria.map((one) => criterionOf({ ...one, dimension }, given));
    return {
      ordinal: level,
      id: `${dimension}-${level}`,
      name: says,
      inferred,
      place: placeOf(level, reached),
      criteria: answered,
      counted: countOf(answered, needs),
    };
  });
}

function placeOf(ordinal: number, reached: number): Place {
  if (ordinal === reached) return 'here';
  if (ordinal < reached) return 'held';
  return ordinal === reached + 1 ? 'next' : 'later';
}

/** What counts of some criteria. @source model-format.md, "Standing" */
export function countOf(criteria: readonly Criterion[], needs: Needs): Rung['counted'] {
  const counting = criteria.filter(
    ({ supporting, state }) => !supporting && state !== 'not-applicable',
  );
  const asked = counting.length;
  return {
    asked,
    enough: needs === 'all' ? asked : Math.min(needs.atLeast, asked),
    met: counting.filter(isMet).length,
  };
}

/** Whether a criterion counts as met. */
export const isMet = ({ state }: Pick<Criterion, 'state'>): boolean =>
  state === 'met' || state === 'waived';

/** A group of a `scored` model. */
export interface ScoredGroup {
  readonly path: string;
  readonly name: string;
  readonly weight: number;
  readonly groups: readonly ScoredGroup[];
  readonly items: readonly Asked[];
}

interface GivenGroup {
  readonly id: string;
  readonly name: string;
  readonly weight?: number;
  readonly groups?: readonly GivenGroup[];
  readonly items?: readonly (Pick<Asked, 'id' | 'says' | 'when'> &
    Partial<Asked> & { readonly milestone?: string })[];
}

/** The groups of a `scored` model, which its document leaves open. */
export function scoredGroups({ groups = [] }: Model): readonly ScoredGroup[] {
  return (groups as readonly GivenGroup[]).map((group) => groupOf(group, ''));
}

function groupOf({ id, name, weight = 1, groups = [], items = [] }: GivenGroup, above: string) {
  const path = above ? `${above}/${id}` : id;
  const group: ScoredGroup = {
    path,
    name,
    weight,
    groups: groups.map((one) => groupOf(one, path)),
    items: items.map(({ milestone, ...item }) => ({
      keyMove: false,
      supporting: false,
      inferred: false,
      ...item,
      milestones: milestone ? [milestone] : milestonesIn(item.when),
    })),
  };
  return group;
}

/** The milestones that an expression names. */
function milestonesIn(when: unknown): readonly string[] {
  const named = JSON.stringify(when ?? null).matchAll(/"milestone":"([^"]+)"/g);
  return [...new Set([...named].flatMap(([, key]) => key ?? []))];
}
