import { type Environment, EvaluationError, Optional, ParseError } from '@marcbachmann/cel-js';
import { METER, StepsSpent } from './meter.js';
import { admit, meter } from './tree.js';
import { NotThere } from './vocabulary.js';

/** Characters of an expression. */
const LONGEST_EXPRESSION = 2_000;

/** What a place of a rule takes: a yes or no, a list, or one value that is read as a text. */
export type Wanted = 'condition' | 'list' | 'value';

/** What expressions of a rule see. */
export interface Sight {
  readonly payload: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly event: string;
  readonly received: Date;
  /** Where the rule has `each`: the element that is looked at. */
  readonly item?: unknown;
  /** Of a ready-made rule: what was said of it. */
  readonly with?: unknown;
}

/** An expression that was checked. */
export interface Expression {
  /** @throws StepsSpent; Missing when something is not among what was sent; EvaluationFault */
  evaluate(sight: Sight): unknown;
  /** Whether a text stands in it, in quotes. */
  quotes(text: string): boolean;
}

/** Something an expression asks for is not among what was sent. @see name what it is called there */
export class Missing extends Error {}

/** An expression does not fit what was sent. */
export class EvaluationFault extends Error {}

/** What may come out, as the checker names it; anything else never fits. */
const FITTING: Readonly<Record<Wanted, RegExp>> = {
  condition: /^(bool|dyn)$/,
  list: /^(list|dyn)/,
  value: /^(string|int|double|dyn|null|google\.protobuf\.Timestamp|optional<.*>)$/,
};

const WORDS: Readonly<Record<Wanted, string>> = {
  condition: 'true or false',
  list: 'a list',
  value: 'a text, number or date',
};

/** Reads an expression of CEL. @returns what is wrong with it, in a sentence, or the expression */
export function compile(
  source: unknown,
  wanted: Wanted,
  environment: Environment,
): Expression | string {
  if (typeof source !== 'string' || source.trim() === '') {
    return `An expression in CEL goes here, as a text, that gives ${WORDS[wanted]}.`;
  }
  if (source.length > LONGEST_EXPRESSION) {
    return `The expression is longer than ${LONGEST_EXPRESSION} characters. Make two rules of it.`;
  }
  try {
    const parsed = environment.parse(source);
    const refused = admit(parsed.ast);
    if (refused !== undefined) return refused;
    const { valid, type = 'dyn', error } = parsed.check();
    if (!valid) return `The expression cannot be right: ${summaryOf(error)}`;
    if (!FITTING[wanted].test(type)) {
      return `The expression gives ${type}, where ${WORDS[wanted]} goes.`;
    }
    meter(parsed.ast);
    return {
      evaluate: (sight) => evaluated(() => parsed({ ...sight })),
      quotes: (text) => source.includes(`'${text}'`) || source.includes(`"${text}"`),
    };
  } catch (error) {
    const kind = error instanceof ParseError ? 'This is not CEL' : 'The expression cannot be right';
    return `${kind}: ${summaryOf(error)}`;
  }
}

function evaluated(run: () => unknown): unknown {
  try {
    const value: unknown = run();
    if (METER.spent) throw new StepsSpent('No steps are left.');
    return value;
  } catch (error) {
    if (METER.spent) throw new StepsSpent('No steps are left.');
    if (error instanceof NotThere) throw new Missing(error.message);
    if (error instanceof EvaluationError && error.code === 'no_such_key') {
      throw new Missing(error.summary.replace(/^No such key: /, '').slice(0, 100));
    }
    throw new EvaluationFault(summaryOf(error));
  }
}

function summaryOf(error: unknown): string {
  const { summary, message } = error as { summary?: string; message?: string };
  const said = (summary ?? message ?? 'it fails').slice(0, 300);
  return /[.!?]$/.test(said) ? said : `${said}.`;
}

/** What an expression gave, in plain values: a text, number, yes or no, list or map; null for nothing. */
export function plain(value: unknown): unknown {
  if (value instanceof Optional) return value.hasValue() ? plain(value.value()) : null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return Number(value);
  return value ?? null;
}
