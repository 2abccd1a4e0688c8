import {
  type AnyEvent,
  FOREVER,
  foldFacts,
  type Instant,
  lineAt,
  type Position,
  type ProgramId,
  sameUnitState,
  Tree,
  type UnitKey,
  unitTimeline,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { baseOf, byId, type EventsById } from '../base.js';
import { RowHistory } from '../rows.js';
import { endStateRows, insertStateRows, type StateRow, stateRowsOf } from './state-rows.js';
import { type EventSource, everBelow, World } from '../world.js';

const COUNTING = ['milestone.achieved', 'milestone.lapsed', 'milestone.assessed'];

/**
 * Keeps the organisation tree: `unit_state`, bitemporal, and `unit`, as it is known now. It runs in
 * the append's transaction, so the tree is never behind the log.
 */
export class TreeProjection {
  readonly #histories = new Map<UnitKey, RowHistory<StateRow>>();
  readonly #ids = new Map<UnitKey, EventsById>();
  readonly #changedUnits = new Set<UnitKey>();

  constructor(
    private readonly tx: Tx,
    private readonly source: EventSource,
    private readonly program: ProgramId,
    private readonly world: World,
  ) {}

  /** Takes events in log order; the world must hold them, their units and every parent they name. */
  async apply(events: readonly AnyEvent[]): Promise<void> {
    for (const event of events) {
      if (event.unit !== null) await this.applyTo(event.unit, event);
    }
    await this.flush();
  }

  private async applyTo(unit: UnitKey, event: AnyEvent): Promise<void> {
    const base = baseOf(event, this.idsOf(unit));
    if (base.about === 'milestone') {
      if (base.countsAt === null) return;
      await this.factCounts(unit, event, base.countsAt);
    } else if (base.about !== 'other') {
      this.#changedUnits.add(unit);
      const known = this.world.beginning(unit, event.position);
      this.rewrite(unit, event.position, known === FOREVER ? event.effectiveAt : known);
      if (base.about === 'move') await this.moved(unit, event.position, base.at);
    }
  }

  private async factCounts(unit: UnitKey, event: AnyEvent, at: Instant): Promise<void> {
    const { position } = event;
    const begins = (one: UnitKey) => this.world.beginning(one, position);
    const all = [unit, ...this.world.everAbove(unit)];
    // nothing begins later by a fact, nor by taking one back before which all had begun
    const settled =
      event.type === 'event.retracted'
        ? all.every((one) => begins(one) < at)
        : all.every((one) => begins(one) <= at);
    if (settled) return;
    const own = this.world.unitFacts(unit, position);
    if (!own) return;
    const around = this.world.facts(all, position);
    const line = [unit, ...lineAt(around, own, at)];
    if (event.type === 'event.retracted') {
      const reach = line.filter((above) => this.world.beginning(above, position) >= at);
      await this.beginAgain(reach, position);
    } else {
      for (const above of line) {
        if (at < this.world.beginning(above, position)) this.rewrite(above, position, at);
      }
    }
  }

  private idsOf(unit: UnitKey): EventsById {
    let ids = this.#ids.get(unit);
    if (!ids) this.#ids.set(unit, (ids = byId(this.world.eventsOf(unit))));
    return ids;
  }

  /** A move shifts beginnings only where facts below it count from its date on. */
  private async moved(unit: UnitKey, position: Position, at: Instant): Promise<void> {
    const above = [...this.world.everAbove(unit)];
    // what began before the move did so by a fact, its own or from below, that the move leaves where it was
    if (above.every((one) => this.world.beginning(one, position) < at)) return;
    await this.flush();
    const below = await everBelow(this.tx, this.program, [unit]);
    const [found] = await this.tx.query<{ later: boolean }>(
      `SELECT EXISTS (SELECT FROM event WHERE program_id = $1 AND unit = ANY ($2) AND type = ANY ($3)
         AND effective_at >= to_timestamp($4::double precision / 1000) AND position <= $5) AS later`,
      [this.program, below, COUNTING, at, position],
    );
    if (found?.later) await this.beginAgain(above, position);
  }

  /** Finds beginnings anew from the facts of everything below. */
  private async beginAgain(units: readonly UnitKey[], position: Position): Promise<void> {
    if (units.length === 0) return;
    await this.flush();
    const below = await World.load(this.tx, this.source, this.program, {
      units,
      upTo: position,
      reach: { below: true },
    });
    const tree = new Tree(
      foldFacts(below.units.flatMap((unit) => below.eventsOf(unit)).sort(inLogOrder)),
    );
    for (const unit of units) this.rewrite(unit, position, tree.beginning(unit));
  }

  private rewrite(unit: UnitKey, position: Position, beginning: Instant): void {
    const events = this.world.eventsOf(unit).filter((event) => event.position <= position);
    const timeline = unitTimeline(unit, events);
    if (!timeline) return;
    let history = this.#histories.get(unit);
    if (!history) {
      const standing = (this.world.states.get(unit) ?? []).filter(
        (row) => row.knownUntil > position,
      );
      this.#histories.set(unit, (history = new RowHistory(standing, sameUnitState)));
    }
    history.become(position, stateRowsOf(unit, timeline, beginning, position));
    const rows = this.world.states.get(unit) ?? [];
    this.world.states.set(unit, [...new Set([...rows, ...history.standing])]);
  }

  private async flush(): Promise<void> {
    if (this.#histories.size === 0) return;
    const changes = [...this.#histories.values()].map((history) => history.changes());
    this.#histories.clear();
    const [ended, added] = [
      changes.flatMap((one) => one.ended),
      changes.flatMap((one) => one.added),
    ];
    await endStateRows(this.tx, this.program, ended);
    await insertStateRows(this.tx, this.program, added);
    await this.writeUnits([...this.#changedUnits]);
    this.#changedUnits.clear();
  }

  private async writeUnits(units: readonly UnitKey[]): Promise<void> {
    const rows = units.flatMap((unit) => {
      const timeline = unitTimeline(unit, this.world.eventsOf(unit));
      const state = timeline?.segments[timeline.segments.length - 1];
      return timeline && state ? [{ unit, timeline, state }] : [];
    });
    if (rows.length === 0) return;
    await this.tx.query(
      `INSERT INTO unit (program_id, unit, version, name, kind, parent, tags, models, owner, retired)
       SELECT $1, unit, version, name, kind, parent, ARRAY(SELECT jsonb_array_elements_text(tags)),
              ARRAY(SELECT jsonb_array_elements_text(models)), owner, retired
         FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[], $9::jsonb[], $10::boolean[])
           AS row (unit, version, name, kind, parent, tags, models, owner, retired)
       ON CONFLICT (program_id, generation, unit) DO UPDATE SET name = excluded.name, kind = excluded.kind,
         parent = excluded.parent, tags = excluded.tags, models = excluded.models,
         owner = excluded.owner, retired = excluded.retired`,
      [
        this.program,
        rows.map(({ unit }) => unit),
        rows.map(({ unit }) => this.world.eventsOf(unit).length),
        rows.map(({ state }) => state.name),
        rows.map(({ state }) => state.kind),
        rows.map(({ state }) => state.parent),
        rows.map(({ state }) => JSON.stringify(state.tags)),
        rows.map(({ timeline }) => JSON.stringify(timeline.models)),
        rows.map(({ timeline }) => (timeline.owner ? JSON.stringify(timeline.owner) : null)),
        rows.map(({ state }) => state.retired),
      ],
    );
  }
}

function inLogOrder(a: AnyEvent, b: AnyEvent): number {
  return a.position - b.position;
}
