import { describe, expect, test } from 'vitest';
import { flowGraph, wayOf, waysOf } from './flow-ways.js';

const stage = (ordinal: number) => ({ ordinal, id: `s${ordinal}`, name: `Stage ${ordinal}` });
const row = (from: number | null, to: number | null, units: number) => ({
  from: from === null ? null : stage(from),
  to: to === null ? null : stage(to),
  units,
});

describe('the flow between two dates', () => {
  test('tells which way units went', () => {
    expect(wayOf(row(1, 2, 1))).toBe('rose');
    expect(wayOf(row(3, 0, 1))).toBe('fell');
    expect(wayOf(row(2, 2, 1))).toBe('stayed');
    expect(wayOf(row(null, 2, 1))).toBe('appeared');
    expect(wayOf(row(2, null, 1))).toBe('left');
  });

  test('counts every unit once', () => {
    const rows = [row(1, 2, 3), row(2, 2, 5), row(2, 1, 1), row(2, null, 1)];
    expect(waysOf(rows)).toEqual({ rose: 3, fell: 1, stayed: 5, appeared: 0, left: 1 });
  });

  test('has the highest stage on top, and units that are gone at the bottom', () => {
    const { nodes, links } = flowGraph([row(1, 2, 3), row(2, 2, 5), row(2, null, 1)]);
    expect(nodes.map(({ id, units }) => [id, units])).toEqual([
      ['end-2', 8],
      ['start-2', 6],
      ['start-1', 3],
      ['end-none', 1],
    ]);
    expect(nodes.find(({ id }) => id === 'end-2')?.came).toEqual({ rose: 3, stayed: 5 });
    expect(links.map(({ source, target, value }) => [source, target, value])).toEqual([
      ['start-1', 'end-2', 3],
      ['start-2', 'end-2', 5],
      ['start-2', 'end-none', 1],
    ]);
  });
});
