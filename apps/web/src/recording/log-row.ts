import type { Fault } from '../api/faults.js';
import type { Fact } from './facts.js';
import { type Reader, readWhen } from './when.js';

/** What can be said of a milestone. */
export const SAYINGS = [
  { value: 'achieved', label: 'It happened' },
  { value: 'lapsed', label: 'It ended' },
  { value: 'no', label: 'Looked at: not in place' },
  { value: 'not-applicable', label: 'Does not apply' },
] as const;

export type Saying = (typeof SAYINGS)[number]['value'];

/** A link to what shows it. */
export interface EvidenceRow {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** One line of the form, as it was typed. */
export interface LogRow {
  readonly id: string;
  /** Its idempotency key: another one once it was refused and changed. */
  readonly attempt: string;
  readonly milestone: string | null;
  readonly saying: Saying;
  readonly when: string;
  /** In percent; empty: wholly. */
  readonly degree: string;
  readonly note: string;
  readonly evidence: readonly EvidenceRow[];
  readonly detailed: boolean;
  /** Begun by a press on what is missing, not by typing: nobody would miss it. */
  readonly offered?: boolean | undefined;
  readonly state: RowState;
}

/** What became of a line. */
export type RowState =
  | { readonly is: 'typed' }
  | { readonly is: 'saved' }
  | { readonly is: 'planned'; readonly due: string }
  | { readonly is: 'refused'; readonly fault: Fault };

/**
 * A line that says nothing yet.
 * @param when what its date begins with
 * @param milestone what it is begun with for the person
 */
export const emptyRow = (id: string, when: string, milestone: string | null = null): LogRow => ({
  ...{ id, attempt: id, milestone, when, saying: 'achieved', degree: '', note: '', evidence: [] },
  ...{ detailed: false, offered: milestone !== null, state: { is: 'typed' } },
});

/** Whether a line says something that waits to be saved. */
export const isFilled = ({ milestone, note, evidence, state }: LogRow): boolean =>
  isPending({ state }) && (milestone !== null || note !== '' || evidence.length > 0);

/** Whether a line holds something that somebody typed and would miss. */
export const isTouched = (row: LogRow): boolean => isFilled(row) && !(row.offered ?? false);

/** Whether a line still waits to be saved. */
export const isPending = ({ state }: Pick<LogRow, 'state'>): boolean =>
  state.is === 'typed' || state.is === 'refused';

/** What is wrong with a line, by field. */
export interface RowFaults {
  readonly milestone?: string;
  readonly when?: string;
  readonly degree?: string;
  readonly evidence?: string;
}

/** A line read: the fact to send, or what is missing. */
export type ReadRow =
  | { readonly ok: true; readonly fact: Fact; readonly future: boolean }
  | { readonly ok: false; readonly faults: RowFaults };

const NO_DATE =
  'Write a day, month, quarter or year: today, 2024-03-05, March 2024, 2024-Q1 or 2024.';

/** Reads a line. @param degrees whether its milestone has degrees */
export function readRow(row: LogRow, reader: Reader, degrees: boolean): ReadRow {
  const when = readWhen(row.when, reader);
  const degree = row.degree.trim() === '' ? 1 : Number(row.degree) / 100;
  const links = row.evidence.filter(({ title, url }) => title.trim() !== '' || url.trim() !== '');
  const faults: RowFaults = {
    ...(row.milestone ? {} : { milestone: 'Choose a milestone.' }),
    ...(when ? {} : { when: NO_DATE }),
    ...(degree > 0 && degree <= 1 ? {} : { degree: 'Give a percentage above 0 and up to 100.' }),
    ...(links.every(({ url }) => /^https?:\/\/\S+$/i.test(url.trim()))
      ? {}
      : { evidence: 'Each link begins with http:// or https://.' }),
  };
  if (!row.milestone || !when || Object.keys(faults).length > 0) return { ok: false, faults };
  const body = { milestone: row.milestone, occurredAt: when.given };
  const note = row.note.trim();
  const evidence = links.map(({ title, url }) => ({
    title: title.trim() || hostOf(url.trim()),
    url: url.trim(),
  }));
  const graded = degrees && degree < 1 ? { degree } : {};
  return { ok: true, fact: factOf(row.saying, body, note, evidence, graded), future: when.future };
}

function factOf(
  saying: Saying,
  body: { readonly milestone: string; readonly occurredAt: string },
  note: string,
  evidence: { title: string; url: string }[],
  graded: { readonly degree?: number },
): Fact {
  const noted = note ? { note } : {};
  switch (saying) {
    case 'achieved':
      return {
        kind: 'achieved',
        body: { ...body, ...graded, ...noted, ...(evidence.length > 0 ? { evidence } : {}) },
      };
    case 'lapsed':
      return { kind: 'lapsed', body: { ...body, ...(note ? { reason: note } : {}) } };
    default:
      return { kind: 'assessed', body: { ...body, outcome: saying, ...noted } };
  }
}

/** What a link without a title is called: where it leads. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
