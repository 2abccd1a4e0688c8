import { type Fault, type Finding, MOST_FAULTS, type Path } from '../read/fault.js';

/** What can say where in its file a value stands. */
export interface Located {
  faults(findings: readonly Finding[]): readonly Fault[];
}

/** A place in a file that came from elsewhere. */
export interface Spot {
  readonly in: Located;
  readonly path: Path;
  /** The key itself, not its value. */
  readonly onKey?: boolean;
}

/** Collects what is wrong in files, and what is left out of them. */
export class Trouble {
  readonly #faults: Fault[] = [];
  readonly #warnings: Fault[] = [];

  /** What keeps the files from being imported. */
  get faults(): readonly Fault[] {
    return capped(this.#faults, 'faults');
  }

  /** What is left out or read otherwise than it is written. */
  get warnings(): readonly Fault[] {
    return capped(this.#warnings, 'remarks');
  }

  fault(spot: Spot, message: string): void {
    this.#faults.push(faultAt(spot, message));
  }

  warn(spot: Spot, message: string): void {
    this.#warnings.push(faultAt(spot, message));
  }

  addFaults(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }
}

function faultAt({ in: file, path, onKey = false }: Spot, message: string): Fault {
  return file.faults([{ path, onKey, message }])[0] as Fault;
}

/** A place within a place. */
export function within(spot: Spot, ...path: Path): Spot {
  return { in: spot.in, path: [...spot.path, ...path] };
}

/** Puts faults of what was made where they come from; those of no place keep theirs. */
export function relocated(
  faults: readonly Fault[],
  origins: ReadonlyMap<string, Spot>,
): readonly Fault[] {
  return faults.map((fault) => {
    for (let pointer = fault.pointer; pointer !== ''; ) {
      const spot = origins.get(pointer);
      if (spot) return faultAt(spot, fault.message);
      pointer = pointer.slice(0, pointer.lastIndexOf('/'));
    }
    return fault;
  });
}

function capped(listed: readonly Fault[], what: string): readonly Fault[] {
  const beyond = listed.length - MOST_FAULTS;
  if (beyond <= 0) return listed;
  const last = listed[MOST_FAULTS] as Fault;
  const message = `And ${beyond} more ${what}. See to these first.`;
  return [...listed.slice(0, MOST_FAULTS), { ...last, pointer: '', message }];
}
