import { resolve } from 'node:path';
import { checkLock, hasLock, publish } from './lock.js';
import { readModelsFolders, shippedModelsDir } from './models-folder.js';
import { type Fault, faultLine } from './read/fault.js';

/** What `npm run models:check` found. */
export interface Checked {
  /** For people, one line each. */
  readonly lines: readonly string[];
  readonly ok: boolean;
}

/**
 * Checks the shipped models and those of other folders, each folder against its lock file.
 * @param given `--publish` to record what is new in the lock files; all else are folders
 * @source models/README.md, rule V-1
 */
export function checkModels(given: readonly string[]): Checked {
  const unknown = given.find((word) => word.startsWith('-') && word !== '--publish');
  if (unknown) return { ok: false, lines: [`There is no option ${unknown}. There is --publish.`] };
  const shipped = shippedModelsDir();
  const others = given.filter((word) => word !== '--publish').map((word) => resolve(word));
  const folders = [shipped, ...others.filter((folder) => folder !== shipped)];
  const read = readModelsFolders(folders);
  const publishing = read.faults.length === 0 && given.includes('--publish');
  const lines: string[] = [];
  const faults: Fault[] = [...read.faults];
  for (const folder of folders) {
    const held = {
      folder,
      models: read.models.filter((model) => model.folder === folder),
      entries: read.entries.get(folder) ?? [],
    };
    if (publishing) lines.push(...publish(held).map((name) => `published ${name}`));
    if (read.faults.length === 0 && (folder === shipped || hasLock(folder))) {
      faults.push(...checkLock(held));
    }
  }
  lines.push(...faults.map(faultLine));
  const count = `${read.models.length} model versions, ${read.book.dictionary.size} milestones`;
  const found = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  lines.push(faults.length === 0 ? `${count}: all in order` : `${count}: ${found}`);
  return { lines, ok: faults.length === 0 };
}
