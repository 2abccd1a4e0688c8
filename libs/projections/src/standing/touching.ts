import {
  type AnyEvent,
  FOREVER,
  type Instant,
  type MilestoneKey,
  type ModelId,
  type Position,
  type UnitKey,
} from '#lib/domain';
import { type Base, baseOf, byId, type EventsById } from '../base.js';
import type { CatalogueHistory, KnownCatalogue } from '../catalogue-reader.js';
import { HandedDown, isNothing } from './handed-down.js';
import type { Inherited } from './read-index.js';
import type { World } from '../world.js';

/** A unit whose standings are written up to `from`. */
export interface Behind {
  readonly unit: UnitKey;
  readonly from: Position;
}

/** What may be different for a unit since a position. */
export interface Touch {
  /** Of which something became known that is read here. */
  readonly milestones: Set<MilestoneKey>;
  /** The tree around is not what it was. */
  tree: boolean;
  /** What it follows, when it exists, or how its models read: all of it. */
  whole: boolean;
  /** Models that read a fact that became known. */
  readonly models: Set<ModelId>;
  /** One above follows other models. */
  followed: boolean;
  /** Questions to those above that one of them answers otherwise. */
  readonly answers: Map<ModelId, Set<Inherited>>;
  /** No answer is another before that. */
  since: Instant;
}

/** Finds the positions at which anything may become different for a unit, and what. */
export class Touching {
  readonly #handed: HandedDown;
  readonly #ids = new Map<UnitKey, EventsById>();

  /** @param countsUnits whether a model counts the units below: then every event around a unit may touch it */
  constructor(
    private readonly world: World,
    private readonly catalogue: CatalogueHistory,
    private readonly countsUnits: boolean,
  ) {
    this.#handed = new HandedDown(world, catalogue);
  }

  /** What may be different for a unit at the positions after the one it is written to and up to another. */
  async of({ unit, from }: Behind, upTo: Position): Promise<ReadonlyMap<Position, Touch>> {
    const first = this.world.eventsOf(unit)[0]?.position ?? FOREVER;
    const after = Math.max(from, first - 1);
    const touches = new Touches();
    for (const position of this.catalogue.positions) {
      if (after < position && position <= upTo) touches.at(position).whole = true;
    }
    const within = { after, upTo };
    if (this.countsUnits) await this.ofAround(unit, within, touches);
    else await this.ofLine(unit, within, touches);
    return touches.found;
  }

  /** What a unit learns of itself, and what those above hand down to it. */
  private async ofLine(unit: UnitKey, within: Within, touches: Touches): Promise<void> {
    for (const event of this.eventsOf(unit, within)) {
      const { position } = event;
      if (event.type === 'unit.changed' && event.data.models === undefined) continue;
      const base = baseOf(event, this.idsOf(unit));
      if (base.about === 'milestone') {
        const { index } = await this.catalogue.at(position);
        touches.read(position, base.milestone, index.readers.get(base.milestone));
      } else if (base.about === 'move') {
        await this.hand(unit, position, touches);
      } else if (base.about === 'unit') {
        touches.at(position).whole = true;
      }
    }
    for (const position of this.shiftsOf(unit, within)) touches.at(position).whole = true;
    for (const above of this.world.everAbove(unit)) {
      for (const event of this.eventsOf(above, within)) {
        const { index } = await this.catalogue.at(event.position);
        const base = baseOf(event, this.idsOf(above));
        if (!handsDown(event, base, index)) continue;
        const milestone = base.about === 'milestone' ? base.milestone : undefined;
        await this.hand(above, event.position, touches, milestone);
      }
      for (const position of this.shiftsOf(above, within))
        await this.hand(above, position, touches);
    }
  }

  private async hand(
    above: UnitKey,
    position: Position,
    touches: Touches,
    milestone?: MilestoneKey,
  ): Promise<void> {
    if (this.catalogue.positions.includes(position)) return;
    const handed = await this.#handed.at(above, position);
    // where one above moved, what was read of the tree no longer holds, whatever it hands down
    if (isNothing(handed) && milestone !== undefined) return;
    const touch = touches.at(position);
    if (milestone === undefined) touch.tree = true;
    else touch.milestones.add(milestone);
    touch.followed ||= handed.followed;
    for (const [model, answers] of handed.answers) {
      const questions = touch.answers.get(model) ?? new Set();
      for (const { question, spans } of answers) {
        questions.add(question);
        for (const { from } of spans) touch.since = Math.min(touch.since, from);
      }
      touch.answers.set(model, questions);
    }
  }

  /** Where units are counted, by all that happens to any unit around. */
  private async ofAround(unit: UnitKey, within: Within, touches: Touches): Promise<void> {
    for (const one of this.world.units) {
      for (const position of this.shiftsOf(one, within)) touches.at(position).whole = true;
      for (const event of this.eventsOf(one, within)) {
        const base = baseOf(event, this.idsOf(one));
        if (base.about === 'other') continue;
        if (base.about !== 'milestone') {
          touches.at(event.position).whole = true;
          continue;
        }
        const { fromAbove, fromBelow, readers } = (await this.catalogue.at(event.position)).index;
        const afar = fromAbove.has(base.milestone) || fromBelow.has(base.milestone);
        if (one !== unit && !afar) continue;
        touches.read(event.position, base.milestone, readers.get(base.milestone));
      }
    }
  }

  private eventsOf(unit: UnitKey, { after, upTo }: Within): readonly AnyEvent[] {
    const events = this.world.eventsOf(unit);
    let first = events.length;
    while (first > 0 && (events[first - 1] as AnyEvent).position > after) first--;
    return events.slice(first).filter(({ position }) => position <= upTo);
  }

  /** Where another beginning of a unit became known. */
  private shiftsOf(unit: UnitKey, { after, upTo }: Within): readonly Position[] {
    return this.world.shifts(unit).filter((position) => after < position && position <= upTo);
  }

  private idsOf(unit: UnitKey): EventsById {
    let ids = this.#ids.get(unit);
    if (!ids) this.#ids.set(unit, (ids = byId(this.world.eventsOf(unit))));
    return ids;
  }
}

interface Within {
  readonly after: Position;
  readonly upTo: Position;
}

/** Whether a unit is touched by nothing but what is handed down to it. */
export function isHandedDown({ whole, followed, models }: Touch): boolean {
  return !whole && !followed && models.size === 0;
}

class Touches {
  readonly found = new Map<Position, Touch>();

  at(position: Position): Touch {
    let touch = this.found.get(position);
    if (!touch) {
      touch = {
        milestones: new Set(),
        tree: false,
        whole: false,
        models: new Set(),
        followed: false,
        answers: new Map(),
        since: FOREVER,
      };
      this.found.set(position, touch);
    }
    return touch;
  }

  /** Some models read a milestone of which something became known at a position. */
  read(position: Position, milestone: MilestoneKey, models: Iterable<ModelId> = []): void {
    for (const model of models) {
      const touch = this.at(position);
      touch.milestones.add(milestone);
      touch.models.add(model);
    }
  }
}

/** Whether an event about a unit may change what it hands down; its retirement does not. */
function handsDown(event: AnyEvent, base: Base, index: KnownCatalogue['index']): boolean {
  switch (base.about) {
    case 'milestone':
      return index.fromAbove.has(base.milestone);
    case 'move':
      return true;
    case 'unit':
      return (
        event.type === 'unit.registered' ||
        (event.type === 'unit.changed' && event.data.models !== undefined)
      );
    case 'other':
      return false;
  }
}
