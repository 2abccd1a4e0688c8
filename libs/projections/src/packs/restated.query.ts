import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, ModelId, Position, UnitKey } from '#lib/domain';
import type { OrganisationAt } from '../rollups/organisation.js';
import type { Reason } from '../rollups/reasons.js';
import { type RollupReading, Rollups } from '../rollups/rollups.js';
import type { Viewer } from '../sight.js';
import { type Moved, RestatedFacts } from './restated-facts.js';
import { comparedIn, type RestatedFigure } from './restated-figures.js';
import { movedIn, planeOf, turnedSince } from './restated-shifts.js';
import { restatedTargets } from './restated-targets.js';

/** What was printed, and up to where more is known by now. */
export interface RestatedQuestion {
  /** The date that was printed. */
  readonly asOf: Instant;
  /** Since when it told who rose and who fell. */
  readonly from: Instant;
  /** What was known of it then. */
  readonly was: { readonly knownAt: Instant; readonly position: Position };
  readonly knownAt: Instant;
  /** The models it was about. */
  readonly models: readonly ModelId[];
}

/** A figure that reads differently, and the facts responsible. */
export interface ExplainedFigure extends RestatedFigure {
  /** What its unit was called at that date. */
  readonly name: string;
  /** What a target wants; null for all others. */
  readonly title: string | null;
  /** Ten at most. */
  readonly facts: readonly Reason[];
}

/** A model that was adopted in another version since. */
export interface Readopted {
  readonly model: ModelId;
  readonly title: string;
  readonly was: number;
  readonly is: number;
}

/** What of a date that was printed reads differently by now; everything is empty when nothing does. */
export interface RestatedAnswer {
  readonly models: readonly Readopted[];
  readonly figures: readonly ExplainedFigure[];
  /** Units whose facts were not looked for, since there are too many. */
  readonly unexplained: number;
}

/** Which figures of a subtree read differently for a date than they did, and by which facts. @throws UnknownUnit, KnownAtInFuture, ProjectionBehind */
export class RestatedQuery extends Query<RestatedAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: RestatedQuestion,
  ) {
    super();
  }
}

/** The two readings of one date. */
interface Sides {
  readonly was: RollupReading;
  readonly is: RollupReading;
}

interface Compared {
  readonly models: readonly Readopted[];
  readonly figures: readonly RestatedFigure[];
  readonly moved: readonly Moved[];
}

@QueryHandler(RestatedQuery)
export class RestatedQueryHandler implements IQueryHandler<RestatedQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: RestatedQuery): Promise<RestatedAnswer> {
    const { asOf, was, knownAt } = question;
    return this.rollups.read(viewer, { asOf, knownAt }, unit, async (is) => {
      const sides = { was: await this.rollups.at(is.tx, viewer, { asOf, ...was }), is };
      const charts = [await sides.was.organisation(), await is.organisation()] as const;
      const compared = await compare(unit, sides, charts, question);
      return this.explained(unit, sides, charts, compared);
    });
  }

  private async explained(
    unit: UnitKey,
    { was, is }: Sides,
    charts: readonly [OrganisationAt, OrganisationAt],
    { models, figures, moved }: Compared,
  ): Promise<RestatedAnswer> {
    const { moments } = this.rollups;
    const targets = await restatedTargets(moments.log, unit, was, is);
    if (figures.length + targets.length === 0) return { models, figures: [], unexplained: 0 };
    const { position } = was.moment;
    const facts = await RestatedFacts.about(is, moments, position, charts, moved, targets);
    const [before, after] = charts;
    const nameOf = (of: UnitKey) => {
      const index = after.indexOf(of) ?? -1;
      return (after.exists(index) ? after : before).name(index);
    };
    const found: ExplainedFigure[] = [];
    for (const figure of figures) {
      const shared = { name: nameOf(figure.unit), title: null };
      found.push({ ...figure, ...shared, facts: await facts.of(figure) });
    }
    for (const target of targets) {
      const { about, title, ...figure } = target;
      const model = 'model' in about ? is.known.view.models.get(about.model) : undefined;
      const behind = await facts.ofTarget(target, model, is.moment.asOf);
      found.push({ ...figure, name: nameOf(target.unit), title, facts: behind });
    }
    return { models, figures: found, unexplained: facts.unexplained };
  }
}

/** Figures of the unit and of those right below it that read differently. */
async function compare(
  unit: UnitKey,
  sides: Sides,
  [before, after]: readonly [OrganisationAt, OrganisationAt],
  { asOf, from, models: ids }: RestatedQuestion,
): Promise<Compared> {
  const top = after.indexOf(unit) ?? -1;
  const rows = [...new Set([...before.children(top), ...after.children(top)])];
  const all = [...new Set([...before.below(top), ...after.below(top)])];
  const [models, figures, moved] = [[] as Readopted[], [] as RestatedFigure[], [] as Moved[]];
  const [were, are] = [before.below(top).length, after.below(top).length];
  if (were !== are) {
    const none = { model: null, stage: null, target: null };
    figures.push({ figure: 'below', unit, ...none, was: were, is: are });
  }
  for (const id of ids) {
    const [was, is] = [sides.was, sides.is].map(({ known }) => known.view.models.get(id));
    if (!was || !is) continue;
    if (was.version !== is.version) {
      models.push({ model: id, title: is.title, was: was.version, is: is.version });
    }
    const old = { chart: before, model: was, plane: await planeOf(sides.was, was, all) };
    const present = { chart: after, model: is, plane: await planeOf(sides.is, is, all) };
    figures.push(...comparedIn(top, old, present, true));
    for (const row of rows) figures.push(...comparedIn(row, old, present, false));
    moved.push(...movedIn(top, old, present, asOf));
    const turned = await turnedSince(unit, top, sides, is, from);
    figures.push(...turned.figures);
    moved.push(...turned.moved);
  }
  return { models, figures, moved };
}
