import {
  BEGINNING_OF_TIME,
  type CountedSpan,
  type CountedSpans,
  FOREVER,
  type ModelId,
  type Position,
  type Span,
  type UnitKey,
} from '#lib/domain';
import type { RollupReading } from '../rollups/rollups.js';
import type { TreeColumns } from '../rollups/tree-columns.js';

/**
 * The stretches in which a unit and the units below it, by the tree at each time, have a standing in
 * a model, as known at the moment of a reading.
 */
export async function countedUnits(
  reading: RollupReading,
  unit: UnitKey,
  model: ModelId,
): Promise<CountedSpans> {
  const chart = await reading.organisation();
  const top = chart.indexOf(unit);
  if (top === undefined) return [];
  const belonging = new Belonging(top, await reading.tree(), reading.moment.position);
  const segments = await reading.segments(model, [top, ...belonging.below()]);
  return {
    forEach: (visit: (span: CountedSpan) => void) => {
      // one object for all: there may be hundreds of thousands of stretches
      const span = { from: 0, until: 0, ordinal: null as number | null };
      segments.each((number, from, until, { ordinal }) => {
        if (!chart.sees(number)) return;
        span.ordinal = ordinal;
        for (const within of number === top ? ALWAYS : belonging.spans(number)) {
          span.from = Math.max(from, within.from);
          span.until = Math.min(until, within.until);
          if (span.from < span.until) visit(span);
        }
      });
    },
  };
}

const ALWAYS: readonly Span[] = [{ from: BEGINNING_OF_TIME, until: FOREVER }];
const NEVER: readonly Span[] = [];

/** Knows when which unit lay below one, as known at a position; units are numbers. */
class Belonging {
  readonly #rows: Chains;
  readonly #children: Chains;
  readonly #spans: (readonly Span[] | undefined)[] = [];

  constructor(
    private readonly top: number,
    private readonly tree: TreeColumns,
    position: Position,
  ) {
    const { unit, parent, knownFrom, knownUntil } = tree;
    const known = (row: number) =>
      (knownFrom[row] as number) <= position && position < (knownUntil[row] as number);
    this.#rows = new Chains(unit, known);
    this.#children = new Chains(parent, known);
  }

  /** The units that ever lay below. */
  below(): readonly number[] {
    const found = new Set<number>();
    const open = [this.top];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      this.#children.each(unit, (row) => {
        const child = this.tree.unit[row] as number;
        if (found.has(child) || child === this.top) return;
        found.add(child);
        open.push(child);
      });
    }
    return [...found];
  }

  /** When a unit lay below. */
  spans(unit: number): readonly Span[] {
    const kept = this.#spans[unit];
    if (kept) return kept;
    // moves that close a circle are refused; should one be recorded, the walk ends here
    this.#spans[unit] = NEVER;
    let spans = NEVER;
    const { parent, from, until } = this.tree;
    this.#rows.each(unit, (row) => {
      const above = parent[row] as number;
      const [begins, ends] = [from[row] as number, until[row] as number];
      const own =
        above === this.top
          ? [{ from: begins, until: ends }]
          : above < 0
            ? NEVER
            : cut(this.spans(above), begins, ends);
      spans = spans.length === 0 ? own : [...spans, ...own];
    });
    this.#spans[unit] = spans;
    return spans;
  }
}

/** Rows by a number that each of them has. */
class Chains {
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  /** @param numbers one for each row; below 0: in no chain */
  constructor(numbers: ArrayLike<number>, counts: (row: number) => boolean) {
    let most = -1;
    for (let row = 0; row < numbers.length; row++) most = Math.max(most, numbers[row] as number);
    this.#first = new Int32Array(most + 1).fill(-1);
    this.#next = new Int32Array(numbers.length).fill(-1);
    for (let row = 0; row < numbers.length; row++) {
      const number = numbers[row] as number;
      if (number < 0 || !counts(row)) continue;
      this.#next[row] = this.#first[number] as number;
      this.#first[number] = row;
    }
  }

  each(number: number, visit: (row: number) => void): void {
    for (let row = this.#first[number] ?? -1; row >= 0; row = this.#next[row] as number) visit(row);
  }
}

/** The parts of spans within others; the spans themselves where nothing is cut off. */
function cut(spans: readonly Span[], from: number, until: number): readonly Span[] {
  if (spans.every((span) => from <= span.from && span.until <= until)) return spans;
  return spans.flatMap((span) => {
    const shared = { from: Math.max(span.from, from), until: Math.min(span.until, until) };
    return shared.from < shared.until ? [shared] : NEVER;
  });
}
