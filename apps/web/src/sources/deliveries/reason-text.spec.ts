import { expect, test } from 'vitest';
import type { Schemas } from '#lib/client';
import { reasonText } from './reason-text.js';

const finding = (outcome: Schemas['Finding']['outcome'], reason?: string): Schemas['Finding'] => ({
  ...{ rule: 'done', kind: 'achieved', milestone: 'hub.launched', occurredAt: '2019-03-01' },
  ...{ external: 'octo/lab', outcome, ...(reason ? { reason } : {}) },
});

test.each([
  ['nothing is said where nothing is to be said', null, [], undefined],
  ['what no fact says is said', 'No rule applies to "ping".', [], 'No rule applies to "ping".'],
  ['what a fact says is not said twice', 'Nobody has said.', [finding('unmatched')], undefined],
  [
    'what a fact was refused for is said, without routes',
    'There is no milestone "a.b". GET /milestones lists them; PUT /milestones/{key} adds one.',
    [finding('rejected', 'There is no milestone "a.b".')],
    'There is no milestone "a.b".',
  ],
])('%s', (_, reason, findings, told) => {
  expect(reasonText({ reason, findings })).toBe(told);
});
