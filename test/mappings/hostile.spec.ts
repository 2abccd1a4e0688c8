import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyMapping, MappingFaults, readMapping } from '#lib/integrations';
import { delivery, github } from './support.js';

/** What a hundred thousand steps may take of a processor, however many wait for it. */
const AT_MOST_MS = 1_500;

const numbers = Array.from({ length: 1_000 }, (_, index) => index);
/** Maps in maps, each with a thousand keys, the first of which leads on. */
function nested(levels: number): object {
  let inner: object = {};
  for (let level = 0; level < levels; level++) {
    inner = { deeper: inner, ...Object.fromEntries(numbers.map((number) => [`k${number}`, 0])) };
  }
  return inner;
}

const HOSTILE = {
  text: 'ab'.repeat(500_000),
  numbers,
  texts: numbers.map(() => 'ab'.repeat(5_000)),
  keys: Object.fromEntries(numbers.map((number) => [`key-${number}`, { number }])),
  like: Object.fromEntries(numbers.map((number) => [`key-${number}`, { number }])),
  digits: '1'.repeat(200_000),
  nest: nested(50),
  constructor: 'odd',
  ['__proto__']: 'odd',
};

/** What a rule with one expression makes of a payload, and how much of a processor it takes. */
function timed(when: string, payload: unknown) {
  const rules = readMapping('generic', [
    {
      id: 'it',
      when,
      unit: { key: "'emea'" },
      record: 'achieved',
      milestone: 'hub.launched',
      occurredAt: 'received',
    },
  ]);
  const before = process.cpuUsage();
  const reading = applyMapping(rules, delivery('generic', 'x', payload));
  return { reading, took: millisecondsSince(before) };
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const all = (inner: string) => `payload.numbers.all(a, payload.numbers.all(b, ${inner}))`;

describe('expressions that would take for ever are stopped', () => {
  test.each([
    ['loops in loops', all('true')],
    ['comparing what is large', all('payload.keys == payload.like')],
    ['looking for something in what is large', all('{} in payload.texts || true')],
    [
      'faults that are passed over',
      `payload.numbers.exists(a, payload.numbers.exists(b, payload.no))`,
    ],
    ['faults within or', all('(payload.no == 1 || true)')],
    ['texts that grow', all("(payload.text + payload.text).contains('c') || true")],
    [
      'texts that grow by names',
      `cel.bind(a, payload.text + payload.text, cel.bind(b, a + a + a + a, cel.bind(c, b + b + b + b + b, cel.bind(d, c + c + c + c + c + c, (d + d + d + d + d).size() > 0))))`,
    ],
    [
      'lists that grow',
      `cel.bind(a, payload.numbers + payload.numbers, cel.bind(b, a + a + a + a, cel.bind(c, b + b + b + b + b, cel.bind(d, c + c + c + c + c + c, (d + d + d + d + d).size() > 0))))`,
    ],
    [
      'lists of lists',
      `payload.numbers.map(a, payload.numbers.map(b, payload.numbers)).size() > 0`,
    ],
    ['splitting', all("payload.text.split('').size() > 0")],
    ['patterns that make others hang', all("!payload.text.matches('^(a|ab|b|ba)*c$')")],
    ['patterns within patterns', `payload.texts.all(t, !t.matches('^(([ab]{1,30}){1,30})*c$'))`],
    ['asking the type of what is large', all('dyn(payload.nest) + payload.nest == 1')],
    ['adding what is large to a text', all('payload.nest.size() >= 0')],
    ['going through keys', `payload.numbers.all(a, payload.keys.exists(k, false) || true)`],
    ['words that are mentioned', all("mentioned([payload.text], 'a').size() > 0")],
  ])('%s', (_, when) => {
    const { reading, took } = timed(when, HOSTILE);
    expect(reading.findings).toEqual([]);
    expect(reading.ignored).toMatch(/more than 100,000 steps and was stopped at the rule "it"/);
    expect(took).toBeLessThan(AT_MOST_MS);
  });

  test.each([
    ['a number of many digits', 'int(payload.digits) > 0'],
    ['a date of many digits', 'timestamp(payload.digits) == received'],
    ['a date that is none', "date(payload.digits) == ''"],
    ['a name of JavaScript', 'payload.constructor.constructor == 1'],
    ['a prototype', "payload['__proto__'].toString == 1"],
  ])('%s is no date, number or way out', (_, when) => {
    const { reading, took } = timed(when, HOSTILE);
    expect(reading.findings).toEqual([]);
    expect(reading.ignored).toContain('The rule "it"');
    expect(took).toBeLessThan(AT_MOST_MS);
  });

  test('a delivery that would tell too much tells nothing', () => {
    const rules = readMapping('generic', [
      {
        id: 'many',
        when: 'true',
        each: 'payload.numbers',
        unit: { external: 'string(int(item))' },
        record: 'achieved',
        milestone: 'hub.launched',
        occurredAt: 'received',
      },
    ]);
    const { findings, ignored } = applyMapping(rules, delivery('generic', 'x', HOSTILE));
    expect(findings).toEqual([]);
    expect(ignored).toMatch(/More than 200 facts are told by one delivery/);
  });
});

/** Expressions of all that the language has, put together at random. */
const expression = fc.letrec<Record<'any' | 'list' | 'leaf', string>>((tie) => ({
  leaf: fc.constantFrom(
    ...['payload', 'payload.a', 'payload.?b', "payload['c']", 'payload.list', 'dyn(event)'],
    ...[
      'headers',
      "dyn('ab')",
      'dyn(1)',
      'dyn(-1)',
      '1.5',
      'true',
      'dyn(null)',
      'x',
      'x',
      'payload[?0]',
    ],
  ),
  list: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('payload', 'payload.list', '[1, 2, 3]', "['a', 'b']", '{}'),
    fc.tuple(tie('list'), tie('any')).map(([list, inner]) => `${list}.map(x, ${inner})`),
    fc.tuple(tie('list'), tie('any')).map(([list, inner]) => `${list}.filter(x, ${inner})`),
    fc.tuple(tie('list'), tie('list')).map(([one, other]) => `(${one} + ${other})`),
    tie('any').map((inner) => `afterPrefix(${inner}, 'a')`),
    tie('any').map((inner) => `mentioned([${inner}], 'a')`),
  ),
  any: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    tie('list'),
    fc
      .tuple(
        tie('any'),
        fc.constantFrom('==', '!=', '+', '-', '*', '/', '%', '<', 'in', '&&', '||'),
        tie('any'),
      )
      .map(([one, operator, other]) => `(${one} ${operator} ${other})`),
    fc
      .tuple(tie('list'), fc.constantFrom('all', 'exists', 'exists_one'), tie('any'))
      .map(([list, loop, inner]) => `${list}.${loop}(x, ${inner})`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `cel.bind(x, ${a}, ${b})`),
    fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a}).contains(${b})`),
    tie('any').map((inner) => `(${inner}).matches('(a|b)+$')`),
    tie('any').map((inner) => `(${inner}).size()`),
    tie('any').map((inner) => `string(${inner})`),
    tie('any').map((inner) => `date(${inner})`),
    tie('any').map((inner) => `day(${inner})`),
    tie('any').map((inner) => `!(${inner})`),
    tie('any').map((inner) => `(${inner}).?a.orValue(null)`),
    tie('any').map((inner) => `has(payload.a.b) && (${inner})`),
  ),
}));

describe('whatever is said and whatever is sent', () => {
  const payloads = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.jsonValue().map((list) => ({ list, a: { b: list }, b: 'ab', c: [list] })),
    fc.constant({ list: numbers, a: { b: HOSTILE.keys }, b: HOSTILE.text, c: HOSTILE.texts }),
    fc.constant(github('issues', 'labeled')),
  );

  test('is refused with reasons, or ends in time and in the same way twice', () => {
    let read = 0;
    fc.assert(
      fc.property(expression.any, payloads, (said, payload) => {
        const rule = {
          id: 'it',
          when: `cel.bind(x, payload, dyn(${said}) == x || true)`,
          each: `cel.bind(x, payload, [dyn(${said}), x])`,
          unit: { external: 'string(item)' },
          record: 'achieved',
          milestone: { cel: 'item' },
          occurredAt: 'item',
          note: 'item',
          evidence: [{ title: 'item', url: 'item' }],
        };
        try {
          const rules = readMapping('generic', [rule]);
          read++;
          const sent = delivery('generic', 'x', payload);
          const before = process.cpuUsage();
          const reading = applyMapping(rules, sent);
          expect(millisecondsSince(before)).toBeLessThan(AT_MOST_MS);
          expect(applyMapping(rules, sent)).toEqual(reading);
          expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
        } catch (error) {
          if (!(error instanceof MappingFaults)) throw error;
          expect(error.faults.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1_500 },
    );
    // many are refused, but not nearly all of them
    expect(read).toBeGreaterThan(300);
  });

  test('texts that are no expressions, and rules that are none, are refused', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (anything, text) => {
        for (const given of [
          anything,
          [anything],
          [{ id: 'a', when: text, use: anything }],
          [{ id: 'it', when: text, record: anything }],
        ]) {
          try {
            readMapping('github', given);
          } catch (error) {
            if (!(error instanceof MappingFaults)) throw error;
            for (const { message } of error.faults) expect(message.length).toBeLessThan(700);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
