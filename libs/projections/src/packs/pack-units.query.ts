import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, ModelId, StageRef, UnitKey } from '#lib/domain';
import { stageOf } from '../rollups/figures.js';
import { Rollups } from '../rollups/rollups.js';
import type { Viewer } from '../sight.js';
import { planeOf } from './restated-shifts.js';

/** Where a unit stands in one model; null: it does not follow it. */
export interface UnitStand {
  readonly stage: StageRef | null;
  readonly score: number | null;
  /** 0–1; of checklists. */
  readonly checked: number | null;
}

/** A unit of a pack. */
export interface PackUnit {
  readonly unit: UnitKey;
  readonly name: string;
  readonly kind: string;
  /** Null for the topmost. */
  readonly parent: UnitKey | null;
  /** One for each model that was asked for. */
  readonly stands: readonly (UnitStand | null)[];
}

/** Which units, for which pair, in which models. */
export interface PackUnitsQuestion {
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly models: readonly ModelId[];
  readonly limit: number;
  /** Only these; null: all below the unit. */
  readonly only: readonly UnitKey[] | null;
}

/** Units of a subtree, each before those below it. */
export interface PackUnitsAnswer {
  readonly all: number;
  readonly items: readonly PackUnit[];
}

/** Where every unit of a subtree stands. @throws UnknownUnit, KnownAtInFuture, ProjectionBehind */
export class PackUnitsQuery extends Query<PackUnitsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: PackUnitsQuestion,
  ) {
    super();
  }
}

@QueryHandler(PackUnitsQuery)
export class PackUnitsQueryHandler implements IQueryHandler<PackUnitsQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: PackUnitsQuery): Promise<PackUnitsAnswer> {
    const { asOf, knownAt, models: ids, limit } = question;
    return this.rollups.read(viewer, { asOf, knownAt }, unit, async (reading) => {
      const chart = await reading.organisation();
      const only = question.only && new Set(question.only);
      const below = chart
        .below(chart.indexOf(unit) ?? -1)
        .filter((index) => only?.has(chart.keyOf(index)) ?? true);
      const shown = below.slice(0, limit);
      const counted = new Set(below);
      const reads: ((index: number) => UnitStand | null)[] = [];
      for (const id of ids) {
        const model = reading.model(id);
        const plane = await planeOf(reading, model, shown);
        reads.push((index) => {
          const value = plane.valueOf(index);
          if (!value) return null;
          const { ordinal, score = null, checked, total } = value;
          const share = checked === undefined || !total ? null : checked / total;
          return {
            stage: ordinal === null ? null : stageOf(model, ordinal),
            score,
            checked: share,
          };
        });
      }
      const items = shown.map((index) => {
        const parent = chart.parent(index);
        return {
          unit: chart.keyOf(index),
          name: chart.name(index),
          kind: chart.state(index)?.kind ?? '',
          parent: parent !== undefined && counted.has(parent) ? chart.keyOf(parent) : null,
          stands: reads.map((read) => read(index)),
        };
      });
      return { all: below.length, items };
    });
  }
}
