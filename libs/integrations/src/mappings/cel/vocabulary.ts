import { Environment } from '@marcbachmann/cel-js';
import { readDate, readDay } from './dates.js';
import { METER } from './meter.js';
import { occurs } from './patterns.js';

/** What `matches` becomes before it is looked up: the library's own uses RegExp, which can hang. */
export const MATCHES = 'occursAfterRe2';

/** Functions of CEL that a mapping may use: each takes time in proportion to what it is given. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['has', 'all', 'exists', 'exists_one', 'map', 'filter', 'bind'],
  ...['or', 'orValue', 'value', 'hasValue', 'none', 'of'],
  ...['size', 'string', 'int', 'double', 'bool', 'dyn', 'timestamp'],
  ...['contains', 'startsWith', 'endsWith', 'matches', 'indexOf', 'substring', 'split'],
  ...['lowerAscii', 'upperAscii', 'trim'],
  ...['afterPrefix', 'mentioned', 'date', 'day'],
]);

/** Those that go through a list, once for each of its elements. */
export const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** A word as milestone and unit keys are made of. */
const KEY_CHARACTER = /[a-z0-9.-]/;

const made = new Map<string, Environment>();

/** What expressions may say beside what all may. */
export interface Extras {
  /** `item`, where a rule has `each`. */
  readonly item: boolean;
  /** `with`, what was said of a ready-made rule. */
  readonly parameters: boolean;
}

/** The variables, functions and limits that expressions of rules have. */
export function vocabulary(extras: Extras): Environment {
  const name = JSON.stringify(extras);
  const environment = made.get(name) ?? make(extras);
  made.set(name, environment);
  return environment;
}

function make({ item, parameters }: Extras): Environment {
  const environment = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: {
      maxAstNodes: 300,
      maxDepth: 32,
      maxListElements: 100,
      maxMapEntries: 50,
      maxCallArguments: 8,
    },
  });
  const sync = { async: false };
  environment
    .registerVariable('payload', 'dyn')
    .registerVariable('headers', 'map<string, string>')
    .registerVariable('event', 'string')
    .registerVariable('received', 'google.protobuf.Timestamp')
    .registerFunction(`string.${MATCHES}(string): bool`, occurs, sync)
    .registerFunction('afterPrefix(list, string): list<string>', afterPrefix, sync)
    .registerFunction('mentioned(list, string): list<string>', mentioned, sync)
    .registerFunction('date(dyn): string', (given: unknown) => orMissing(readDate(given)), sync)
    .registerFunction('day(dyn): string', (given: unknown) => orMissing(readDay(given)), sync);
  if (item) environment.registerVariable('item', 'dyn');
  if (parameters) environment.registerVariable('with', 'map<string, dyn>');
  return environment;
}

/** What was asked for is not among what was sent. */
export class NotThere extends Error {}

function orMissing(read: string | undefined): string {
  if (read === undefined) throw new NotThere('date');
  return read;
}

/** Of the texts of a list, those that begin with a prefix, without it. */
function afterPrefix(list: unknown, prefix: string): string[] {
  const found: string[] = [];
  for (const text of list as Iterable<unknown>) {
    METER.spend(1);
    if (typeof text !== 'string' || !text.startsWith(prefix)) continue;
    const rest = text.slice(prefix.length).trim();
    if (rest !== '') found.push(rest);
  }
  return found;
}

/** The words that follow a prefix in the texts of a list: of `Launch (waymark:hub.launched)`, `hub.launched`. */
function mentioned(list: unknown, prefix: string): string[] {
  const found: string[] = [];
  if (prefix === '') return found;
  for (const text of list as Iterable<unknown>) {
    METER.spend(1);
    if (typeof text === 'string') found.push(...mentionedIn(text, prefix));
  }
  return found;
}

/** Looking for a word reads the text once. */
function mentionedIn(text: string, prefix: string): readonly string[] {
  const found: string[] = [];
  METER.made(text);
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    const from = at + prefix.length;
    let end = from;
    while (end < text.length && KEY_CHARACTER.test(text[end] as string)) end++;
    METER.spend(1 + end - from);
    const word = text.slice(from, end).replace(/[.-]{1,9}$/, '');
    if (word !== '') found.push(word);
  }
  return found;
}
