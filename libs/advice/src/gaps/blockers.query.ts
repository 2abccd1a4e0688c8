import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type {
  MaturityModel,
  MilestoneEntry,
  MilestoneKey,
  ModelId,
  StageRef,
  UnitKey,
} from '#lib/domain';
import { type Moment, stageOf, type Viewer } from '#lib/projections';
import { countGaps, type HeldBack } from './count-gaps.js';
import { type GapQuestion, GapReader, type GapSight } from './gap-reader.js';

/** A model in which units stand. */
export interface CountedModel {
  readonly model: ModelId;
  readonly title: string;
  readonly units: number;
}

/** What a milestone holds back in one model. */
export interface BlockedModel extends CountedModel {
  /** Units that it would raise by itself. */
  readonly alone: number;
  readonly keyMove: boolean;
  /** Whether achieving it at a unit above would do. */
  readonly inherited: boolean;
  /** Where the units stand. */
  readonly from: readonly { readonly stage: StageRef; readonly units: number }[];
}

/** What the dictionary says of a milestone. */
export interface NamedMilestone {
  readonly milestone: MilestoneKey;
  readonly title: string;
  readonly category: string | null;
  readonly effort: 'S' | 'M' | 'L' | 'XL' | null;
}

/** A missing milestone and whom it holds back. */
export interface Blocker extends NamedMilestone {
  /** Units whose next stage misses it, in any of the models. */
  readonly units: number;
  /** Units that it would raise a stage by itself, in any of the models. */
  readonly alone: number;
  readonly keyMove: boolean;
  readonly models: readonly BlockedModel[];
  readonly examples: readonly UnitKey[];
}

/** Which missing milestones hold most units of a subtree back, most first. */
export interface BlockersAnswer extends Moment {
  readonly unit: UnitKey;
  /** Units of the subtree that pass the filters. */
  readonly below: number;
  /** Of those, how many stand somewhere in one of the models. */
  readonly units: number;
  /** Of those, how many miss something for a next stage. */
  readonly heldBack: number;
  readonly models: readonly CountedModel[];
  readonly items: readonly Blocker[];
}

/** Which missing milestones hold most units of a subtree back. @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind, TooMuchAsked */
export class BlockersQuery extends Query<BlockersAnswer> {
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

@QueryHandler(BlockersQuery)
export class BlockersQueryHandler implements IQueryHandler<BlockersQuery> {
  constructor(private readonly gaps: GapReader) {}

  execute({ viewer, unit, question, limit }: BlockersQuery): Promise<BlockersAnswer> {
    return this.gaps.read(viewer, unit, question, (sight) => {
      const { moment, book, models } = sight;
      const ids = models.map(({ id }) => id);
      const { below, counted } = sight.count('blockers', ({ units, ...subtree }) => ({
        below: subtree.below,
        counted: countGaps(book, units, ids),
      }));
      const items = counted.blocking.map(({ milestone, models: held, examples, ...counts }) => ({
        ...named(sight, book.milestones[milestone] as MilestoneKey),
        units: counts.units,
        alone: counts.alone,
        keyMove: held.some(({ keyMove }) => keyMove),
        models: held.map((one) => blockedModel(one, models)),
        examples: examples.map((number) => book.keyOf(number)),
      }));
      return {
        unit,
        ...moment,
        below,
        units: counted.looked,
        heldBack: counted.heldBack,
        models: models.flatMap(({ id, title }) => {
          const count = counted.standing.get(id) ?? 0;
          return count > 0 ? [{ model: id, title, units: count }] : [];
        }),
        items: items.sort(byWeight).slice(0, limit),
      };
    });
  }
}

/** A milestone as the dictionary has it. */
export function named({ dictionary }: GapSight, milestone: MilestoneKey): NamedMilestone {
  const entry: MilestoneEntry | undefined = dictionary.get(milestone);
  return {
    milestone,
    title: entry?.title ?? milestone,
    category: entry?.category ?? null,
    effort: entry?.effort ?? null,
  };
}

function blockedModel(held: HeldBack, models: readonly MaturityModel[]): BlockedModel {
  const model = models.find(({ id }) => id === held.model) as MaturityModel;
  const from = [...held.from].sort(([a], [b]) => a - b);
  return {
    model: model.id,
    title: model.title,
    units: held.units,
    alone: held.alone,
    keyMove: held.keyMove,
    inherited: held.inherited,
    from: from.map(([ordinal, units]) => ({ stage: stageOf(model, ordinal), units })),
  };
}

/** Most units first, then those that most are only short of, key moves, and by key. */
function byWeight(a: Blocker, b: Blocker): number {
  return (
    b.units - a.units ||
    b.alone - a.alone ||
    Number(b.keyMove) - Number(a.keyMove) ||
    (a.milestone < b.milestone ? -1 : 1)
  );
}
