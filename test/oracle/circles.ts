import type { AnyEvent, Instant, UnitKey } from '#lib/domain';
import { countingEvents } from './log.js';

/**
 * Whether at any instant a unit would lie below itself, by the last move up to it or the
 * registration, whether the units have begun or not.
 */
export function closesCircle(log: readonly AnyEvent[]): boolean {
  const counting = countingEvents(log);
  const moves = counting.filter((one) => one.type === 'unit.moved');
  const registered = counting.filter((one) => one.type === 'unit.registered');
  const parent = (unit: UnitKey | null, at: Instant): UnitKey | null => {
    const last = moves.findLast((one) => one.unit === unit && one.effectiveAt <= at);
    return (last ?? registered.find((one) => one.unit === unit))?.data.parent ?? null;
  };
  return moves.some(({ effectiveAt, unit }) => {
    let above = parent(unit, effectiveAt);
    for (let steps = 0; above !== null && steps < registered.length; steps += 1) {
      above = parent(above, effectiveAt);
    }
    return above !== null;
  });
}
