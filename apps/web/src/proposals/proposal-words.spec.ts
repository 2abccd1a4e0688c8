import { expect, test } from 'vitest';
import type { Schemas } from '#lib/client';
import { wantedWords } from './proposal-words.js';

const proposal = (
  kind: Schemas['Proposal']['kind'],
  wanted: Schemas['Proposal']['wanted'],
): Schemas['Proposal'] => ({
  ...{ id: 'p', unit: 'emea', kind, wanted, state: 'open', event: null, reason: null },
  ...{ proposedAt: '2026-11-01T00:00:00Z', expiresAt: '2026-12-01T00:00:00Z' },
  ...{ decidedAt: null, decidedBy: null, proposedBy: { id: 'a', name: 'Ada' } },
});
const words = (...given: Parameters<typeof proposal>) =>
  wantedWords(proposal(...given), undefined, new Map([['hub.launched', 'Hub launched']]));

test('a proposal in words', () => {
  expect(
    words('waiver', { milestone: 'hub.launched', occurredAt: '2024', expiresOn: '2025' }),
  ).toEqual(['It would count as met by decision from 2024 to the end of 2025.']);
  expect(words('waiver', { milestone: 'hub.launched', reason: 'x' })).toEqual([
    'It would count as met by decision from then on, without an end.',
  ]);
  expect(words('retraction', { event: 'e' })).toEqual([
    'It would be struck through and stop counting.',
  ]);
  expect(
    words('correction', {
      ...{ event: 'e', reason: 'x', occurredAt: '2024-Q2', degree: 0.5, note: null },
      milestone: 'hub.launched',
    }),
  ).toEqual([
    'The date would be Q2 2024.',
    'It would be in place to 50 %.',
    'The note would go.',
    'The milestone would be Hub launched.',
  ]);
  expect(words('waiver', null)[0]).toContain('erased');
});
