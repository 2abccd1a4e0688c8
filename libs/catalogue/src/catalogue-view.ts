import type {
  Dictionary,
  EventData,
  MaturityModel,
  MilestoneKey,
  ModelId,
  Position,
} from '#lib/domain';
import type { WrittenMilestone } from './schema/milestone.schema.js';
import { DictionaryBook } from './dictionary-book.js';
import { definer } from './models-folder.js';
import { normaliseEntry } from './normalise.js';
import type { SharedCatalogue } from './shared-catalogue.js';

type CatalogueEventType = 'model.added' | 'model.adopted' | 'milestone.defined' | 'program.changed';

/** A fact that changes models, dictionary or what a program follows. */
export type CatalogueFact = {
  [T in CatalogueEventType]: {
    readonly position: Position;
    readonly type: T;
    readonly data: EventData[T];
  };
}[CatalogueEventType];

/** What a program's units follow unless they say otherwise, and the model that heads its overview. */
export interface ProgramSettings {
  readonly name: string;
  readonly models: readonly ModelId[];
  readonly headline: ModelId | null;
  readonly approvals: Approvals;
}

/** What somebody else has to approve before it is recorded. */
export interface Approvals {
  readonly waivers: boolean;
  /** Corrections and retractions that change what was more than 30 days ago. */
  readonly corrections: boolean;
}

/** A version a program can see, with the hash of its content. */
export interface PublishedVersion {
  readonly model: MaturityModel;
  readonly hash: string;
}

/** Models, dictionary and settings of one program as known at one position. Never changes. */
export class CatalogueView {
  readonly #versions: ReadonlyMap<ModelId, ReadonlyMap<number, PublishedVersion>>;
  readonly #book: DictionaryBook;

  constructor(
    /** The version in force of every model the program can see. */
    readonly models: ReadonlyMap<ModelId, MaturityModel>,
    readonly program: ProgramSettings,
    versions: ReadonlyMap<ModelId, ReadonlyMap<number, PublishedVersion>>,
    book: DictionaryBook,
  ) {
    this.#versions = versions;
    this.#book = book;
  }

  /** Every milestone a unit may record, in its newest wording. */
  get dictionary(): Dictionary {
    return this.#book.dictionary;
  }

  /** Every version of a model the program can see, lowest first; empty for a model nobody knows. */
  versions(model: ModelId): readonly MaturityModel[] {
    return [...(this.#versions.get(model)?.values() ?? [])]
      .map((published) => published.model)
      .sort((a, b) => a.version - b.version);
  }

  published(model: ModelId, version: number): PublishedVersion | undefined {
    return this.#versions.get(model)?.get(version);
  }

  /** The view as it would be with this version of a model in force. */
  adopting(model: MaturityModel): CatalogueView {
    const book = new DictionaryBook(this.#book);
    book.define(definer(model.id), model.milestones);
    const models = new Map(this.models).set(model.id, model);
    return new CatalogueView(models, this.program, this.#versions, book);
  }

  /** What everybody but one model defines; the model's own entries it may change. */
  definedBesides(model: string): Dictionary {
    return this.#book.without(definer(model));
  }

  /** What the program's own definition of a milestone has to agree with. */
  definedBesidesProgram(key: MilestoneKey): Dictionary {
    return this.#book.without('program', key);
  }
}

/**
 * Folds a program's catalogue facts, in log order, over the shared catalogue.
 * @param name what the program is called until a fact says otherwise
 * @param uploaded the version that a `model.added` names
 * @source models/README.md, rules V-3 to V-5
 */
export function foldCatalogue(
  name: string,
  shared: SharedCatalogue,
  facts: readonly CatalogueFact[],
  uploaded: (added: EventData['model.added']) => MaturityModel,
): CatalogueView {
  const book = new DictionaryBook(shared.book);
  const versions = new Map<ModelId, Map<number, PublishedVersion>>();
  const models = new Map<ModelId, MaturityModel>();
  let settings: ProgramSettings = {
    name,
    models: shared.followedAtFirst,
    headline: null,
    approvals: { waivers: false, corrections: false },
  };
  const publish = (model: MaturityModel, hash: string) => {
    const known = versions.get(model.id) ?? new Map<number, PublishedVersion>();
    versions.set(model.id, known.set(model.version, { model, hash }));
  };
  const putInForce = (model: MaturityModel) => {
    models.set(model.id, model);
    book.define(definer(model.id), model.milestones);
  };
  for (const { model, hash } of shared.files) {
    publish(model, hash);
    if (!models.has(model.id)) models.set(model.id, model);
  }
  for (const fact of facts) {
    switch (fact.type) {
      case 'model.added': {
        const model = uploaded(fact.data);
        publish(model, fact.data.hash);
        if (!models.has(model.id)) putInForce(model);
        break;
      }
      case 'model.adopted': {
        const adopted = versions.get(fact.data.model)?.get(fact.data.version);
        if (adopted) putInForce(adopted.model);
        break;
      }
      case 'milestone.defined':
        book.define('program', [normaliseEntry(fact.data.entry as WrittenMilestone)]);
        break;
      case 'program.changed':
        settings = {
          name: fact.data.name ?? settings.name,
          models: fact.data.models ?? settings.models,
          headline: fact.data.headline === undefined ? settings.headline : fact.data.headline,
          approvals: { ...settings.approvals, ...fact.data.approvals },
        };
        break;
    }
  }
  return new CatalogueView(models, settings, versions, book);
}
