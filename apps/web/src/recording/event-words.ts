import type { Schemas } from '#lib/client';
import { whenWords } from './when.js';

const VERBS: Readonly<Record<string, string>> = {
  'milestone.achieved': 'happened',
  'milestone.lapsed': 'ended',
  'milestone.waived': 'accepted without it',
  'waiver.ended': 'no longer accepted without it',
  'event.retracted': 'struck from the record',
};

/** The milestone that an event is about; empty where it is about none. */
export const milestoneOf = ({ data }: Pick<Schemas['Event'], 'data'>): string =>
  typeof data.milestone === 'string' ? data.milestone : '';

/** What an event says happened, and when: "happened, March 2024". */
export function eventText({ type, data, occurredAt }: Schemas['Event']): string {
  const looked =
    type === 'milestone.assessed'
      ? data.outcome === 'no'
        ? 'looked at: not in place'
        : 'does not apply'
      : undefined;
  const verb = looked ?? VERBS[type] ?? type.replaceAll(/[.-]/g, ' ');
  return `${verb}, ${whenWords(occurredAt.slice(0, 10))}`;
}
