import { METER } from './meter.js';
import { patternFault } from './patterns.js';
import { FUNCTIONS, LOOPS, MATCHES } from './vocabulary.js';

/** Loops inside one another. */
const DEEPEST_LOOP = 2;

/** Making an error with its place takes as long as so many parts. */
const STEPS_OF_A_FAULT = 50;

/** A part of a parsed expression, as far as it is looked at here. */
interface Part {
  readonly op: string;
  args: unknown;
  readonly meta: {
    evaluate: Evaluate;
    readonly alternate?: Part;
    readonly macro?: Readonly<Record<string, unknown>>;
  };
  setMeta(key: 'evaluate', value: Evaluate): unknown;
}
type Evaluate = (evaluator: unknown, part: Part, context: unknown) => unknown;

/** What is done with the value of a part, beyond taking it. */
type Use = 'compared' | 'sought-in' | 'looked-at' | 'none';

/** Operators that look at both of their sides. */
const BINARY = new Set(['==', '!=', 'in', '+', '-', '*', '/', '%', '<', '<=', '>', '>=']);

/**
 * Says what may not stand in an expression, and puts our `matches` in the place of the library's.
 * @param root the parsed expression, before its types are checked
 */
export function admit(root: unknown): string | undefined {
  return admitPart(root as Part, 0);
}

function admitPart(part: Part, loops: number): string | undefined {
  if (part.op === 'call' || part.op === 'rcall') return admitCall(part, loops);
  for (const inner of partsIn(part.args)) {
    const fault = admitPart(inner, loops);
    if (fault) return fault;
  }
  return undefined;
}

function admitCall(part: Part, loops: number): string | undefined {
  const method = part.op === 'rcall';
  const args = part.args as [name: string, ...parts: unknown[]];
  const [name] = args;
  if (!FUNCTIONS.has(name)) {
    return `There is no function "${name}" in mappings. There are ${[...FUNCTIONS].sort().join(', ')}.`;
  }
  const given = (method ? args[2] : args[1]) as readonly Part[];
  if (method && name === 'matches') {
    const fault = matchesFault(given);
    if (fault) return fault;
    args[0] = MATCHES;
  }
  const inside = loops + (method && LOOPS.has(name) ? 1 : 0);
  if (inside > DEEPEST_LOOP) {
    return `Loops stand inside one another ${inside} deep here; ${DEEPEST_LOOP} is the most. Use \`each\`.`;
  }
  const before = method ? admitPart(args[1] as Part, loops) : undefined;
  return before ?? firstFault(given, inside);
}

function firstFault(parts: readonly Part[], loops: number): string | undefined {
  for (const part of parts) {
    const fault = admitPart(part, loops);
    if (fault) return fault;
  }
  return undefined;
}

function matchesFault([pattern]: readonly Part[]): string | undefined {
  if (pattern?.op === 'value' && typeof pattern.args === 'string')
    return patternFault(pattern.args);
  return 'The pattern of `matches` is a text written out, not one that is put together.';
}

/**
 * Makes every part of an expression count its steps.
 * @param root the parsed expression, after its types were checked
 */
export function meter(root: unknown): void {
  meterPart(root as Part, 'none', new Set());
}

function meterPart(part: Part, use: Use, done: Set<Part>): void {
  if (done.has(part)) return;
  done.add(part);
  const { alternate, macro, evaluate } = part.meta;
  const makes = part.op === '+' || part.op === 'call' || part.op === 'rcall';
  part.setMeta('evaluate', (evaluator, own, context) => {
    METER.spend(1);
    const value = attempted(evaluate, evaluator, own, context);
    if (use !== 'none') charge(use, value);
    else if (makes) METER.made(value);
    return value;
  });
  // what a macro stands for goes first: its parts are used as it says, not as they were written
  if (alternate) meterPart(alternate, use, done);
  if (part.op === 'comprehension') {
    const { iterable, init, step } = part.args as Readonly<Record<string, Part>>;
    for (const inner of [iterable, init, step]) {
      if (inner) meterPart(inner, inner === iterable ? 'looked-at' : 'none', done);
    }
    return;
  }
  const uses = usesIn(part.op);
  for (const [index, inner] of partsIn(part.args).entries()) {
    meterPart(inner, uses[Math.min(index, 1)] as Use, done);
  }
  for (const inner of macro ? partsIn(Object.values(macro)) : []) {
    meterPart(inner, 'looked-at', done);
  }
}

/** What an operator does with its left side or its only one, and with the others. */
function usesIn(op: string): readonly [Use, Use] {
  if (op === '==' || op === '!=') return ['compared', 'compared'];
  if (op === 'in') return ['compared', 'sought-in'];
  const looks = BINARY.has(op) || op === 'call' || op === 'rcall';
  return looks ? ['looked-at', 'looked-at'] : ['none', 'none'];
}

function charge(use: Use, value: unknown): void {
  // a key of a map is found at once, an element of a list by comparing all of them
  if (use === 'compared' || (use === 'sought-in' && Array.isArray(value))) METER.weigh(value);
  else METER.look(value);
}

/** An operator may go on after a fault of its side; making the fault has cost all the same. */
function attempted(evaluate: Evaluate, evaluator: unknown, part: Part, context: unknown): unknown {
  try {
    return evaluate(evaluator, part, context);
  } catch (error) {
    METER.spend(STEPS_OF_A_FAULT);
    throw error;
  }
}

/** The parts among the arguments of another, however they are laid out. */
function partsIn(args: unknown): readonly Part[] {
  if (Array.isArray(args)) return args.flatMap(partsIn);
  return isPart(args) ? [args] : [];
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'op' in value && 'setMeta' in value;
}
