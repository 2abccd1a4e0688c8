import type { UnitKey } from '#lib/domain';
import { random } from '../measure.js';

/** How large a generated program is. */
export interface Size {
  readonly units: number;
  /** Milestone facts a unit, on average. */
  readonly facts: number;
}

const REGIONS = 50;
const CHILDREN = 7;
const KINDS = ['enterprise', 'region', 'country', 'site', 'department', 'team'];
const TAGS = ['support', 'sales', 'marketing', 'people', 'engineering'];
const CHUNK = 250;

/** One generated unit; numbers run from the root, parents before their children. */
export interface Place {
  readonly index: number;
  readonly unit: UnitKey;
  readonly parent: UnitKey | null;
  /** 0: the root. */
  readonly depth: number;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly leaf: boolean;
  /** Which of the root's children it lies in; -1: the root. */
  readonly region: number;
}

/**
 * The tree of a program: a root, 50 regions below it of equal size, and in each a tree in which
 * everybody has up to seven children, six levels deep at 100,000 units.
 */
export class Shape {
  readonly #inRegion: number;

  constructor(readonly size: Size) {
    this.#inRegion = Math.max(1, Math.ceil((size.units - 1) / REGIONS));
  }

  static keyOf(index: number): UnitKey {
    return (index === 0 ? 'group' : `u${index}`) as UnitKey;
  }

  place(index: number): Place {
    const unit = Shape.keyOf(index);
    if (index === 0) {
      const leaf = this.size.units === 1;
      return {
        ...{ index, unit, parent: null, depth: 0, tags: [], leaf, region: -1 },
        kind: KINDS[0] as string,
      };
    }
    const region = (index - 1) % REGIONS;
    const within = Math.floor((index - 1) / REGIONS);
    let depth = 1;
    for (let up = within; up > 0; up = Math.floor((up - 1) / CHILDREN)) depth++;
    const parent = within === 0 ? 0 : this.#indexIn(region, Math.floor((within - 1) / CHILDREN));
    const random = randomOf(index, 'place');
    return {
      ...{ index, unit, depth, region },
      parent: Shape.keyOf(parent),
      kind: KINDS[Math.min(depth, KINDS.length - 1)] as string,
      tags: random() < 0.7 ? [TAGS[Math.floor(random() * TAGS.length)] as string] : [],
      leaf: this.#indexIn(region, within * CHILDREN + 1) >= this.size.units,
    };
  }

  /** Another unit of the same region with the same depth, to move below its parent or merge into. */
  neighbour(place: Place, chance: number): Place {
    const within = Math.floor((place.index - 1) / REGIONS);
    const other = Math.floor(chance * Math.min(within, this.#inRegion));
    return this.place(this.#indexIn(place.region, Math.max(0, other)));
  }

  /** The units in the pieces in which they are recorded: those with units below them first. */
  chunks(): readonly (readonly number[])[] {
    const all = Array.from({ length: this.size.units }, (_, index) => index);
    const isLeaf = (index: number) => this.place(index).leaf;
    const [upper, leaves] = [all.filter((one) => !isLeaf(one)), all.filter(isLeaf)];
    return [upper, leaves].flatMap((list) =>
      Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, chunk) =>
        list.slice(chunk * CHUNK, (chunk + 1) * CHUNK),
      ),
    );
  }

  #indexIn(region: number, within: number): number {
    return 1 + within * REGIONS + region;
  }
}

/** Random numbers that belong to a unit and a purpose, the same in every run. */
export function randomOf(index: number, purpose: string): () => number {
  let seed = index * 2_654_435_761;
  for (const letter of purpose) seed = Math.imul(seed ^ letter.charCodeAt(0), 16_777_619);
  return random(seed | 0);
}
