import type { Schemas } from '#lib/client';
import { keyFor } from './unit-draft.js';

type NewUnit = Schemas['RegisterUnits']['units'][number];

/** One line of a list of units, understood, or why not. */
export type PastedLine =
  | { readonly line: number; readonly unit: NewUnit & { readonly name: string } }
  | { readonly line: number; readonly fault: string };

const PARTS = /\t|;|\|/;

/**
 * Reads units that were pasted or typed, one a line: name; kind; what it lies under (the key of a
 * unit, or the name of a line above). Parts stand between tabs, semicolons or bars.
 */
export function readUnits(text: string): readonly PastedLine[] {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  return text.split(/\r?\n/).flatMap((written, at): readonly PastedLine[] => {
    if (written.trim() === '') return [];
    const line = at + 1;
    const [name = '', kind = '', under = ''] = written.split(PARTS).map((part) => part.trim());
    if (name === '') return [{ line, fault: 'It has no name.' }];
    if (kind === '') return [{ line, fault: `“${name}” has no kind: write it after a semicolon.` }];
    const unit = keyFor(name);
    if (unit === '') return [{ line, fault: `“${name}” has no letters or digits for a key.` }];
    if (taken.has(unit)) return [{ line, fault: `“${name}” stands here twice.` }];
    taken.add(unit);
    const parent = under === '' ? undefined : (keys.get(under.toLowerCase()) ?? keyFor(under));
    keys.set(name.toLowerCase(), unit);
    return [{ line, unit: { unit, name, kind, ...(parent ? { parent } : {}) } }];
  });
}
