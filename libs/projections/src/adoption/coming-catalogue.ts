import type { CatalogueView } from '#lib/catalogue';
import type { MaturityModel, MilestoneKey, ModelId, Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { CatalogueSource, KnownCatalogue } from '../catalogue-reader.js';

/** A version of a model. */
export interface ModelVersion {
  readonly model: ModelId;
  readonly version: number;
}

/** A program's catalogue as it would be with a version of a model in force. */
export class ComingCatalogue implements CatalogueSource {
  readonly #views = new WeakMap<CatalogueView, CatalogueView>();

  constructor(
    private readonly present: CatalogueSource,
    /** A version that is published, or one as it would be. */
    private readonly coming: ModelVersion | MaturityModel,
  ) {}

  async at(tx: Tx, program: ProgramId, position: Position): Promise<CatalogueView> {
    const view = await this.present.at(tx, program, position);
    const kept = this.#views.get(view);
    if (kept) return kept;
    const model =
      'id' in this.coming
        ? this.coming
        : view.published(this.coming.model, this.coming.version)?.model;
    const coming = model ? view.adopting(model) : view;
    this.#views.set(view, coming);
    return coming;
  }
}

/** The models whose standings an adoption may move: its own, and those that read entries it words anew. */
export function movedModels(
  present: KnownCatalogue,
  coming: KnownCatalogue,
  adopted: ModelId,
): ReadonlySet<ModelId> {
  const moved = new Set<ModelId>([adopted]);
  for (const key of changedEntries(present.view, coming.view)) {
    for (const { index } of [present, coming]) {
      for (const model of index.readers.get(key) ?? []) moved.add(model);
    }
  }
  return moved;
}

function changedEntries(present: CatalogueView, coming: CatalogueView): readonly MilestoneKey[] {
  const keys = new Set([...present.dictionary.keys(), ...coming.dictionary.keys()]);
  return [...keys].filter((key) => {
    const [old, next] = [present.dictionary.get(key), coming.dictionary.get(key)];
    return old !== next && JSON.stringify(old) !== JSON.stringify(next);
  });
}
