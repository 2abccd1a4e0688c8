import { describe, expect, it } from 'vitest';
import { moveBy } from './grid-keys.js';

const extent = { rows: 100, columns: 5, page: 10 };
const press = (key: string, ctrlKey = false) =>
  moveBy({ key, ctrlKey }, { row: 3, column: 2 }, extent);

describe('keys in the heatmap', () => {
  it.each([
    ['ArrowDown', { row: 4, column: 2 }],
    ['ArrowUp', { row: 2, column: 2 }],
    ['ArrowRight', { row: 3, column: 3 }],
    ['ArrowLeft', { row: 3, column: 1 }],
    ['PageDown', { row: 13, column: 2 }],
    ['PageUp', { row: 0, column: 2 }],
    ['Home', { row: 3, column: 0 }],
    ['End', { row: 3, column: 4 }],
  ])('%s moves from cell to cell', (key, place) => {
    expect(press(key)).toEqual(place);
  });

  it('goes to the corners with Ctrl', () => {
    expect(press('Home', true)).toEqual({ row: 0, column: 0 });
    expect(press('End', true)).toEqual({ row: 99, column: 4 });
  });

  it('leaves other keys to the browser', () => {
    expect(press('Enter')).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
  });
});
