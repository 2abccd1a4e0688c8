import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { MaturityModel, MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import type { Moment, Viewer } from '#lib/projections';
import { type CountedModel, type NamedMilestone, named } from './blockers.query.js';
import { type CountedMove, countMoves, type Reach, type Subtree } from './count-moves.js';
import { type GapQuestion, GapReader, type GapSight, type GapSubtree } from './gap-reader.js';
import { whyOf } from './why-moves.js';

/** An act, and what it would do. */
export interface BestMove extends NamedMilestone {
  /** Where it is achieved once, for all below; null: each unit for itself. */
  readonly at: UnitKey | null;
  /** How many acts that is. */
  readonly acts: number;
  /** Units that rise in at least one model. */
  readonly units: number;
  /** Units that rise, by model. */
  readonly models: readonly CountedModel[];
  /** Stages won in all: units × models. */
  readonly advances: number;
  /** Units × models for which it is one of several things that are missing. */
  readonly towards: number;
  /** Stages won by an act, divided by its effort (S 1, M 2, L 4, XL 8). */
  readonly perEffort: number;
  readonly keyMove: boolean;
  readonly why: readonly string[];
  /** With `at`: the units right below it in whose subtrees most would be won. */
  readonly branches: readonly { readonly unit: UnitKey; readonly advances: number }[];
  /** Without `at`: some of the units that would rise. */
  readonly examples: readonly UnitKey[];
}

/** Which acts would advance most units of a subtree in most models, best first. */
export interface BestMovesAnswer extends Moment {
  readonly unit: UnitKey;
  /** Units of the subtree that pass the filters. */
  readonly below: number;
  readonly items: readonly BestMove[];
}

/** Which acts would advance most units of a subtree in most models. @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind, TooMuchAsked */
export class BestMovesQuery extends Query<BestMovesAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: GapQuestion,
    /** So many items at most. */
    readonly limit: number,
  ) {
    super();
  }
}

/** Ours: how much an act costs; an entry that says nothing of effort is taken for a middling one. */
const EFFORT = { S: 1, M: 2, L: 4, XL: 8 } as const;
const BRANCHES = 5;

@QueryHandler(BestMovesQuery)
export class BestMovesQueryHandler implements IQueryHandler<BestMovesQuery> {
  constructor(private readonly gaps: GapReader) {}

  execute({ viewer, unit, question, limit }: BestMovesQuery): Promise<BestMovesAnswer> {
    return this.gaps.read(viewer, unit, question, (sight) => {
      const { moment, models, book, chart, top } = sight;
      const children = top === undefined ? [] : chart.children(top);
      const ids = models.map(({ id }) => id);
      const { below, counted } = sight.count('best-moves', (subtree) => ({
        below: subtree.below,
        counted: countMoves(book, branched(sight, subtree, children), ids),
      }));
      const items = counted.flatMap((move) => movesOf(move, { sight, unit, children }));
      const ranked = items.sort(byWorth).slice(0, limit);
      const titled = new Map(models.map((model) => [model.id, model]));
      return {
        unit,
        ...moment,
        below,
        items: ranked.map(({ keyMoveIn, ...item }) => ({
          ...item,
          why: whyOf(item, keyMoveIn, titled),
        })),
      };
    });
  }
}

/** A move before it is explained. */
type Move = Omit<BestMove, 'why'> & { readonly keyMoveIn: readonly ModelId[] };

interface Place {
  readonly sight: GapSight;
  readonly unit: UnitKey;
  readonly children: readonly number[];
}

function movesOf(move: CountedMove, { sight, unit, children }: Place): readonly Move[] {
  const { book, chart, models } = sight;
  const of = named(sight, book.milestones[move.milestone] as MilestoneKey);
  const keyMove = move.keyMoveIn.length > 0;
  const shared = { ...of, keyMove, keyMoveIn: move.keyMoveIn };
  const found: Move[] = [];
  if (sum(move.once.advances) + sum(move.once.towards) > 0) {
    const branches = [...move.branches]
      .map((advances, at) => ({ unit: chart.keyOf(children[at] as number), advances }))
      .filter(({ advances }) => advances > 0)
      .sort((a, b) => b.advances - a.advances || (a.unit < b.unit ? -1 : 1));
    found.push({
      ...shared,
      ...worthOf(move.once, 1, of, models),
      at: unit,
      branches: branches.slice(0, BRANCHES),
      examples: [],
    });
  }
  const toEach = sum(move.each.advances) + sum(move.each.towards);
  if (toEach > 0) {
    found.push({
      ...shared,
      ...worthOf(move.each, move.each.units, of, models),
      at: null,
      branches: [],
      examples: move.examples.map((number) => book.keyOf(number)),
    });
  }
  return found;
}

function worthOf(
  reach: Reach,
  acts: number,
  { effort }: NamedMilestone,
  models: readonly MaturityModel[],
) {
  const advances = sum(reach.advances);
  const perAct = acts === 0 ? 0 : advances / acts;
  return {
    acts,
    units: reach.units,
    models: models.flatMap(({ id, title }) => {
      const units = reach.advances.get(id) ?? 0;
      return units > 0 ? [{ model: id, title, units }] : [];
    }),
    advances,
    towards: sum(reach.towards),
    perEffort: Math.round((perAct / EFFORT[effort ?? 'M']) * 100) / 100,
  };
}

function sum(counts: ReadonlyMap<ModelId, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0);
}

/** Most stages won for the effort of an act first; equals: most in all, then most on the way. */
function byWorth(a: Move, b: Move): number {
  return (
    b.perEffort - a.perEffort ||
    b.advances - a.advances ||
    b.towards - a.towards ||
    (a.milestone < b.milestone ? -1 : 1)
  );
}

/** The units of the book that are counted, and in which branch each lies. */
function branched(
  { book, chart, top }: GapSight,
  { units, numbers }: GapSubtree,
  children: readonly number[],
): Subtree {
  const branchOf = new Int32Array(book.size).fill(-1);
  const within = new Int32Array(chart.size).fill(-1);
  children.forEach((child, branch) => {
    within[child] = branch;
  });
  // a parent comes before those below it
  for (const index of top === undefined ? [] : chart.below(top)) {
    const parent = chart.parent(index);
    if (parent !== undefined && within[index] === -1) within[index] = within[parent] as number;
    const number = numbers[index] as number;
    if (number >= 0) branchOf[number] = within[index] as number;
  }
  const atTop = top === undefined ? -1 : (numbers[top] as number);
  return {
    top: units.includes(atTop) ? atTop : undefined,
    units: units.filter((number) => number !== atTop),
    branchOf,
    branches: children.length,
  };
}
