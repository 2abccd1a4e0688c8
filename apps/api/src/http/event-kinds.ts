import { EVENT_TYPES, type EventType } from '#lib/domain';
import { HttpProblem } from './http-problem.js';

/**
 * The kinds of entries that `?type=` names: a list with commas, each one type of events, a family of
 * them such as `milestone.*`, or one of `others`.
 * @throws HttpProblem `invalid`, which lists the choices
 */
export function kindsIn<Other extends string = never>(
  given: string | undefined,
  others: readonly Other[] = [],
): readonly (EventType | Other)[] | undefined {
  if (given === undefined) return undefined;
  const choices = [...EVENT_TYPES, ...others];
  return given.split(',').flatMap((name) => {
    const wanted = name.trim();
    const found = wanted.endsWith('.*')
      ? choices.filter((choice) => choice.startsWith(wanted.slice(0, -1)))
      : choices.filter((choice) => choice === wanted);
    if (found.length > 0) return found;
    throw new HttpProblem('invalid', 'One part of the request is against the rules.', {
      errors: [
        {
          pointer: '?type',
          message: `There is no type "${wanted}". Choose among ${choices.join(', ')}, or a family such as milestone.*`,
        },
      ],
    });
  });
}
