import { describe, expect, test } from 'vitest';
import { sameGoal, targetKeyOf } from './target-key.js';

describe('the key of a target', () => {
  test('is made of what is wanted', () => {
    expect(targetKeyOf({ kind: 'milestone', milestone: 'hub.launched' })).toBe('hub-launched');
    expect(targetKeyOf({ kind: 'stage', model: 'lithium', stage: 'world-class' })).toBe(
      'lithium-world-class',
    );
    expect(
      targetKeyOf({ kind: 'level', model: 'quintarelli', dimension: 'culture', level: 3 }),
    ).toBe('quintarelli-culture-3');
    expect(targetKeyOf({ kind: 'share', model: 'lithium', stage: 'extended', share: 0.8 })).toBe(
      'lithium-extended-80',
    );
  });

  test('is never that of another target', () => {
    const goal = { kind: 'milestone', milestone: 'hub.launched' } as const;
    expect(targetKeyOf(goal, ['hub-launched'])).toBe('hub-launched-2');
    expect(targetKeyOf(goal, ['hub-launched', 'hub-launched-2'])).toBe('hub-launched-3');
  });

  test('tells whether a goal is set already', () => {
    const goal = { kind: 'milestone', milestone: 'hub.launched' } as const;
    expect(sameGoal(goal, { ...goal })).toBe(true);
    expect(sameGoal(goal, { kind: 'milestone', milestone: 'coe.formed' })).toBe(false);
  });
});
