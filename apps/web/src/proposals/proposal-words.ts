import type { Schemas } from '#lib/client';
import { recordText } from '../kit/event-words.js';
import { whenWords } from '../recording/when.js';

type Proposal = Schemas['Proposal'];

/** What a proposal is called, by what it would do. */
export const KIND_TEXTS: Readonly<Record<Proposal['kind'], string>> = {
  waiver: 'Accept without it',
  correction: 'Correct the record',
  retraction: 'Strike from the record',
};

/** What became of a proposal. */
export const STATE_TEXTS: Readonly<Record<Proposal['state'], string>> = {
  open: 'Waiting',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

const stringIn = (wanted: Proposal['wanted'], name: string): string | undefined => {
  const value = wanted?.[name];
  return typeof value === 'string' ? value : undefined;
};

/** The event that a correction or retraction is about; undefined for waivers. */
export const eventIn = ({ wanted }: Proposal): string | undefined => stringIn(wanted, 'event');

/** The milestone that a waiver is for; undefined for the others. */
export const milestoneIn = ({ wanted }: Proposal): string | undefined =>
  stringIn(wanted, 'milestone');

/** Why it is proposed, in the proposer's words; undefined where they were erased. */
export const reasonIn = ({ wanted }: Proposal): string | undefined => stringIn(wanted, 'reason');

/**
 * What a proposal wants, a sentence each.
 * @param event what it is about, where that is known
 */
export function wantedWords(
  proposal: Proposal,
  event: Schemas['Event'] | undefined,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const { kind, wanted } = proposal;
  if (!wanted) return ['What was wanted was erased with the words of who proposed it.'];
  const now = event ? [`On record: ${recordText(event)}.`] : [];
  if (kind === 'retraction') return [...now, 'It would be struck through and stop counting.'];
  if (kind === 'waiver') {
    const from = stringIn(wanted, 'occurredAt');
    const until = stringIn(wanted, 'expiresOn');
    return [
      `It would count as met by decision${from ? ` from ${whenWords(from.slice(0, 10))}` : ' from then on'}${until ? ` to the end of ${whenWords(until)}` : ', without an end'}.`,
    ];
  }
  return [
    ...now,
    ...Object.entries(wanted).flatMap(([name, value]) => changed(name, value, titles)),
  ];
}

function changed(
  name: string,
  value: unknown,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const text = typeof value === 'string' ? value : '';
  switch (name) {
    case 'occurredAt':
      return [`The date would be ${whenWords(text.slice(0, 10))}.`];
    case 'milestone':
      return [`The milestone would be ${titles.get(text) ?? text}.`];
    case 'expiresOn':
      return [value === null ? 'It would have no end.' : `It would end after ${whenWords(text)}.`];
    case 'degree':
      return [
        `It would be in place ${value === null ? 'wholly' : `to ${Math.round(Number(value) * 100)} %`}.`,
      ];
    case 'note':
      return [value === null ? 'The note would go.' : `The note would read: “${text}”`];
    case 'outcome':
      return [`It would read: ${text === 'no' ? 'looked at, not in place' : 'does not apply'}.`];
    case 'evidence':
      return [
        Array.isArray(value) && value.length > 0
          ? `The evidence would be: ${value.map((one: Schemas['Evidence']) => one.title).join(', ')}.`
          : 'The evidence would go.',
      ];
    case 'by':
      return [value === null ? 'Who looked would go.' : `Who looked: ${text}.`];
    case 'parent':
      return [
        value === null ? 'It would have moved to the top.' : `It would have moved under ${text}.`,
      ];
    default:
      return [];
  }
}
