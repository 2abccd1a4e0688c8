import { describe, expect, test } from 'vitest';
import { fitting } from './kept-wish.js';

const earlier = {
  wish: {
    kind: 'milestones',
    dates: 'dmy',
    columns: { Step: 'milestone', Remark: null },
  },
  heads: ['Team', 'Step', 'Achieved on', 'Remark'],
} as const;

const named = (...heads: readonly string[]) => ({
  columns: heads.map((head) => ({ head, field: null, samples: [] })),
});

describe('what was set for a sheet', () => {
  test('is kept for the same sheet, mended', () => {
    const kept = fitting(earlier, named('Team', 'Step', 'Achieved on', 'Remark', 'By'));
    expect(kept).toEqual(earlier.wish);
  });

  test('is kept for the columns that are there still', () => {
    const kept = fitting(earlier, named('Team', 'Step', 'Achieved on'));
    expect(kept).toEqual({ kind: 'milestones', dates: 'dmy', columns: { Step: 'milestone' } });
  });

  test('is not kept for another sheet', () => {
    expect(fitting(earlier, named('Team', 'Step', 'Parent'))).toEqual({ columns: {} });
  });
});
