import type { ImportedRow } from '#lib/recording';
import type { LeftOut } from './last-rows.js';

/** So many are told. */
const AT_MOST = 20;

/**
 * Rows that tell the same fact as one before them and say something else about it: what they say is
 * not recorded, since a fact has one note.
 */
export function sameFacts(rows: readonly ImportedRow[]): readonly LeftOut[] {
  const first = new Map<string, { readonly row: number; readonly says: string }>();
  const found: LeftOut[] = [];
  for (const one of rows) {
    if (one.kind !== 'fact' || found.length === AT_MOST) continue;
    const { kind, data } = one.fact;
    const { milestone, occurredAt, degree = 1, outcome, ...about } = data as Told;
    const fact = JSON.stringify([one.unit, kind, milestone, occurredAt, degree, outcome]);
    const says = JSON.stringify(about);
    const before = first.get(fact);
    if (!before) first.set(fact, { row: one.row, says });
    else if (before.says !== says && says !== '{}') {
      found.push({ row: one.row, text: textOf(before.row, about) });
    }
  }
  return found;
}

interface Told {
  readonly milestone: string;
  readonly occurredAt: string;
  readonly degree?: number;
  readonly outcome?: string;
  readonly note?: string;
  readonly reason?: string;
}

function textOf(row: number, { note, reason }: Pick<Told, 'note' | 'reason'>): string {
  const said = note ?? reason;
  const quoted = said === undefined ? '' : `, its note: ${said.slice(0, 60)}`;
  return `the same fact as row ${row}${quoted}`;
}
