import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyEvent, FOREVER } from '../index.js';
import { foldTargets, targetHistory } from './fold-targets.js';

const goal = { kind: 'milestone', milestone: 'hub.launched' } as const;
const other = { kind: 'stage', model: 'ladder', stage: 'two' } as const;

/** A log of target events, one a day. */
function log(
  ...notes: readonly (readonly [type: string, unit: string, data: object])[]
): AnyEvent[] {
  return notes.map(([type, unit, data], index) => {
    const at = index * 86_400_000;
    const position = index + 1;
    return {
      ...{ id: `e${position}`, position, type, unit, occurredAt: '' },
      ...{ effectiveAt: at, recordedAt: at, data },
    } as unknown as AnyEvent;
  });
}
const set = (target: string, more: object = {}, unit = 'desk') =>
  ['target.set', unit, { target, goal, ...more }] as const;
const moved = (target: string, due: string | null, unit = 'desk') =>
  ['target.moved', unit, { target, due }] as const;
const dropped = (target: string, unit = 'desk') => ['target.dropped', unit, { target }] as const;

describe('the targets that the log tells', () => {
  it('remember their first date and every move', () => {
    const [target] = foldTargets(
      log(set('a', { due: '2024' }), moved('a', '2025-Q1'), moved('a', '2025-Q3')),
    );
    expect(target).toMatchObject({ due: '2025-Q3', firstDue: '2024', setAt: 0 });
    expect(target?.moves.map(({ from, to, position }) => [from, to, position])).toEqual([
      ['2024', '2025-Q1', 2],
      ['2025-Q1', '2025-Q3', 3],
    ]);
  });

  it('keep their date when what they want or whose they are changes', () => {
    const owner = { name: 'Ada', email: 'a@b.c' };
    const events = log(
      set('a', { due: '2024', owner }),
      set('a', { goal: other }),
      set('a', { owner: null }),
    );
    expect(foldTargets(events.slice(0, 2))).toMatchObject([
      { due: '2024', goal: other, owner, moves: [] },
    ]);
    expect(foldTargets(events)).toMatchObject([{ due: '2024', goal, owner: null, setAt: 0 }]);
  });

  it('are aims without a date, and have a first date once they get one', () => {
    expect(foldTargets(log(set('a')))).toMatchObject([{ due: null, firstDue: null }]);
    expect(foldTargets(log(set('a'), moved('a', '2025')))).toMatchObject([
      { due: '2025', firstDue: '2025' },
    ]);
    const back = foldTargets(log(set('a', { due: '2024' }), moved('a', null)));
    expect(back).toMatchObject([{ due: null, firstDue: '2024' }]);
  });

  it('begin anew when they are set after they were dropped', () => {
    const events = log(
      set('a', { due: '2024' }),
      moved('a', '2025'),
      dropped('a'),
      set('a', { due: '2026' }),
    );
    expect(foldTargets(events.slice(0, 3))).toEqual([]);
    expect(foldTargets(events)).toMatchObject([{ due: '2026', firstDue: '2026', moves: [] }]);
  });

  it('are not made by a move, nor changed by one to the same date', () => {
    expect(foldTargets(log(moved('a', '2025'), dropped('a')))).toEqual([]);
    const events = log(set('a', { due: '2024' }), moved('a', '2024'));
    expect(targetHistory(events)).toHaveLength(1);
  });

  it('bear one key in each unit', () => {
    const found = foldTargets(log(set('a'), set('a', { goal: other }, 'emea'), dropped('a')));
    expect(found).toMatchObject([{ unit: 'emea', target: 'a' }]);
  });

  it('are at every position those of the history that are known there', () => {
    const target = fc.constantFrom('a', 'b');
    const unit = fc.constantFrom('desk', 'emea');
    const due = fc.constantFrom('2024', '2025-Q1', '2025-03', null);
    const note = fc.oneof(
      fc.tuple(target, unit, due).map(([t, u, d]) => set(t, d === null ? {} : { due: d }, u)),
      fc.tuple(target, unit, due).map(([t, u, d]) => moved(t, d, u)),
      fc.tuple(target, unit).map(([t, u]) => dropped(t, u)),
    );
    fc.assert(
      fc.property(fc.array(note, { maxLength: 25 }), (notes) => {
        const events = log(...notes);
        const history = targetHistory(events);
        for (let position = 0; position <= events.length; position++) {
          const known = history
            .filter((one) => one.knownFrom <= position && position < one.knownUntil)
            .map((one) => one.target);
          const folded = foldTargets(events.slice(0, position));
          expect(new Set(known)).toEqual(new Set(folded));
          for (const { moves, due: now, firstDue } of folded) {
            const last = moves.at(-1);
            expect(last ? last.to : firstDue).toBe(now);
          }
        }
        for (const one of history) expect(one.knownFrom).toBeLessThan(one.knownUntil);
        expect(history.filter(({ knownUntil }) => knownUntil === FOREVER)).toHaveLength(
          foldTargets(events).length,
        );
      }),
    );
  });
});
