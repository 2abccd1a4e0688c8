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

interface OutcomeWords {
  readonly text: string;
  readonly color: string;
}

/** What would become of a fact, in words, and in a colour beside them. */
export const FORESEEN = {
  recorded: { text: 'Would be recorded', color: 'teal' },
  repeated: { text: 'In the log already', color: 'gray' },
  nothing: { text: 'Stands there already', color: 'gray' },
  rejected: { text: 'Would be refused', color: 'red' },
} as const satisfies Readonly<Record<string, OutcomeWords>>;

/** What became of one. */
export const OUTCOMES = {
  recorded: { text: 'Recorded', color: 'teal' },
  repeated: { text: 'In the log already', color: 'gray' },
  nothing: { text: 'Stands there already', color: 'gray' },
  none: { text: 'None of our units', color: 'gray' },
  unmatched: { text: 'Waits for a unit', color: 'orange' },
  rejected: { text: 'Refused', color: 'red' },
  failed: { text: 'Failed', color: 'red' },
} as const satisfies Readonly<Record<string, OutcomeWords>>;
