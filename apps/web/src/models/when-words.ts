import type { Titles } from '../kit/event-words.js';

interface Asked {
  readonly milestone?: string;
  readonly degree?: number;
  readonly within?: string;
  readonly heldFor?: string;
  readonly scope?: string;
  readonly all?: readonly Asked[];
  readonly any?: readonly Asked[];
  readonly atLeast?: { readonly count: number; readonly of: readonly Asked[] };
  readonly units?: {
    readonly of: string;
    readonly kind?: string;
    readonly atLeast: number | string;
    readonly meet: Asked;
  };
}

/**
 * What a criterion asks, in words.
 * @param when the expression as the model file writes it
 */
export function whenText(when: unknown, titles: Titles): string {
  return textOf(when as Asked, titles);
}

function textOf(asked: Asked, titles: Titles): string {
  const { all, any, atLeast, units } = asked;
  if (all) return listOf(all, 'and', titles);
  if (any) return listOf(any, 'or', titles);
  if (atLeast) {
    return `at least ${atLeast.count} of: ${atLeast.of.map((one) => textOf(one, titles)).join('; ')}`;
  }
  if (units) {
    const which = `${units.kind ? `${units.kind} units` : 'units'} ${units.of === 'children' ? 'directly below' : 'below'}`;
    return `at least ${units.atLeast} of the ${which}: ${textOf(units.meet, titles)}`;
  }
  return milestoneText(asked, titles);
}

function listOf(parts: readonly Asked[], word: string, titles: Titles): string {
  const texts = parts.map((part) => {
    const text = textOf(part, titles);
    return part.all || part.any || part.atLeast ? `(${text})` : text;
  });
  return texts.join(` ${word} `);
}

function milestoneText({ milestone = '', degree, within, heldFor, scope }: Asked, titles: Titles) {
  return [
    titles.get(milestone) ?? milestone,
    degree !== undefined && degree < 1 ? `to ${Math.round(degree * 100)} % at least` : '',
    within ? `looked at within ${durationText(within)}` : '',
    heldFor ? `for ${durationText(heldFor)}` : '',
    scope === 'up' ? 'here or in a unit above' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const PARTS: readonly (readonly [pattern: RegExp, noun: string])[] = [
  [/(\d+)Y/, 'year'],
  [/^P(?:\d+Y)?(\d+)M/, 'month'],
  [/(\d+)W/, 'week'],
  [/(\d+)D/, 'day'],
  [/(\d+)H/, 'hour'],
  [/T(?:\d+H)?(\d+)M/, 'minute'],
];

/** An ISO 8601 duration in words: "1 year 6 months". */
export function durationText(duration: string): string {
  return PARTS.flatMap(([pattern, noun]) => {
    const count = Number(pattern.exec(duration)?.[1] ?? 0);
    return count > 0 ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : [];
  }).join(' ');
}
