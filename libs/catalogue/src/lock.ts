import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MilestoneEntry } from '#lib/domain';
import type { ModelFile } from './models-folder.js';
import type { Fault } from './read/fault.js';

const LOCK_FILE = 'models.lock';

const HEADER = [
  '# What is published here: every model version with the hash of its content, and what the milestones of',
  '# the dictionary mean. Written by `npm run models:check -- --publish`; see README.md, rules V-1 and V-2.',
].join('\n');

/** What one folder publishes. */
export interface Publishing {
  readonly folder: string;
  readonly models: readonly ModelFile[];
  /** Of its `milestones.yaml`. */
  readonly entries: readonly MilestoneEntry[];
}

/**
 * What a folder's lock file says against what it holds now: versions edited in place or gone, milestones
 * that mean something else or are gone, and what is not published yet.
 * @source models/README.md, rule V-1
 */
export function checkLock({ folder, models, entries }: Publishing): Fault[] {
  const file = join(folder, LOCK_FILE);
  const published = readLock(file);
  const inLock = (message: string): Fault => ({ file, line: 1, column: 1, pointer: '', message });
  const faults: Fault[] = [];
  for (const { model, hash, faultsAt } of models) {
    const name = `${model.id}@${model.version}`;
    const lock = published.get(name);
    published.delete(name);
    if (lock === undefined) {
      faults.push(
        ...faultsAt(['version'], 'Not published yet. Run `npm run models:check -- --publish`.'),
      );
    } else if (lock !== hash) {
      const message = `Version ${model.version} of \`${model.id}\` is published and was edited in place. Undo the edit, or put it into a new file with \`version: ${model.version + 1}\`.`;
      faults.push(...faultsAt(['version'], message));
    }
  }
  for (const entry of entries) {
    const lock = published.get(entry.key);
    published.delete(entry.key);
    if (lock === undefined) {
      faults.push(
        inLock(`\`${entry.key}\` is not published yet. Run \`npm run models:check -- --publish\`.`),
      );
    } else if (lock !== meaning(entry)) {
      faults.push(
        inLock(
          `\`${entry.key}\` is published as "${lock}" and now says "${meaning(entry)}". Undo that, or use another key.`,
        ),
      );
    }
  }
  for (const name of published.keys()) {
    faults.push(inLock(`\`${name}\` is published and no file holds it any longer. Put it back.`));
  }
  return faults;
}

/** Adds what is not published yet to a folder's lock file; what is stays as it is. @returns the names added */
export function publish({ folder, models, entries }: Publishing): readonly string[] {
  const file = join(folder, LOCK_FILE);
  const published = readLock(file);
  const held = [
    ...models.map(({ model, hash }) => [`${model.id}@${model.version}`, hash] as const),
    ...entries.map((entry) => [entry.key, meaning(entry)] as const),
  ];
  const added = held.filter(([name]) => !published.has(name));
  for (const [name, says] of added) published.set(name, says);
  if (added.length > 0) {
    const lines = [...published].map(([name, says]) => `${name} ${says}`).sort();
    writeFileSync(file, `${HEADER}\n${lines.join('\n')}\n`);
  }
  return added.map(([name]) => name);
}

/** Whether a folder keeps a lock file. */
export function hasLock(folder: string): boolean {
  return existsSync(join(folder, LOCK_FILE));
}

/** Name and what is published under it, from each line. */
function readLock(file: string): Map<string, string> {
  if (!existsSync(dirname(file)) || !existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [name = '', ...says] = line.split(' ');
      return [name, says.join(' ')];
    }),
  );
}

/** What decides when a milestone is held; wording is free to change. */
function meaning({ validity, impliedBy }: MilestoneEntry): string {
  const implied = impliedBy.length ? `implied by ${[...impliedBy].sort().join(', ')}` : undefined;
  return [`validity ${validity?.iso ?? 'none'}`, implied].filter(Boolean).join(', ');
}
