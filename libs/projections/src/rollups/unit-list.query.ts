import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { Asked, Moment } from '../moment.js';
import type { Viewer } from '../sight.js';
import { Rollups } from './rollups.js';
import { listedUnder } from './listed-units.js';

/** A unit as it was at one instant, as known at another. */
export interface ListedUnit {
  readonly unit: UnitKey;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  /** Null also where it is out of sight. */
  readonly parent: UnitKey | null;
}

/** The units that exist at the moment, by key. */
export interface UnitListAnswer extends Moment {
  readonly items: readonly ListedUnit[];
}

/**
 * All units of a subtree, by the tree at one pair of times; without retired ones.
 * @throws UnknownUnit, KnownAtInFuture, ProjectionBehind
 */
export class UnitListQuery extends Query<UnitListAnswer> {
  constructor(
    readonly viewer: Viewer,
    /** Null: of the whole program. */
    readonly under: UnitKey | null,
    readonly asked: Asked = {},
  ) {
    super();
  }
}

@QueryHandler(UnitListQuery)
export class UnitListQueryHandler implements IQueryHandler<UnitListQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, under, asked }: UnitListQuery): Promise<UnitListAnswer> {
    return this.rollups.read(viewer, asked, under, async (reading) => {
      const chart = await reading.organisation();
      const items = listedUnder(chart, under).flatMap((index) => {
        const state = chart.state(index);
        if (!state) return [];
        const above = chart.parent(index);
        const parent = above === undefined ? null : chart.keyOf(above);
        const { name, kind, tags } = state;
        return [{ unit: chart.keyOf(index), name, kind, tags, parent }];
      });
      return { ...reading.moment, items };
    });
  }
}
