import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProgramId, UnitKey } from '#lib/domain';
import { Rollups } from '../rollups/rollups.js';
import { type SubtreeWhatIf, type Supposed, suppositionsOf } from './suppositions.js';

/** At which units something is supposed, by the tree of now. @throws UnknownUnit, TooMuchAsked, ProjectionBehind */
export class SuppositionsQuery extends Query<readonly Supposed[]> {
  constructor(
    readonly program: ProgramId,
    readonly unit: UnitKey,
    readonly whatIf: SubtreeWhatIf,
  ) {
    super();
  }
}

@QueryHandler(SuppositionsQuery)
export class SuppositionsQueryHandler implements IQueryHandler<SuppositionsQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ program, unit, whatIf }: SuppositionsQuery): Promise<readonly Supposed[]> {
    return this.rollups.read(program, {}, unit, async (reading) => {
      const chart = await reading.organisation();
      return suppositionsOf(chart, unit, whatIf, reading.moment.asOf).supposed;
    });
  }
}
