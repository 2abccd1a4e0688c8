import type { Schemas } from '#lib/client';
import type { Dates } from '../text/dates.js';

type Event = Schemas['Event'];

/** What a correction changes: null takes one away, what is absent stays. */
export type Changes = Omit<Schemas['Correct'], 'event' | 'reason'>;

/** What is changed is called, in the order in which it is told. */
const NAMES: readonly (readonly [keyof Changes, string])[] = [
  ['occurredAt', 'when'],
  ['milestone', 'milestone'],
  ['degree', 'how much'],
  ['outcome', 'outcome'],
  ['by', 'who looked'],
  ['expiresOn', 'last day'],
  ['parent', 'under'],
  ['note', 'note'],
  ['evidence', 'evidence'],
];

/** What becomes of an event, a line each: `when: Oct 2026 → Sep 2026`; what stays is left out. */
export function correctedLines(event: Event, changes: Changes, dates: Dates): readonly string[] {
  const said = (field: keyof Changes, value: unknown) => {
    if (field === 'degree') return `${Math.round((typeof value === 'number' ? value : 1) * 100)} %`;
    if (Array.isArray(value)) return evidenceText(value as NonNullable<Changes['evidence']>);
    if (typeof value !== 'string') return field === 'parent' ? 'the top' : 'none';
    if (field === 'occurredAt' || field === 'expiresOn') return dates.given(value);
    return field === 'note' ? `“${value}”` : value;
  };
  return NAMES.flatMap(([field, name]) => {
    if (changes[field] === undefined) return [];
    const before = said(field, field === 'occurredAt' ? event.occurredAt : event.data[field]);
    const after = said(field, changes[field]);
    return before === after ? [] : [`${name}: ${before} → ${after}`];
  });
}

const evidenceText = (all: NonNullable<Changes['evidence']>) =>
  all.map(({ title, url }) => `${title} (${url})`).join(', ');
