import { setImmediate as othersFirst } from 'node:timers/promises';
import { nearest } from '#lib/catalogue';
import { unitsInSight, type Viewer } from '#lib/projections';
import type { UnitKey } from '#lib/domain';
import type { Known } from '../known.js';
import type { ImportedRow, Sought } from './imported-row.js';

/** When so many pairs of words were compared, no more are: that takes about a second at worst. */
const MOST_COMPARED = 100_000;
const MOST_NAMED = 3;

/**
 * What was probably meant by keys that are not there, in words for whoever wrote them: the key of what
 * has that name, else the key that is few letters apart; only of units that the viewer sees, those that
 * the rows themselves register among them.
 * @returns one for each that is sought; empty where nothing is near
 */
export async function meantKeys(
  known: Known,
  viewer: Viewer,
  sought: readonly Sought[],
  rows: readonly ImportedRow[],
): Promise<readonly string[]> {
  const units = sought.some(({ kind }) => kind === 'unit')
    ? new Keys([...(await seenUnits(known, viewer)), ...registeredIn(rows)])
    : NO_KEYS;
  const { dictionary } = await known.catalogue();
  const milestones = new Keys([...dictionary.values()].map(({ key, title }) => [key, title]));
  const hints: string[] = [];
  for (const { kind, written } of sought) {
    hints.push((kind === 'unit' ? units : milestones).hint(written));
    await othersFirst();
  }
  return hints;
}

/**
 * The keys of what has these names, whatever their case, accents and blanks, or these keys, whatever
 * their capitals; only of units that the viewer sees.
 * @returns one for each that is sought; undefined where none has that name, empty where several have
 */
export async function namedKeys(
  known: Known,
  viewer: Viewer,
  sought: readonly Sought[],
): Promise<readonly (string | undefined)[]> {
  const any = sought.some(({ kind }) => kind === 'unit');
  const units = any ? new Keys(await seenUnits(known, viewer)) : NO_KEYS;
  const { dictionary } = await known.catalogue();
  const milestones = new Keys([...dictionary.values()].map(({ key, title }) => [key, title]));
  return sought.map(({ kind, written }) => (kind === 'unit' ? units : milestones).named(written));
}

const NO_NAMES: ReadonlySet<string> = new Set();

type Named = readonly [key: string, name: string | undefined];

/** Keys, found by their names or by what is nearly the same. */
class Keys {
  readonly #all: ReadonlySet<string>;
  readonly #keys: readonly string[];
  readonly #byName = new Map<string, Set<string>>();
  #compared = 0;

  constructor(named: readonly Named[]) {
    this.#all = new Set(named.map(([key]) => key));
    this.#keys = [...this.#all];
    for (const [key, name] of named) {
      if (name === undefined) continue;
      const same = this.#byName.get(plainName(name));
      if (same) same.add(key);
      else this.#byName.set(plainName(name), new Set([key]));
    }
  }

  named(written: string): string | undefined {
    const [key, ...others] = this.#called(written);
    return others.length > 0 ? '' : key;
  }

  hint(written: string): string {
    const [key, ...others] = this.#called(written);
    if (key !== undefined && others.length === 0) return `Its key is ${key}.`;
    if (key !== undefined) {
      const shown = [key, ...others].slice(0, MOST_NAMED).join(', ');
      return `It is what these are called: ${shown}${others.length < MOST_NAMED ? '' : ', …'}.`;
    }
    if (this.#compared >= MOST_COMPARED) return '';
    this.#compared += this.#keys.length + this.#byName.size;
    const near = nearest(written, this.#keys) ?? this.#nearName(written);
    return near === undefined ? '' : `Did you mean ${near}?`;
  }

  /** Those of this name, and the one of this key in other capitals. */
  #called(written: string): ReadonlySet<string> {
    const named = this.#byName.get(plainName(written)) ?? NO_NAMES;
    const key = written.toLowerCase();
    return key !== written && this.#all.has(key) ? new Set([key, ...named]) : named;
  }

  #nearName(written: string): string | undefined {
    const name = nearest(plainName(written), [...this.#byName.keys()]);
    return name === undefined ? undefined : [...(this.#byName.get(name) ?? [])][0];
  }
}

const NO_KEYS = new Keys([]);

/** A name without what people write in different ways: case, accents, blanks. */
export const plainName = (name: string): string =>
  name.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().replaceAll(/\s+/g, ' ').toLowerCase();

async function seenUnits(known: Known, viewer: Viewer): Promise<readonly Named[]> {
  const seen = await unitsInSight(known.tx, viewer);
  const units = await known.tx.query<{ unit: UnitKey; name: string }>(
    'SELECT unit, name FROM unit WHERE program_id = $1 AND NOT retired ORDER BY unit',
    [known.program],
  );
  return units.flatMap(({ unit, name }): readonly Named[] =>
    seen === undefined || seen.has(unit) ? [[unit, name]] : [],
  );
}

const registeredIn = (rows: readonly ImportedRow[]): readonly Named[] =>
  rows.flatMap((row): readonly Named[] => (row.kind === 'unit' ? [[row.unit, row.wish.name]] : []));
