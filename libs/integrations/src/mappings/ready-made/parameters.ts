import { MilestoneKeyText, UnitKeyText } from '#lib/contracts';
import { below, type FaultList, isMap } from '../fault-list.js';
import type { Parameter, ParameterType } from './ready-made.js';

const LONGEST_TEXT = 500;
const LONGEST_LIST = 100;
const LONGEST_TABLE = 2_000;

const isText = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
const isUnit = (value: unknown) => UnitKeyText.safeParse(value).success;
const isMilestone = (value: unknown) => MilestoneKeyText.safeParse(value).success;

const CHECKS: Readonly<Record<ParameterType, { fits(value: unknown): boolean; wanted: string }>> = {
  text: { fits: isText, wanted: `a text of at most ${LONGEST_TEXT} characters` },
  texts: { fits: listOf(isText), wanted: `a list of at most ${LONGEST_LIST} texts` },
  flag: { fits: (value) => typeof value === 'boolean', wanted: 'true or false' },
  unit: { fits: isUnit, wanted: 'a unit key such as `emea-support`' },
  units: { fits: tableOf(isUnit), wanted: 'a table from what the tool says to unit keys' },
  milestone: { fits: isMilestone, wanted: 'a milestone key such as `hub.launched`' },
  milestones: {
    fits: tableOf(isMilestone),
    wanted: 'a table from what the tool says to milestone keys',
  },
};

/** What was said of a ready-made rule, and the defaults of what was not. */
export function readParameters(
  known: Readonly<Record<string, Parameter>>,
  given: unknown,
  pointer: string,
  faults: FaultList,
): Readonly<Record<string, unknown>> {
  if (given !== undefined && !isMap(given)) {
    faults.add(pointer, 'A map of parameters goes here.');
    return {};
  }
  const said = given ?? {};
  const names = Object.keys(known);
  for (const name of Object.keys(said)) {
    if (names.includes(name)) continue;
    const there = names.length > 0 ? `There are ${names.join(', ')}.` : 'It has none.';
    faults.add(below(pointer, name), `This rule has no parameter \`${name}\`. ${there}`);
  }
  return Object.fromEntries(
    Object.entries(known).map(([name, parameter]) => {
      const value = said[name];
      const place = below(pointer, name);
      if (value === undefined) {
        if (parameter.default === undefined) faults.add(place, missing(name, parameter));
        return [name, parameter.default];
      }
      const { fits, wanted } = CHECKS[parameter.type];
      if (!fits(value)) faults.add(place, `Here goes ${wanted}.`);
      return [name, value];
    }),
  );
}

function missing(name: string, { type, means }: Parameter): string {
  return `\`${name}\` is missing here: ${CHECKS[type].wanted}. ${means}`;
}

function listOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.length <= LONGEST_LIST && value.every(fits);
}

function tableOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) =>
    isMap(value) &&
    Object.keys(value).length <= LONGEST_TABLE &&
    Object.entries(value).every(([key, said]) => isText(key) && fits(said));
}
