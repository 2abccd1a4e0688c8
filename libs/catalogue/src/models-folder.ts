import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MaturityModel, MilestoneEntry, ModelId } from '#lib/domain';
import { type Definer, DictionaryBook } from './dictionary-book.js';
import { parseDictionary, parseModel, readPublishedModel } from './parse-model.js';
import type { Fault, Path } from './read/fault.js';

const DICTIONARY_FILE = 'milestones.yaml';

/** A model version with the hash of its content and the file it came from. */
export interface ModelFile {
  readonly model: MaturityModel;
  readonly hash: string;
  readonly folder: string;
  readonly file: string;
  /** Says of a place in the file what is wrong with it all the same. */
  faultsAt(path: Path, message: string): readonly Fault[];
}

/** What folders of model files say together, with every fault of every file. */
export interface ModelsFolders {
  readonly models: readonly ModelFile[];
  /** What the `milestones.yaml` of each folder says. */
  readonly entries: ReadonlyMap<string, readonly MilestoneEntry[]>;
  /** Dictionary files, and what models bring by their lowest version. */
  readonly book: DictionaryBook;
  readonly faults: readonly Fault[];
}

/** The folder `models/` that ships with Waymark, beside its sources or its build. */
export function shippedModelsDir(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const models = join(folder, 'models');
    if (existsSync(join(models, DICTIONARY_FILE))) return models;
  }
  throw new Error('The folder `models` that ships with Waymark is missing. Install Waymark again.');
}

/**
 * Reads every `*.yaml` and `*.yml` file of some folders: `milestones.yaml` as a dictionary, the others as
 * models. Files may use one another's entries, in whichever order they are read.
 * @source models/README.md, rules F-1 and M-5
 */
export function readModelsFolders(folders: readonly string[]): ModelsFolders {
  const faults: Fault[] = [];
  const files: { folder: string; file: string }[] = [];
  const entries = new Map<string, readonly MilestoneEntry[]>();
  const book = new DictionaryBook();
  for (const folder of folders) {
    const names = namesIn(folder);
    if (!names) {
      faults.push(unreadable(folder));
      continue;
    }
    if (names.includes(DICTIONARY_FILE)) {
      const file = join(folder, DICTIONARY_FILE);
      const text = textOf(file);
      const parsed = text && parseDictionary(text, { file, known: book.dictionary });
      if (!parsed) faults.push(unreadable(file));
      else if (!parsed.ok) faults.push(...parsed.faults);
      const found = parsed ? (parsed.ok ? parsed.entries : parsed.readable) : [];
      book.define(`file:${file}`, found);
      entries.set(folder, found);
    }
    for (const name of names) {
      if (name !== DICTIONARY_FILE) files.push({ folder, file: join(folder, name) });
    }
  }
  const texts = files.flatMap((place) => {
    const text = textOf(place.file);
    if (text) return { ...place, text };
    faults.push(unreadable(place.file));
    return [];
  });
  defineBrought(
    book,
    texts.flatMap(({ text }) => readPublishedModel(text)?.model ?? []),
  );
  const models: ModelFile[] = [];
  const places = new Map<string, string>();
  for (const { folder, file, text } of texts) {
    const parsed = parseModel(text, { file, known: (model) => book.without(definer(model)) });
    if (!parsed.ok) {
      faults.push(...parsed.faults);
      continue;
    }
    const { model, hash, faultsAt } = parsed;
    const version = `${model.id}@${model.version}`;
    const elsewhere = places.get(version);
    if (elsewhere) {
      const message = `Version ${model.version} of \`${model.id}\` stands in ${elsewhere} too. Take one out.`;
      faults.push(...faultsAt(['version'], message));
      continue;
    }
    places.set(version, file);
    models.push({ model, hash, folder, file, faultsAt });
  }
  return { models, entries, book, faults };
}

/** How a model is named among those who define entries. */
export function definer(model: string): Definer {
  return `model:${model as ModelId}`;
}

/** The lowest version of each model is the one in force at first. */
function defineBrought(book: DictionaryBook, models: readonly MaturityModel[]): void {
  const lowest = new Map<ModelId, MaturityModel>();
  for (const model of models) {
    const other = lowest.get(model.id);
    if (!other || model.version < other.version) lowest.set(model.id, model);
  }
  for (const model of lowest.values()) book.define(definer(model.id), model.milestones);
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return undefined;
  }
}

function textOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function unreadable(file: string): Fault {
  const message = 'This cannot be read. Create it, let us read it, or correct the path.';
  return { file, line: 1, column: 1, pointer: '', message };
}
