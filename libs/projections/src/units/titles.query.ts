import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import { CatalogueHistory } from '../catalogue-reader.js';
import { Moments } from '../moment.js';
import { inSight, type Viewer } from '../sight.js';

/** What keys are called now; undefined for what is not there, or not in sight. */
export interface Titles {
  readonly program: string;
  unit(key: UnitKey): string | undefined;
  model(id: ModelId): string | undefined;
  milestone(key: MilestoneKey): string | undefined;
}

/** What some units, and the models and milestones of their program, are called now. */
export class TitlesQuery extends Query<Titles> {
  constructor(
    readonly viewer: Viewer,
    /** Some thousand at most. */
    readonly units: readonly UnitKey[],
  ) {
    super();
  }
}

@QueryHandler(TitlesQuery)
export class TitlesQueryHandler implements IQueryHandler<TitlesQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, units }: TitlesQuery): Promise<Titles> {
    const { program } = viewer;
    const { catalogue, database, log } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        const { position } = await log.head(tx, program);
        const history = await CatalogueHistory.load(tx, catalogue, program, 0, position);
        const { models, dictionary, program: settings } = (await history.at(position)).view;
        const rows = await tx.query<{ unit: UnitKey; name: string }>(
          'SELECT unit, name FROM unit WHERE program_id = $1 AND unit = ANY ($2)',
          [program, [...(await inSight(tx, viewer, units))]],
        );
        const names = new Map(rows.map(({ unit, name }) => [unit, name]));
        return {
          program: settings.name,
          unit: (key) => names.get(key),
          model: (id) => models.get(id)?.title,
          milestone: (key) => dictionary.get(key)?.title,
        };
      },
      { readOnly: true },
    );
  }
}
