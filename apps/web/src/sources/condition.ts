import { countText, instantText } from '../time/words.js';
import type { Source } from './tools.js';

/** How a source fares, in a word: what asks most for somebody comes first. */
export type Condition = 'failing' | 'refused' | 'silent' | 'waiting' | 'unheard' | 'healthy';

/** What a source fares like, and why, in sentences. */
export interface Faring {
  readonly condition: Condition;
  readonly words: readonly string[];
}

type Refused = Source['health']['refused'][number];
type Told = Pick<Source, 'health' | 'poll'>;

/** How a source fares. */
export function faringOf({ health, poll }: Told): Faring {
  const failing = [
    ...(health.failed > 0
      ? [`${countText(health.failed, 'delivery', 'deliveries')} could not be worked off.`]
      : []),
    ...(poll?.failure ? [`It could not be asked: ${poll.failure}`] : []),
  ];
  const refused = refusedSince(health);
  const refusing = refused.length > 0 ? [refusedText(refused)] : [];
  const silent = health.silent ? [silenceText(health)] : [];
  const waiting = waitingOf(health);
  const words = [...failing, ...refusing, ...silent, ...waiting];
  if (failing.length > 0) return { condition: 'failing', words };
  if (refusing.length > 0) return { condition: 'refused', words };
  if (silent.length > 0) return { condition: 'silent', words };
  if (waiting.length > 0) return { condition: 'waiting', words };
  if (health.lastDeliveryAt === null && !poll?.polledAt) {
    return { condition: 'unheard', words: ['Nothing has come yet.'] };
  }
  return { condition: 'healthy', words: expectationOf(health) };
}

/** What was refused, and nothing came since that was not. */
export function refusedSince({ refused, lastDeliveryAt }: Source['health']): readonly Refused[] {
  const since = lastDeliveryAt ? Date.parse(lastDeliveryAt) : 0;
  return refused.filter(({ lastAt }) => Date.parse(lastAt) > since);
}

/** How often something was refused, and when last. */
export function refusedText(refused: readonly Refused[]): string {
  const count = refused.reduce((sum, one) => sum + one.count, 0);
  const last =
    refused
      .map(({ lastAt }) => lastAt)
      .toSorted(byTime)
      .at(-1) ?? '';
  const times = countText(count, 'delivery was', 'deliveries were');
  return `${times} refused, ${count === 1 ? 'on' : 'the last on'} ${instantText(last)}.`;
}

const byTime = (a: string, b: string) => Date.parse(a) - Date.parse(b);

function silenceText({ lastDeliveryAt, expectedBy }: Source['health']): string {
  const since = lastDeliveryAt
    ? `Nothing since ${instantText(lastDeliveryAt)}`
    : 'Nothing ever came';
  return expectedBy
    ? `${since}; something was expected by ${instantText(expectedBy)}.`
    : `${since}.`;
}

const expectationOf = ({ lastDeliveryAt, expectedBy }: Source['health']): readonly string[] => {
  if (lastDeliveryAt === null) return ['It is asked; by itself it has sent nothing yet.'];
  return expectedBy ? [`The next is expected by ${instantText(expectedBy)}.`] : [];
};

/** What waits for somebody. */
const waitingOf = ({ unmatched, rejected }: Source['health']): readonly string[] => [
  ...(unmatched > 0
    ? [`${countText(unmatched, 'delivery waits', 'deliveries wait')} for a unit to be named.`]
    : []),
  ...(rejected > 0 ? [`${countText(rejected, 'delivery was', 'deliveries were')} rejected.`] : []),
];
