import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MaturityModel, ModelId } from '#lib/domain';
import { type Definer, DictionaryBook } from './dictionary-book.js';
import { parseDictionary, parseModel, readPublishedModel } from './parse-model.js';
import type { Fault } from './read/fault.js';

const DICTIONARY_FILE = 'milestones.yaml';

/** A model version with the hash of its content and the file it came from. */
export interface ModelFile {
  readonly model: MaturityModel;
  readonly hash: string;
  readonly file: string;
}

/** What folders of model files say together, with every fault of every file. */
export interface ModelsFolders {
  readonly models: readonly ModelFile[];
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
  const files: string[] = [];
  const book = new DictionaryBook();
  for (const folder of folders) {
    const names = namesIn(folder);
    if (!names) {
      const message = 'This folder of models cannot be read. Create it, or correct the path.';
      faults.push({ file: folder, line: 1, column: 1, pointer: '', message });
      continue;
    }
    if (names.includes(DICTIONARY_FILE)) {
      const file = join(folder, DICTIONARY_FILE);
      const parsed = parseDictionary(readFileSync(file), { file, known: book.dictionary });
      if (parsed.ok) book.define(`file:${file}`, parsed.entries);
      else faults.push(...parsed.faults);
    }
    files.push(
      ...names.filter((name) => name !== DICTIONARY_FILE).map((name) => join(folder, name)),
    );
  }
  const texts = files.map((file) => ({ file, text: readFileSync(file) }));
  defineBrought(
    book,
    texts.flatMap(({ text }) => readPublishedModel(text)?.model ?? []),
  );
  const models: ModelFile[] = [];
  const places = new Map<string, string>();
  for (const { file, text } of texts) {
    const parsed = parseModel(text, { file, known: (model) => book.without(definer(model)) });
    if (!parsed.ok) {
      faults.push(...parsed.faults);
      continue;
    }
    const { model, hash } = parsed;
    const version = `${model.id}@${model.version}`;
    const elsewhere = places.get(version);
    if (elsewhere) {
      const message = `Version ${model.version} of \`${model.id}\` stands in ${elsewhere} too. Take one out.`;
      faults.push(...parsed.faultsAt(['version'], message));
      continue;
    }
    places.set(version, file);
    models.push({ model, hash, file });
  }
  return { models, book, faults };
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
