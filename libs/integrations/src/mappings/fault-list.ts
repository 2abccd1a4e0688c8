import { type MappingFault, MappingFaults } from './mapping-faults.js';

/** Faults listed at most. */
const MOST_FAULTS = 100;

/** Gathers all that is wrong with a mapping, so that it is told at once. */
export class FaultList {
  private readonly faults: MappingFault[] = [];

  add(pointer: string, message: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ pointer, message });
  }

  /** @throws MappingFaults when there are any */
  settle(): void {
    if (this.faults.length > 0) throw new MappingFaults(this.faults);
  }
}

/** A step further down an RFC 6901 pointer. */
export function below(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether a value is a map of keys and values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds a fault for each key that has no meaning in a place. */
export function refuseOthers(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  pointer: string,
  faults: FaultList,
): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const there = known.map((name) => `\`${name}\``).join(', ');
    faults.add(below(pointer, key), `There is no \`${key}\` here. There are ${there}.`);
  }
}
