import { describe, expect, test } from 'vitest';
import { reasonWords } from './changes-words.js';

const titles = new Map([['coe.formed', 'Centre of excellence formed']]);

describe('the fact behind a change', () => {
  test('is told by the title of its milestone', () => {
    const fact = { type: 'milestone.lapsed', milestone: 'coe.formed' };
    expect(reasonWords(fact, titles)).toEqual({
      what: 'Centre of excellence formed',
      became: 'ended',
    });
  });

  test('of a unit that fell, what happened once counts no longer', () => {
    const fact = { type: 'milestone.achieved', milestone: 'coe.formed' };
    expect(reasonWords(fact, titles).became).toBe('happened');
    expect(reasonWords(fact, titles, true).became).toBe('counts no longer; it happened');
  });

  test('names the key where the dictionary has no title', () => {
    const fact = { type: 'milestone.achieved', milestone: 'own.thing' };
    expect(reasonWords(fact, titles).what).toBe('own.thing');
    expect(reasonWords({ type: 'unit.retired' }, titles)).toEqual({
      what: 'The unit was closed',
      became: '',
    });
  });
});
