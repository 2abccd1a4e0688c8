import { isPending, isTouched, type LogRow } from './log-row.js';

const nameOf = (person: string, unit: string) => `waymark.log.${person}.${unit}`;

/**
 * Keeps lines in this tab, so that a reload, a lost session or a closed page costs nothing; lines
 * that say nothing, or are saved, are not kept.
 */
export function keepDraft(person: string, unit: string, rows: readonly LogRow[]): void {
  try {
    if (rows.some(isTouched)) {
      sessionStorage.setItem(nameOf(person, unit), JSON.stringify(rows.filter(isPending)));
    } else {
      sessionStorage.removeItem(nameOf(person, unit));
    }
  } catch {
    // a browser that keeps nothing: the form works all the same
  }
}

/** Forgets what was kept. */
export const dropDraft = (person: string, unit: string): void => keepDraft(person, unit, []);

/** The lines that were kept; none where there are none, or they cannot be read. */
export function draftOf(person: string, unit: string): readonly LogRow[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(person, unit)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRow) : [];
  } catch {
    return [];
  }
}

function isRow(kept: unknown): kept is LogRow {
  const row = kept as Partial<LogRow> | null;
  return (
    typeof row?.id === 'string' &&
    typeof row.attempt === 'string' &&
    typeof row.when === 'string' &&
    Array.isArray(row.evidence) &&
    typeof row.state === 'object'
  );
}
