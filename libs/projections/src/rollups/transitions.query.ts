import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  BEGINNING_OF_TIME,
  type Durations,
  type Instant,
  type ModelId,
  quartiles,
  type StageRef,
  type UnitKey,
} from '#lib/domain';
import type { Moment } from '../moment.js';
import { stageOf, stagesOf } from './figures.js';
import type { UnitFilter } from './organisation.js';
import { Rollups } from './rollups.js';
import { staysOf } from './stays.js';
import type { Viewer } from '../sight.js';

/** What is asked of transitions. */
export interface TransitionsQuestion extends UnitFilter {
  readonly model?: ModelId;
  /** Absent: from the beginning. */
  readonly from?: Instant;
  /** Not included; absent: now. */
  readonly to?: Instant;
  readonly knownAt?: Instant;
}

/** How often units went from one stage to another, and how long they had stood at the first. */
export interface TransitionCount {
  readonly from: StageRef;
  readonly to: StageRef;
  readonly count: number;
  /** Whole days at `from` until then. */
  readonly days: Durations;
}

/** How long units stand at a stage. */
export interface StageTime {
  readonly stage: StageRef;
  /** Whole days of those that left it in the time asked for; null: nobody did. */
  readonly left: Durations | null;
  /** Whole days until `to` of those that stand at it then; null: nobody does. */
  readonly waiting: Durations | null;
}

/** How a subtree moved through a model; the moment is that of `to`. */
export interface TransitionsAnswer extends Moment {
  readonly unit: UnitKey;
  /** Null: from the beginning. */
  readonly from: Instant | null;
  readonly to: Instant;
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly transitions: readonly TransitionCount[];
  readonly stages: readonly StageTime[];
}

/**
 * The transitions from stage to stage within a time, of the units that are below the unit at its
 * end. @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind
 */
export class TransitionsQuery extends Query<TransitionsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: TransitionsQuestion,
  ) {
    super();
  }
}

const DAY_MS = 86_400_000;

@QueryHandler(TransitionsQuery)
export class TransitionsQueryHandler implements IQueryHandler<TransitionsQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: TransitionsQuery): Promise<TransitionsAnswer> {
    const { from = BEGINNING_OF_TIME, knownAt } = question;
    return this.rollups.read(viewer, { asOf: question.to, knownAt }, unit, async (reading) => {
      const to = reading.moment.asOf;
      const model = reading.model(question.model);
      const chart = await reading.organisation();
      const below = chart.below(chart.indexOf(unit) ?? -1, question);
      const segments = await reading.segments(model.id, below);
      const moved = new Lists();
      const [left, waiting] = [new Lists(), new Lists()];
      for (const stay of staysOf(segments, below, chart.size)) {
        if (stay.from < to && to <= stay.until) {
          waiting.add(`${stay.ordinal}`, days(stay.from, to));
        }
        const within = from <= stay.until && stay.until < to;
        if (!within || stay.next === undefined) continue;
        left.add(`${stay.ordinal}`, days(stay.from, stay.until));
        moved.add(`${stay.ordinal} ${stay.next}`, days(stay.from, stay.until));
      }
      const { id, version } = model;
      return {
        unit,
        model: id,
        modelVersion: version,
        ...reading.moment,
        from: question.from ?? null,
        to,
        transitions: moved.keys().map((name) => {
          const [before, after] = name.split(' ').map(Number) as [number, number];
          const spent = quartiles(moved.get(name)) as Durations;
          return {
            from: stageOf(model, before),
            to: stageOf(model, after),
            count: spent.count,
            days: spent,
          };
        }),
        stages:
          stagesOf(model).length === 0
            ? []
            : [0, ...stagesOf(model).map((one) => one.ordinal)].map((ordinal) => ({
                stage: stageOf(model, ordinal),
                left: quartiles(left.get(`${ordinal}`)),
                waiting: quartiles(waiting.get(`${ordinal}`)),
              })),
      };
    });
  }
}

function days(from: Instant, until: Instant): number {
  return Math.floor((until - from) / DAY_MS);
}

/** Lists of days under names, which come in their order. */
class Lists {
  readonly #lists = new Map<string, number[]>();

  add(name: string, value: number): void {
    const list = this.#lists.get(name);
    if (list) list.push(value);
    else this.#lists.set(name, [value]);
  }

  get(name: string): readonly number[] {
    return this.#lists.get(name) ?? [];
  }

  keys(): readonly string[] {
    return [...this.#lists.keys()].sort((a, b) => (a < b ? -1 : 1));
  }
}
