import { describe, expect, test } from 'vitest';
import { bodyOf, draftOf, faultsOf, goalOf } from './wish.js';

const draft = { ...draftOf('germany'), milestone: 'hub.launched', due: 'Q1 2031' };

describe('the form of a target', () => {
  test('sends a milestone with a rough date', () => {
    expect(faultsOf(draft)).toEqual({});
    expect(bodyOf(draft, true)).toEqual({ milestone: 'hub.launched', due: '2031-Q1', owner: null });
  });

  test('sends an aim without a date, and its owner', () => {
    const aim = { ...draft, aim: true, ownerName: 'Ada', ownerEmail: 'ada@example.com' };
    expect(bodyOf(aim, false)).toEqual({
      due: null,
      owner: { name: 'Ada', email: 'ada@example.com' },
    });
  });

  test('asks for what is missing', () => {
    expect(faultsOf({ ...draft, milestone: null, due: '' })).toMatchObject({
      milestone: 'Choose one.',
      due: 'Say by when, or make it an aim.',
    });
    expect(faultsOf({ ...draft, due: 'soonish' }).due).toMatch('Not understood');
    expect(faultsOf({ ...draft, ownerName: 'Ada' })).toHaveProperty('ownerEmail');
    expect(faultsOf({ ...draft, kind: 'level', model: 'quintarelli' })).toMatchObject({
      dimension: 'Choose one.',
      level: 'Choose one.',
    });
  });

  test('reads a share in percent', () => {
    const share = {
      ...draft,
      kind: 'share',
      model: 'lithium',
      stage: 'extended',
      share: 80,
    } as const;
    expect(goalOf(share)).toEqual({
      kind: 'share',
      model: 'lithium',
      stage: 'extended',
      share: 0.8,
    });
    expect(goalOf({ ...share, share: 0 })).toBeUndefined();
    expect(faultsOf({ ...share, share: 120 }).share).toMatch('up to 100 %');
  });
});
