import { isDeepStrictEqual } from 'node:util';
import type { UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';
import { countsFrom } from '../occurred.js';
import { Refusal } from '../refusal.js';
import { Forest } from '../units/forest.js';
import { draftsFor, requireModels, requireNameAndKind } from '../units/put-unit.js';
import { grow, unknownParent } from '../units/tree-rules.js';
import type { DecidedRow, RowDecider, RowOf, Rule } from './imported-row.js';

/** Rows in such an order that none stands before that of the unit it comes under, as far as that can be. */
export function parentsFirst(rows: readonly RowOf<'unit'>[]): readonly RowOf<'unit'>[] {
  const below = new Map<UnitKey, RowOf<'unit'>[]>();
  const listed = new Set(rows.map(({ unit }) => unit));
  const sorted: RowOf<'unit'>[] = [];
  for (const row of rows) {
    const { parent } = row.wish;
    if (!parent || !listed.has(parent)) sorted.push(row);
    else {
      const siblings = below.get(parent);
      if (siblings) siblings.push(row);
      else below.set(parent, [row]);
    }
  }
  // it grows while it is gone through
  for (const { unit } of sorted) {
    for (const row of below.get(unit) ?? []) sorted.push(row);
    below.delete(unit);
  }
  // those that close a circle are refused when they are decided
  return [...sorted, ...[...below.values()].flat()];
}

/** Units as a sheet lists them. */
export class UnitRows implements RowDecider<'unit'> {
  readonly #forest: Forest;
  /** Those that are decided by now. */
  readonly #decided = new Set<UnitKey>();
  /** The first row of each in the sheet. */
  readonly #listed = new Map<UnitKey, RowOf<'unit'>>();
  #named = 0;

  constructor(
    private readonly known: Known,
    private readonly id: string,
  ) {
    this.#forest = new Forest(known);
  }

  async load(rows: readonly RowOf<'unit'>[]): Promise<void> {
    const units = rows.flatMap(({ unit, wish }) => (wish.parent ? [unit, wish.parent] : [unit]));
    await this.#forest.load(units);
    for (const row of rows) {
      const before = this.#listed.get(row.unit);
      if (before === undefined || row.row < before.row) this.#listed.set(row.unit, row);
    }
  }

  async decide(listed: RowOf<'unit'>): Promise<DecidedRow> {
    const { unit, wish } = listed;
    this.#requireAlike(listed);
    if (this.#decided.has(unit)) return { drafts: [], outcome: 'unchanged' };
    this.#decided.add(unit);
    await this.#requireAbove(listed);
    const isNew = (await this.#forest.timeline(unit)) === undefined;
    const wished = await draftsFor(this.known, this.#forest, unit, wish);
    await grow(this.known, this.#forest, unit, wished);
    const drafts = wished.map((draft): EventDraft => ({ ...draft, ...this.#origin(unit) }));
    const outcome = drafts.length === 0 ? 'unchanged' : isNew ? 'new' : 'changed';
    return { drafts, outcome };
  }

  rules(row: RowOf<'unit'>): readonly Rule[] {
    const { known } = this;
    const { unit, wish } = row;
    return [
      { of: ['unit'], hold: () => this.#requireAlike(row) },
      {
        of: ['unit', 'name', 'kind'],
        hold: async () =>
          (await this.#forest.timeline(unit)) ? undefined : requireNameAndKind(unit, wish),
      },
      { of: ['parent'], hold: () => this.#requireAbove(row) },
      { of: ['models'], hold: () => requireModels(known, wish.models ?? []) },
      {
        of: ['occurredAt'],
        hold: () => countsFrom(wish.occurredAt, known.now, '/occurredAt'),
      },
    ];
  }

  /** @throws Refusal where the unit stands in a row before, and otherwise */
  #requireAlike({ row, unit, wish }: RowOf<'unit'>): void {
    const first = this.#listed.get(unit);
    if (!first || first.row === row || isDeepStrictEqual(first.wish, wish)) return;
    const message = `"${unit}" stands in row ${first.row} too, and otherwise. Leave one of them.`;
    throw new Refusal('unit-incomplete', message, '/unit');
  }

  /** @throws Refusal where the parent is not there: it would lie below the unit, or nobody registers it */
  async #requireAbove({ unit, wish: { parent } }: RowOf<'unit'>): Promise<void> {
    if (!parent || (await this.#forest.timeline(parent))) return;
    const circle = this.#circleAt(unit);
    if (circle === undefined) throw unknownParent();
    const message =
      circle.length === 1
        ? `"${parent}" is the unit itself: nothing lies below itself.`
        : `Here "${parent}" lies below "${unit}" as well: ${[...circle, unit].join(' under ')}. Give one of them another parent.`;
    throw new Refusal('parent-circle', message, '/parent');
  }

  /** The units from one upwards that come back to it, as the sheet lists them. */
  #circleAt(unit: UnitKey): readonly UnitKey[] | undefined {
    const above = new Set<UnitKey>();
    for (let at: UnitKey | null | undefined = unit; at && !above.has(at); ) {
      above.add(at);
      at = this.#listed.get(at)?.wish.parent;
      if (at === unit) return [...above];
    }
    return undefined;
  }

  #origin(unit: UnitKey) {
    this.#named += 1;
    return { source: 'urn:waymark:import:units', sourceId: `${this.id} ${unit} ${this.#named}` };
  }
}
