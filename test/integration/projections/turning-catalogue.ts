import type { CatalogueView } from '#lib/catalogue';
import type { Dictionary, MaturityModel, ModelId, Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { CatalogueSource } from '#lib/projections';

/** The model that is adopted in one version after the other, and one that reads the same dictionary. */
export const ADOPTED = 'adopted' as ModelId;
export const OTHER = 'other' as ModelId;

/** A version of the model, and the dictionary that comes with it. */
export interface Version {
  readonly model: MaturityModel;
  readonly dictionary: Dictionary;
}

/** Two versions that take turns with every adoption. */
export class TurningCatalogue implements CatalogueSource {
  readonly #views: readonly CatalogueView[];

  constructor(versions: readonly Version[], other: MaturityModel) {
    this.#views = versions.map(
      ({ model, dictionary }) =>
        ({
          models: new Map([model, other].map((one) => [one.id, one])),
          dictionary,
          program: {
            name: 'p',
            models: [ADOPTED, OTHER],
            headline: null,
            approvals: { waivers: false, corrections: false },
          },
          published: (_: ModelId, version: number) => versions[version - 1],
          adopting: ({ version }: MaturityModel) => this.turn(version - 1),
        }) as unknown as CatalogueView,
    );
  }

  turn(adoptions: number): CatalogueView {
    return this.#views[adoptions % this.#views.length] as CatalogueView;
  }

  async at(tx: Tx, program: ProgramId, position: Position): Promise<CatalogueView> {
    const [row] = await tx.query<{ adoptions: number }>(
      `SELECT count(*) AS adoptions FROM event
        WHERE program_id = $1 AND type = 'model.adopted' AND position <= $2`,
      [program, position],
    );
    return this.turn(row?.adoptions ?? 0);
  }
}
