import {
  type AnyEvent,
  type Dictionary,
  evaluate,
  type Expression,
  foldFacts,
  type Instant,
  type MaturityModel,
  type MilestoneEntry,
  type Standing,
  type UnitKey,
} from '#lib/domain';
import { Oracle } from './oracle.js';
import { Story } from './story.js';
import { effectiveFrom, readable } from './time.js';
import { dictionaryOf } from './vocabulary.js';

/** Something that reads standings out of a log. */
export interface Reader {
  readonly name: string;
  standing(
    model: MaturityModel,
    dictionary: Dictionary,
    log: readonly AnyEvent[],
    unit: UnitKey,
    at: Instant,
  ): Standing | undefined;
}

/** The oracle and the domain: every example must hold for both. */
export const READERS: readonly Reader[] = [
  {
    name: 'the oracle',
    standing: (model, dictionary, log, unit, at) =>
      new Oracle(model, dictionary, log).standing(unit, at),
  },
  {
    name: 'the domain',
    standing: (model, dictionary, log, unit, at) =>
      evaluate(model, dictionary, foldFacts(log), unit, at),
  },
];

/** An example from the text: a log, a model, and what is asked of both. */
export interface Example {
  readonly model: MaturityModel;
  readonly entries?: readonly MilestoneEntry[];
  /** Tells what was recorded; the unit `unit` is there from 2000 on. */
  readonly tell: (story: Story) => void;
  /** Only what was recorded up to here is known; absent: all. */
  readonly upTo?: number;
}

/** An example that asks one expression, by default whether `a.held` is held, at some dates. */
export interface Row extends Omit<Example, 'model'> {
  readonly says: string;
  readonly when?: Expression;
  /** The answer at each date. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Rows with their sentence first, for the name of the test. */
export function named<T extends { readonly says: string }>(rows: readonly T[]): [string, T][] {
  return rows.map((row) => [row.says, row]);
}

/** Keys that examples may use without describing them. */
const PLAIN_KEYS = ['a.held', 'b.held', 'c.held', 'd.held'];

/** The standing that a reader finds at a date in an example. */
export function standingIn(
  reader: Reader,
  { model, entries, tell, upTo }: Example,
  on: string,
  unit = 'unit',
): Standing | undefined {
  const story = new Story();
  story.registered('unit', '2000-01-01');
  tell(story);
  const known = story.events.slice(0, upTo);
  const at = effectiveFrom(on, Number.POSITIVE_INFINITY);
  return reader.standing(model, dictionaryOf(PLAIN_KEYS, entries), known, unit as UnitKey, at);
}

/** What the single criterion of an `asking` model is: true, false, not applicable, or no standing. */
export function answerIn(reader: Reader, example: Example, on: string, unit?: string): string {
  const standing = standingIn(reader, example, on, unit);
  if (!standing) return 'no standing';
  if (standing.met.length > 0) return 'true';
  return standing.next ? 'false' : 'not applicable';
}

/** The answers along a list of dates, as a page: `date: answer`. */
export function answersIn(
  reader: Reader,
  example: Example,
  dates: readonly string[],
  unit?: string,
): Record<string, string> {
  return Object.fromEntries(dates.map((on) => [on, answerIn(reader, example, on, unit)]));
}

/** The run and proof of the single criterion of an `asking` model. */
export function proofIn(reader: Reader, example: Example, on: string, unit?: string) {
  const [met] = standingIn(reader, example, on, unit)?.met ?? [];
  return (
    met && {
      by: met.by.map((id) => Number(id.slice(-12))).sort((a, b) => a - b),
      since: readable(met.since),
      until: met.until === undefined ? null : readable(met.until),
      waived: met.waived,
    }
  );
}
