import type { Failure } from '../failure.js';
import { datesIn } from '../text/dates.js';
import { near } from '../text/near.js';
import type { Api } from './api.js';
import { keysOf } from './keys.js';
import type { KeyKind } from './speech.js';
import { Refusal } from './problem-words.js';

const KINDS: Readonly<Record<string, KeyKind>> = {
  'unit-unknown': 'unit',
  'milestone-unknown': 'milestone',
  'model-unknown': 'model',
};

/** Where a key is not known: those that may have been meant. */
export async function withSuggestions<Thrown>(
  api: Api,
  failure: Thrown,
): Promise<Thrown | Failure> {
  if (!(failure instanceof Refusal)) return failure;
  const kind = KINDS[failure.problem.type.split(':').at(-1) ?? ''];
  const given = /"([^"]+)"/.exec(failure.message)?.[1];
  if (!kind || given === undefined) return failure;
  const keys = await keysOf(api, kind).catch(() => []);
  if (kind === 'unit' && keys.some(({ key }) => key === given)) {
    return notYet(api, failure, given);
  }
  const found = near(
    given,
    keys.map(({ key }) => key),
  );
  const hint = found.length > 0 ? `Did you mean ${found.join(' or ')}?` : api.speech.lists[kind];
  return new Refusal(failure.problem, failure.message, failure.exitCode, [hint, ...failure.hints]);
}

/** A unit that there is, but was not then, or was not known then. */
async function notYet(api: Api, failure: Refusal, unit: string): Promise<Failure> {
  const query = { unit, type: 'unit.registered', limit: 1 };
  const { items } = await api
    .ask((client) => client.GET('/api/v1/log', { params: { query } }))
    .catch(() => ({ items: [] }));
  const [event] = items;
  const dates = datesIn();
  return new Refusal(failure.problem, `There was no unit "${unit}" then.`, 1, [
    ...(event
      ? [
          `It began on ${dates.given(event.occurredAt)}, recorded on ${dates.day(event.recordedAt)}: ask for a day since then.`,
        ]
      : []),
  ]);
}
