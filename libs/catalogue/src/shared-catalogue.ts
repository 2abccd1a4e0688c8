import type { Dictionary, MaturityModel, ModelId } from '#lib/domain';
import type { DictionaryBook } from './dictionary-book.js';
import {
  type ModelFile,
  type ModelsFolders,
  readModelsFolders,
  shippedModelsDir,
} from './models-folder.js';
import { faultLine, type Fault } from './read/fault.js';

/** Model files are wrong; the message holds one line for each fault. */
export class ModelFilesError extends Error {
  readonly code = 'model-files';
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'));
  }
}

/** What every program sees: the models that ship with Waymark and those of `WAYMARK_MODELS_DIR`. */
export interface SharedCatalogue {
  readonly files: readonly ModelFile[];
  readonly book: DictionaryBook;
  /** Every version, by id and version. */
  readonly models: readonly MaturityModel[];
  readonly dictionary: Dictionary;
  /** The hash of each `id@version`. */
  readonly hashes: ReadonlyMap<string, string>;
  /** What a program follows until it chooses: the shipped models of full provenance. */
  readonly followedAtFirst: readonly ModelId[];
}

const loaded = new Map<string, SharedCatalogue>();

/**
 * Loads the shared models once for each process.
 * @param modelsDir a folder with more model files
 * @throws ModelFilesError listing every fault of every file
 */
export function builtIns(modelsDir?: string): SharedCatalogue {
  const kept = loaded.get(modelsDir ?? '');
  if (kept) return kept;
  const shipped = shippedModelsDir();
  const catalogue = sharedCatalogue(
    readModelsFolders(modelsDir === undefined ? [shipped] : [shipped, modelsDir]),
    shipped,
  );
  loaded.set(modelsDir ?? '', catalogue);
  return catalogue;
}

/** @throws ModelFilesError */
export function sharedCatalogue(read: ModelsFolders, followed: string): SharedCatalogue {
  if (read.faults.length > 0) throw new ModelFilesError(read.faults);
  const files = [...read.models].sort(
    (a, b) => compare(a.model.id, b.model.id) || a.model.version - b.model.version,
  );
  const atFirst = files.filter(
    ({ model, folder }) => folder === followed && model.provenance === 'full',
  );
  return {
    files,
    book: read.book,
    models: files.map(({ model }) => model),
    dictionary: read.book.dictionary,
    hashes: new Map(files.map(({ model, hash }) => [`${model.id}@${model.version}`, hash])),
    followedAtFirst: [...new Set(atFirst.map(({ model }) => model.id))],
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
