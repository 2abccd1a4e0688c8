import type { Instant, UnitKey } from '#lib/domain';

/** What has been found of a thing for a unit at an instant, so that it is not looked for twice. */
export class Memory {
  private readonly found = new Map<unknown, Map<UnitKey, Map<Instant, unknown>>>();

  /** @param what one thing always finds one type */
  once<T>(what: unknown, unit: UnitKey, at: Instant, find: () => T): T {
    const units = this.found.get(what) ?? new Map<UnitKey, Map<Instant, unknown>>();
    this.found.set(what, units);
    const instants = units.get(unit) ?? new Map<Instant, unknown>();
    units.set(unit, instants);
    if (!instants.has(at)) instants.set(at, find());
    return instants.get(at) as T;
  }
}
