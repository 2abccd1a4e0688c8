import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { addDuration, type Duration, type Instant, type ModelId, type UnitKey } from '#lib/domain';
import type { Moment } from '../moment.js';
import { TooMuchAsked } from '../errors.js';
import { type Figures, figuresOf } from './figures.js';
import type { UnitFilter } from './organisation.js';
import { Rollups } from './rollups.js';
import type { Viewer } from '../sight.js';

/** What is asked of a trend. */
export interface TrendQuestion extends UnitFilter {
  readonly model?: ModelId;
  readonly from: Instant;
  /** The last instant that may be a point; absent: now. */
  readonly to?: Instant;
  readonly every: Duration;
  readonly knownAt?: Instant;
}

/** What a subtree looked like at one instant. */
export type TrendPoint = Figures & { readonly at: Instant };

/** What a subtree looked like, instant after instant; the moment is that of the last. */
export interface TrendAnswer extends Moment {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly points: readonly TrendPoint[];
}

/** The distribution of a subtree at `from` and after each further `every`, by the tree of each date. @throws TooMuchAsked, UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind */
export class TrendQuery extends Query<TrendAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: TrendQuestion,
  ) {
    super();
  }
}

const POINTS_AT_MOST = 750;

@QueryHandler(TrendQuery)
export class TrendQueryHandler implements IQueryHandler<TrendQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: TrendQuery): Promise<TrendAnswer> {
    const { from, to, every, knownAt } = question;
    return this.rollups.read(viewer, { asOf: to, knownAt }, unit, async (reading) => {
      const model = reading.model(question.model);
      const instants = pointsOf(from, reading.moment.asOf, every);
      const segments = await reading.segments(model.id);
      const points: TrendPoint[] = [];
      for (const at of instants) {
        const chart = await reading.organisation(at);
        const below = chart.below(chart.indexOf(unit) ?? -1, question);
        points.push({ at, ...figuresOf(model, segments.plane(at, chart.size), below) });
      }
      const { id, version } = model;
      return { unit, model: id, modelVersion: version, ...reading.moment, points };
    });
  }
}

/** Every instant is reckoned from the first, so that the 31st does not become the 28th for good. */
function pointsOf(from: Instant, to: Instant, every: Duration): readonly Instant[] {
  const points: Instant[] = [];
  for (let step = 0; ; step++) {
    const { months, rest } = every;
    const at =
      step === 0
        ? from
        : addDuration(from, { iso: every.iso, months: months * step, rest: rest * step });
    if (at > to) return points;
    if (points.length === POINTS_AT_MOST) {
      throw new TooMuchAsked(
        `Between these dates lie more than ${POINTS_AT_MOST} points. Ask for a longer "every" or a shorter time.`,
      );
    }
    points.push(at);
  }
}
