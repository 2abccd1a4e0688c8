import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, Standing, UnitKey } from '#lib/domain';
import { type Moment, Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import type { Viewer } from '../sight.js';

/** Where a unit stands in every model it follows. */
export interface StandingsAnswer extends Moment {
  readonly unit: UnitKey;
  readonly items: readonly Standing[];
}

/**
 * Where a unit stands in every model it follows, as of one instant and as known at another; both
 * default to now. @throws UnknownUnit, KnownAtInFuture
 */
export class StandingsQuery extends Query<StandingsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly asOf?: Instant,
    readonly knownAt?: Instant,
  ) {
    super();
  }
}

@QueryHandler(StandingsQuery)
export class StandingsQueryHandler implements IQueryHandler<StandingsQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ viewer, unit, asOf, knownAt }: StandingsQuery): Promise<StandingsAnswer> {
    const { program } = viewer;
    const moment = await this.moments.settle(program, { asOf, knownAt });
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        await requireSeen(tx, viewer, unit);
        const { projection } = await this.moments.around(tx, program, unit, moment.position);
        const items = await projection.standings(unit, moment.asOf, moment.position);
        return { unit, ...moment, items };
      },
      { readOnly: true },
    );
  }
}
