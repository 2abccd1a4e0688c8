import { expect, test } from 'vitest';
import { toldText } from './told-words.js';

const models = new Map([['lithium', { title: 'Lithium, 2012' }]]);
const stage = (ordinal: number, name: string) => ({ ordinal, name });

test.each([
  [
    { type: 'standing.changed', told: { model: 'lithium', from: stage(1, 'Walk'), to: null } },
    'Lithium, 2012: Walk → no standing',
  ],
  [
    { type: 'standing.changed', told: { model: 'own', from: null, to: stage(2, 'Run') } },
    'own: no standing → Run',
  ],
  [{ type: 'target.late', told: { title: 'Reach Run' } }, 'A target became late: Reach Run'],
  [{ type: 'milestone.achieved', told: null }, 'A milestone happened'],
])('a delivery says what it tells: $type', (delivery, said) => {
  expect(toldText(delivery, models)).toBe(said);
});
