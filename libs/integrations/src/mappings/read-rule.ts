import type { Environment } from '@marcbachmann/cel-js';
import { MilestoneKeyText } from '#lib/contracts';
import { compile, type Expression, type Wanted } from './cel/expression.js';
import { vocabulary } from './cel/vocabulary.js';
import { below, type FaultList, isMap, refuseOthers } from './fault-list.js';
import { RECORDS, type Records, type Rule, type Told } from './rule.js';

const KEYS = [
  ...['id', 'when', 'each', 'unit', 'record', 'milestone', 'occurredAt'],
  ...['degree', 'outcome', 'due', 'note', 'evidence'],
] as const;
/** Which keys belong to one kind of record alone. */
const ONLY: Readonly<Record<string, readonly Records[]>> = {
  degree: ['achieved'],
  outcome: ['assessed'],
  due: ['target'],
  note: ['achieved', 'lapsed', 'assessed'],
  evidence: ['achieved'],
};
const MOST_EVIDENCE = 10;

/** Where something stands, how its expressions are read, and where its faults go. */
interface Place {
  readonly pointer: string;
  readonly environment: Environment;
  readonly faults: FaultList;
}

/**
 * Reads a rule that is written out.
 * @param id of the rule, checked
 * @param parameters of a ready-made rule, which its expressions see as `with`
 * @returns undefined when something is wrong with it, which is among the faults then
 */
export function readRule(
  id: string,
  given: Readonly<Record<string, unknown>>,
  { pointer, faults }: Pick<Place, 'pointer' | 'faults'>,
  parameters?: Readonly<Record<string, unknown>>,
): Rule | undefined {
  const before = { pointer, faults, environment: vocabularyOf(false, parameters) };
  const place = { ...before, environment: vocabularyOf(given.each !== undefined, parameters) };
  refuseOthers(given, KEYS, pointer, faults);
  const record = RECORDS.find((name) => name === given.record);
  if (!record) {
    faults.add(below(pointer, 'record'), `\`record\` is one of ${RECORDS.join(', ')}.`);
    return undefined;
  }
  refuseStrangers(given, record, place);
  const rule = {
    id,
    record,
    when: required(given, 'when', 'condition', before),
    each: optional(given, 'each', 'list', before),
    unit: readUnit(given.unit, { ...place, pointer: below(pointer, 'unit') }),
    milestone: readMilestone(given, place),
    occurredAt: required(given, 'occurredAt', 'value', place),
    degree: readDegree(given, place),
    outcome: record === 'assessed' ? readOutcome(given, place) : undefined,
    due: record === 'target' ? required(given, 'due', 'value', place) : undefined,
    note: optional(given, 'note', 'value', place),
    evidence: readEvidence(given.evidence, { ...place, pointer: below(pointer, 'evidence') }),
    ...(parameters ? { parameters } : {}),
  };
  const { when, unit, milestone, occurredAt } = rule;
  if (!when || !unit || !milestone || !occurredAt) return undefined;
  return { ...rule, when, unit, milestone, occurredAt };
}

const vocabularyOf = (item: boolean, parameters: unknown) =>
  vocabulary({ item, parameters: parameters !== undefined });

function refuseStrangers(
  given: Readonly<Record<string, unknown>>,
  record: Records,
  { pointer, faults }: Place,
): void {
  for (const [key, records] of Object.entries(ONLY)) {
    if (!(key in given) || records.includes(record)) continue;
    const message = `\`${key}\` belongs to a rule that records ${records.join(' or ')}. Take it out.`;
    faults.add(below(pointer, key), message);
  }
}

function required(
  given: Readonly<Record<string, unknown>>,
  key: string,
  wanted: Wanted,
  place: Place,
): Expression | undefined {
  if (given[key] !== undefined) return optional(given, key, wanted, place);
  place.faults.add(below(place.pointer, key), `\`${key}\` is missing here. Add it.`);
  return undefined;
}

function optional(
  given: Readonly<Record<string, unknown>>,
  key: string,
  wanted: Wanted,
  place: Place,
): Expression | undefined {
  if (given[key] === undefined) return undefined;
  const read = compile(given[key], wanted, place.environment);
  if (typeof read !== 'string') return read;
  place.faults.add(below(place.pointer, key), read);
  return undefined;
}

function readUnit(given: unknown, place: Place): Rule['unit'] | undefined {
  if (!isMap(given) || (given.key === undefined && given.external === undefined)) {
    const message = 'Say how the unit is found: `{ key: … }`, `{ external: … }`, or both.';
    place.faults.add(place.pointer, message);
    return undefined;
  }
  refuseOthers(given, ['key', 'external'], place.pointer, place.faults);
  const key = optional(given, 'key', 'value', place);
  const external = optional(given, 'external', 'value', place);
  return { ...(key ? { key } : {}), ...(external ? { external } : {}) };
}

function readMilestone(
  given: Readonly<Record<string, unknown>>,
  place: Place,
): Told<string> | undefined {
  const { milestone } = given;
  const pointer = below(place.pointer, 'milestone');
  if (isMap(milestone)) return readFound(milestone, { ...place, pointer });
  const read = MilestoneKeyText.safeParse(milestone);
  if (read.success) return { literal: read.data };
  const message =
    'A milestone key such as `hub.launched` goes here, or `{ cel: … }` that finds it.';
  place.faults.add(pointer, message);
  return undefined;
}

function readDegree(
  { degree }: Readonly<Record<string, unknown>>,
  place: Place,
): Told<number> | undefined {
  if (degree === undefined) return undefined;
  const pointer = below(place.pointer, 'degree');
  if (isMap(degree)) return readFound(degree, { ...place, pointer });
  if (typeof degree === 'number' && degree > 0 && degree <= 1) return { literal: degree };
  place.faults.add(pointer, 'A number above 0 up to 1 goes here, or `{ cel: … }` that finds it.');
  return undefined;
}

function readOutcome(
  { outcome }: Readonly<Record<string, unknown>>,
  place: Place,
): Told<string> | undefined {
  const pointer = below(place.pointer, 'outcome');
  if (isMap(outcome)) return readFound(outcome, { ...place, pointer });
  if (outcome === 'no' || outcome === 'not-applicable') return { literal: outcome };
  place.faults.add(pointer, '`no` or `not-applicable` goes here, or `{ cel: … }` that finds it.');
  return undefined;
}

function readFound(
  given: Readonly<Record<string, unknown>>,
  place: Place,
): { readonly found: Expression } | undefined {
  refuseOthers(given, ['cel'], place.pointer, place.faults);
  const found = required(given, 'cel', 'value', place);
  return found && { found };
}

function readEvidence(given: unknown, place: Place): Rule['evidence'] {
  if (given === undefined) return [];
  if (!Array.isArray(given) || given.length > MOST_EVIDENCE) {
    const message = `A list of at most ${MOST_EVIDENCE} \`{ title, url }\` goes here.`;
    place.faults.add(place.pointer, message);
    return [];
  }
  return given.flatMap((item: unknown, index) => {
    const here = { ...place, pointer: below(place.pointer, index) };
    if (!isMap(item)) {
      here.faults.add(here.pointer, '`{ title: …, url: … }` goes here, two expressions.');
      return [];
    }
    refuseOthers(item, ['title', 'url'], here.pointer, here.faults);
    const title = required(item, 'title', 'value', here);
    const url = required(item, 'url', 'value', here);
    return title && url ? [{ title, url }] : [];
  });
}
