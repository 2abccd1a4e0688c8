import { describe, expect, test } from 'vitest';
import { grouped, type PlannedRow, placed } from './rows.js';
import { shifted, usualSpan, wholeSpan, zoomed } from './span.js';

function row(given: Partial<PlannedRow>): PlannedRow {
  return {
    ...{ unit: 'one', name: 'One', target: 'hub', title: 'Hub', status: 'on-track' },
    ...{ goal: { kind: 'milestone' }, due: '2031', firstDue: '2031', moves: [], owner: null },
    ...{ setAt: '2030-01-01T00:00:00Z', because: [], progress: 0, slipDays: 0, steps: [] },
    ...given,
  };
}

const byUnit = ({ unit, name }: PlannedRow) => ({ key: unit, title: name, unit });

describe('the rows of a roadmap', () => {
  test('have the gravest first, then the earliest', () => {
    const groups = grouped(
      [
        row({ unit: 'b', name: 'B', due: '2031-Q1' }),
        row({ unit: 'a', name: 'A', due: '2032' }),
        row({ unit: 'a', name: 'A', target: 'late', status: 'late', due: '2030' }),
        row({ unit: 'c', name: 'C', due: '2031-01' }),
      ],
      byUnit,
    );
    expect(groups.map(({ key }) => key)).toEqual(['a', 'c', 'b']);
    expect(groups[0]?.rows.map(({ target }) => target)).toEqual(['late', 'hub']);
  });

  test('stand one below the other', () => {
    const groups = grouped([row({}), row({ target: 'other' }), row({ unit: 'two' })], byUnit);
    const { rows, height } = placed(groups, { axis: 20, heading: 30, target: 40 });
    expect(rows.map(({ kind, top }) => [kind, top])).toEqual([
      ['heading', 20],
      ['target', 50],
      ['target', 90],
      ['heading', 130],
      ['target', 160],
    ]);
    expect(height).toBe(208);
  });
});

describe('the span of a roadmap', () => {
  const rows = [row({ due: '2032-Q1', firstDue: '2027' })];

  test('reaches over everything, or a year back', () => {
    expect(wholeSpan(rows, '2031-05-10')).toEqual({ start: '2027-11-30', end: '2032-05-31' });
    expect(usualSpan(rows, '2031-05-10')).toEqual({ start: '2030-05-10', end: '2032-05-31' });
  });

  test('is shifted and zoomed around its middle', () => {
    const span = { start: '2031-01-01', end: '2031-12-31' };
    expect(shifted(span, 1)).toEqual({ start: '2031-12-31', end: '2032-12-29' });
    expect(zoomed(span, 'closer')).toEqual({ start: '2031-04-02', end: '2031-10-01' });
    expect(zoomed(zoomed(zoomed(zoomed(span, 'closer'), 'closer'), 'closer'), 'closer')).toEqual(
      zoomed(zoomed(zoomed(span, 'closer'), 'closer'), 'closer'),
    );
  });
});
