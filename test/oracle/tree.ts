import { type AnyEvent, FOREVER, type Instant, type UnitKey } from '#lib/domain';
import { isCountingFact } from './log.js';

/** What the counting events say of the units and their tree. */
export class Tree {
  readonly units: readonly UnitKey[];
  private readonly beginnings: ReadonlyMap<UnitKey, Instant>;
  private readonly byUnit = new Map<UnitKey, AnyEvent[]>();

  /** @param events counting events, in order */
  constructor(private readonly events: readonly AnyEvent[]) {
    this.units = events.flatMap((one) => (one.type === 'unit.registered' && one.unit) || []);
    for (const one of events) {
      if (one.unit === null || !one.type.startsWith('unit.')) continue;
      this.byUnit.set(one.unit, [...(this.byUnit.get(one.unit) ?? []), one]);
    }
    this.beginnings = this.findBeginnings();
  }

  /**
   * When a unit begins: the earliest of its registration and of the counting facts of its own and
   * of those that are its descendants at the fact's instant.
   * @source model-format: Beginning
   */
  beginning(unit: UnitKey): Instant {
    return this.beginnings.get(unit) ?? FOREVER;
  }

  /** Whether a unit has begun and is not retired. */
  exists(unit: UnitKey, at: Instant): boolean {
    if (at < this.beginning(unit)) return false;
    const last = this.of(unit)
      .filter((one) => one.effectiveAt <= at)
      .findLast((one) => /retired|merged|reinstated/.test(one.type));
    return last === undefined || last.type === 'unit.reinstated';
  }

  parent(unit: UnitKey, at: Instant): UnitKey | null {
    return at < this.beginning(unit) ? null : this.pointer(unit, at);
  }

  /** From the nearest up. */
  ancestors(unit: UnitKey, at: Instant): readonly UnitKey[] {
    const parent = this.parent(unit, at);
    return parent === null ? [] : [parent, ...this.ancestors(parent, at)];
  }

  children(unit: UnitKey, at: Instant): readonly UnitKey[] {
    return this.units.filter((one) => this.parent(one, at) === unit);
  }

  descendants(unit: UnitKey, at: Instant): readonly UnitKey[] {
    return this.children(unit, at).flatMap((child) => [child, ...this.descendants(child, at)]);
  }

  /** The first kind applies from the beginning, like the first parent; then the last change's. */
  kind(unit: UnitKey, at: Instant): string | undefined {
    let kind: string | undefined;
    for (const one of this.of(unit)) if (one.type === 'unit.registered') kind = one.data.kind;
    for (const one of this.of(unit)) {
      if (one.type === 'unit.changed' && one.effectiveAt <= at) kind = one.data.kind ?? kind;
    }
    return kind;
  }

  /** Where the registration and the moves up to an instant put a unit, begun or not. */
  private pointer(unit: UnitKey, at: Instant): UnitKey | null {
    let parent: UnitKey | null = null;
    for (const one of this.of(unit)) if (one.type === 'unit.registered') parent = one.data.parent;
    for (const one of this.of(unit)) {
      if (one.type === 'unit.moved' && one.effectiveAt <= at) parent = one.data.parent;
    }
    return parent;
  }

  private of(unit: UnitKey): readonly AnyEvent[] {
    return this.byUnit.get(unit) ?? [];
  }

  /** A fact begins its unit and, since that unit then has a parent, all those above it. */
  private findBeginnings(): ReadonlyMap<UnitKey, Instant> {
    const beginnings = new Map<UnitKey, Instant>();
    for (const one of this.events) {
      if (one.type === 'unit.registered' && one.unit) beginnings.set(one.unit, one.effectiveAt);
    }
    for (const one of this.events.filter(isCountingFact)) {
      for (let unit = one.unit; unit !== null; unit = this.pointer(unit, one.effectiveAt)) {
        const known = beginnings.get(unit);
        if (known !== undefined) beginnings.set(unit, Math.min(known, one.effectiveAt));
      }
    }
    return beginnings;
  }
}
