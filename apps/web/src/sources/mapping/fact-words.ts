import type { Titles } from '../../kit/event-words.js';
import { occurredText } from '../../time/words.js';

interface Told {
  readonly kind: 'achieved' | 'lapsed' | 'assessed' | 'target';
  readonly milestone: string;
  readonly due?: string | undefined;
}

const DEEDS = {
  achieved: 'Happened',
  lapsed: 'Ended',
  assessed: 'Looked at',
  target: 'Planned',
} as const;

/** What a fact says, as a short sentence: "Happened: Hub launched". */
export function factText({ kind, milestone, due }: Told, titles: Titles): string {
  const by = due ? ` for ${occurredText(due)}` : '';
  return `${DEEDS[kind]}${by}: ${titles.get(milestone) ?? milestone}`;
}

/** What became of a fact, or would: in words, and in a colour beside them. */
export const OUTCOMES: Readonly<Record<string, { readonly text: string; readonly color: string }>> &
  Readonly<
    Record<'recorded' | 'repeated' | 'nothing' | 'rejected', { text: string; color: string }>
  > = {
  recorded: { text: 'Recorded', color: 'teal' },
  repeated: { text: 'In the log already', color: 'gray' },
  nothing: { text: 'Stands there already', color: 'gray' },
  none: { text: 'None of our units', color: 'gray' },
  unmatched: { text: 'Waits for a unit', color: 'orange' },
  rejected: { text: 'Refused', color: 'red' },
  failed: { text: 'Failed', color: 'red' },
};
