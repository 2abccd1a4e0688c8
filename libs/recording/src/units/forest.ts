import {
  type AnyEvent,
  type EventId,
  type Instant,
  type UnitKey,
  type UnitSegment,
  type UnitTimeline,
  unitTimeline,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';

/** The units of a program through time as known at the head, loaded as they are asked for, plus drafts put on top. */
export class Forest {
  readonly #events = new Map<UnitKey, readonly AnyEvent[]>();
  readonly #timelines = new Map<UnitKey, UnitTimeline | undefined>();
  readonly #drafts = new Set<EventId>();

  constructor(private readonly known: Known) {}

  /** Loads what is not loaded yet, in one statement. */
  async load(units: Iterable<UnitKey>): Promise<void> {
    const missing = [...new Set(units)].filter((unit) => !this.#events.has(unit));
    if (missing.length === 0) return;
    const byUnit = new Map<UnitKey, AnyEvent[]>(missing.map((unit) => [unit, []]));
    for (const event of await this.known.eventsOf(missing)) {
      if (event.unit !== null) byUnit.get(event.unit)?.push(event);
    }
    for (const [unit, events] of byUnit) this.#events.set(unit, events);
  }

  /** What a unit is through time; undefined when it is not registered. */
  async timeline(unit: UnitKey): Promise<UnitTimeline | undefined> {
    await this.load([unit]);
    if (!this.#timelines.has(unit)) {
      this.#timelines.set(unit, unitTimeline(unit, this.#events.get(unit) ?? []));
    }
    return this.#timelines.get(unit);
  }

  /** The events of a unit, drafts included. */
  async events(unit: UnitKey): Promise<readonly AnyEvent[]> {
    await this.load([unit]);
    return this.#events.get(unit) ?? [];
  }

  /** Puts drafts about one unit on top of what is known. */
  async add(unit: UnitKey, drafts: readonly EventDraft[]): Promise<void> {
    const events = this.known.asEvents(drafts, this.#drafts.size);
    for (const { id } of events) this.#drafts.add(id);
    this.#events.set(unit, [...(await this.events(unit)), ...events]);
    this.#timelines.delete(unit);
  }

  /** Whether an event is a draft of ours, and so not in the log yet. */
  isDraft(event: EventId): boolean {
    return this.#drafts.has(event);
  }

  /** Whether a unit is registered by drafts alone. */
  isNew(unit: UnitKey): boolean {
    const registered = this.#events.get(unit)?.find(({ type }) => type === 'unit.registered');
    return registered !== undefined && this.isDraft(registered.id);
  }

  /** Whether `unit` is `parent` or lies above it at some time in [from, until). */
  async liesAbove(unit: UnitKey, parent: UnitKey, from: Instant, until: Instant): Promise<boolean> {
    let level = [{ unit: parent, from, until }];
    const seen = new Set<string>();
    while (level.length > 0) {
      if (level.some((step) => step.unit === unit)) return true;
      await this.load(level.map((step) => step.unit));
      const above: typeof level = [];
      for (const step of level) {
        for (const segment of (await this.timeline(step.unit))?.segments ?? []) {
          const next = narrowed(step, segment);
          if (!next || seen.has(`${next.unit} ${next.from} ${next.until}`)) continue;
          seen.add(`${next.unit} ${next.from} ${next.until}`);
          above.push(next);
        }
      }
      level = above;
    }
    return false;
  }
}

function narrowed(step: { from: Instant; until: Instant }, segment: UnitSegment) {
  if (segment.parent === null) return undefined;
  const from = Math.max(step.from, segment.from);
  const until = Math.min(step.until, segment.until);
  return from < until ? { unit: segment.parent, from, until } : undefined;
}
