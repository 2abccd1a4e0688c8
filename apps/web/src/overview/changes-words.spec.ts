import { describe, expect, test } from 'vitest';
import { reasonText } from './changes-words.js';

const titles = new Map([['coe.formed', 'Centre of excellence formed']]);

describe('the fact behind a change', () => {
  test('is told by the title of its milestone', () => {
    const fact = { type: 'milestone.lapsed', milestone: 'coe.formed' };
    expect(reasonText(fact, titles)).toBe('Centre of excellence formed ended');
  });

  test('of a unit that fell, what happened once counts no longer', () => {
    const fact = { type: 'milestone.achieved', milestone: 'coe.formed' };
    expect(reasonText(fact, titles)).toBe('Centre of excellence formed happened');
    expect(reasonText(fact, titles, true)).toBe('Centre of excellence formed counts no longer');
  });

  test('names the key where the dictionary has no title', () => {
    const fact = { type: 'milestone.achieved', milestone: 'own.thing' };
    expect(reasonText(fact, titles)).toBe('“own.thing” happened');
    expect(reasonText({ type: 'unit.retired' }, titles)).toBe('The unit was closed');
  });
});
