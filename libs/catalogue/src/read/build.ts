import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { LIMITS } from './limits.js';

/** Where a value stands in its file, as offsets from the start of the text. */
export interface Place {
  readonly offset: number;
  readonly keys?: ReadonlyMap<string, number>;
  readonly inner?: ReadonlyMap<string, Place>;
}

/** A plain value with its place. */
export interface Built {
  readonly value: unknown;
  readonly place: Place;
  /** Values in it, each alias counted as all that it stands for. */
  readonly weight: number;
  readonly depth: number;
}

/** Turns YAML nodes into plain values. Aliases share the value they stand for, so memory grows with the text alone. */
export class Builder {
  readonly problems: { offset: number; message: string }[] = [];
  readonly #anchors = new Map<string, Built | 'open'>();

  build(node: Node | null | undefined, offset = 0): Built {
    if (!node) return leaf(null, offset);
    const start = node.range?.[0] ?? offset;
    if (isAlias(node)) return this.#standsFor(node.source, start);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, 'open');
    const built = this.#within(this.#value(node, start), start);
    if (anchor) this.#anchors.set(anchor, built);
    return built;
  }

  #value(node: Node, start: number): Built {
    if (isScalar(node)) return leaf(node.value, start);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.build(item as Node | null, start));
      const inner = new Map(items.map((item, index) => [String(index), item.place]));
      return joined(
        items.map((item) => item.value),
        { offset: start, inner },
        items,
      );
    }
    return isMap(node) ? this.#map(node.items, start) : leaf(null, start);
  }

  #map(pairs: readonly { key: unknown; value?: unknown }[], start: number): Built {
    const value: Record<string, unknown> = {};
    const keys = new Map<string, number>();
    const inner = new Map<string, Place>();
    const parts: Built[] = [];
    for (const pair of pairs) {
      const keyNode = pair.key as Node | null;
      const offset = keyNode?.range?.[0] ?? start;
      const key = isScalar(keyNode) ? keyNode.value : undefined;
      if (typeof key !== 'string' && typeof key !== 'number') {
        this.#problem(offset, 'A key is a plain word. Write it as one.');
        continue;
      }
      const name = String(key);
      if (name === '__proto__') {
        this.#problem(offset, 'No key may be called `__proto__`. Take it out.');
        continue;
      }
      if (keys.has(name)) {
        this.#problem(offset, `The key \`${name}\` stands here twice. Take one out.`);
        continue;
      }
      const part = this.build(pair.value as Node | null, offset);
      keys.set(name, offset);
      inner.set(name, part.place);
      value[name] = part.value;
      parts.push(part);
    }
    return joined(value, { offset: start, keys, inner }, parts);
  }

  #standsFor(name: string, start: number): Built {
    const meant = this.#anchors.get(name);
    if (meant === 'open') {
      this.#problem(start, `\`*${name}\` stands inside what it stands for. Write the value out.`);
    } else if (!meant) {
      this.#problem(start, `Nothing before this is marked \`&${name}\`. Write the value out.`);
    }
    return typeof meant === 'object' ? meant : leaf(null, start);
  }

  /** Puts nothing in the place of a value that grew beyond the limits. */
  #within(built: Built, start: number): Built {
    if (built.weight > LIMITS.values) {
      this.#problem(
        start,
        `With its aliases written out this holds more than ${LIMITS.values} values. Take aliases out or split it up.`,
      );
      return leaf(null, start);
    }
    if (built.depth > LIMITS.depth) {
      this.#problem(
        start,
        `Lists and maps nest more than ${LIMITS.depth} deep here. Flatten them.`,
      );
      return leaf(null, start);
    }
    return built;
  }

  #problem(offset: number, message: string): void {
    this.problems.push({ offset, message });
  }
}

function leaf(value: unknown, offset: number): Built {
  return { value, place: { offset }, weight: 1, depth: 0 };
}

function joined(value: unknown, place: Place, parts: readonly Built[]): Built {
  let weight = 1;
  let depth = 0;
  for (const part of parts) {
    weight += part.weight;
    depth = Math.max(depth, part.depth);
  }
  return { value, place, weight, depth: depth + 1 };
}
