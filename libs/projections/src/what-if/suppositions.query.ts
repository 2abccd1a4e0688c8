import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { Rollups } from '../rollups/rollups.js';
import { type SubtreeWhatIf, type Supposed, suppositionsOf } from './suppositions.js';
import type { Viewer } from '../sight.js';

/** At which units something is supposed, by the tree of now. @throws UnknownUnit, TooMuchAsked, ProjectionBehind */
export class SuppositionsQuery extends Query<readonly Supposed[]> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly whatIf: SubtreeWhatIf,
  ) {
    super();
  }
}

@QueryHandler(SuppositionsQuery)
export class SuppositionsQueryHandler implements IQueryHandler<SuppositionsQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, whatIf }: SuppositionsQuery): Promise<readonly Supposed[]> {
    return this.rollups.read(viewer, {}, unit, async (reading) => {
      const chart = await reading.organisation();
      return suppositionsOf(chart, unit, whatIf, reading.moment.asOf).supposed;
    });
  }
}
