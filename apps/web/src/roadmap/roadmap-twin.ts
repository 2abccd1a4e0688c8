import type { Twin } from '../charts/twin.js';
import { dayText, occurredText } from '../time/words.js';
import { STATUS_TEXTS } from './status-words.js';
import type { PlannedRow } from './timeline/rows.js';

const day = (text: string | null | undefined) => (text ? dayText(text) : null);

/** The timeline as rows. */
export function roadmapTwin(rows: readonly PlannedRow[]): Twin {
  return {
    columns: [
      ...['Unit', 'Target', 'Status', 'First due', 'Due', 'Slip (days)', 'Reached on'],
      ...[
        'Expected from',
        'Expected to',
        'Precedents',
        'Units there',
        'Units in all',
        'Moves',
        'Owner',
      ],
    ],
    rows: rows.map((row) => [
      row.name,
      row.title,
      STATUS_TEXTS[row.status],
      row.firstDue && occurredText(row.firstDue),
      row.due && occurredText(row.due),
      row.slipDays,
      day(row.achievedOn),
      day(row.forecast?.p50),
      day(row.forecast?.p85),
      row.forecast?.precedents ?? null,
      row.reached ?? null,
      row.counted ?? null,
      row.moves.length,
      row.owner?.name ?? null,
    ]),
  };
}
