import { describe, expect, test } from 'vitest';
import { conditionPieces, ruleWords } from './rule-words.js';

describe('a condition in words', () => {
  test.each([
    ['event == "milestone"', [{ words: 'event is “milestone”' }]],
    [
      `event == 'audit' && payload.action != 'closed'`,
      [{ words: 'event is “audit”' }, { words: 'action is not “closed”' }],
    ],
    [
      `event in ['a', "b"] && payload.due == null`,
      [{ words: 'event is “a” or “b”' }, { words: 'due is empty' }],
    ],
    [
      `payload.fields['System.State'] == 'Done' && has(payload.due)`,
      [{ words: `fields['System.State'] is “Done”` }, { cel: 'has(payload.due)' }],
    ],
    [`payload.title == 'a && b'`, [{ words: 'title is “a && b”' }]],
    [
      `payload.a == 1 && (event == 'x' || event == 'y')`,
      [{ words: 'a is 1' }, { cel: `(event == 'x' || event == 'y')` }],
    ],
    // "and" binds closer than "or": neither half may stand alone
    [`event == 'x' && a || b`, [{ cel: `event == 'x' && a || b` }]],
    [`a ? b && c : d`, [{ cel: 'a ? b && c : d' }]],
    [`payload.?a.orValue(1) == 2 && b`, [{ cel: 'payload.?a.orValue(1) == 2 && b' }]],
    [`payload.t == 'it\\'s && so'`, [{ cel: `payload.t == 'it\\'s && so'` }]],
    ['', []],
  ])('%s', (cel, pieces) => {
    expect(conditionPieces(cel)).toEqual(pieces);
  });
});

describe('a rule in words', () => {
  test('has what is there, and nothing for what is missing', () => {
    const words = ruleWords({
      id: 'plans',
      when: 'has(payload.due)',
      unit: { key: 'payload.team', external: 'payload.department' },
      record: 'target',
      milestone: { cel: 'payload.goal' },
      due: 'payload.due',
      occurredAt: 5,
    });
    expect(words).toMatchObject({
      record: 'target',
      milestone: { cel: 'payload.goal' },
      unit: [
        { by: 'key', cel: 'payload.team' },
        { by: 'name', cel: 'payload.department' },
      ],
      due: 'payload.due',
      occurredAt: undefined,
    });
    expect(ruleWords({}).when).toEqual([]);
  });
});
