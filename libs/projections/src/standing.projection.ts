import {
  type AnyEvent,
  type Dictionary,
  Evaluator,
  FOREVER,
  followedModels,
  type Instant,
  type MaturityModel,
  type MilestoneKey,
  type ModelId,
  type Position,
  type ProgramId,
  type Standing,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { baseOf, byId, type EventsById } from './base.js';
import type { CatalogueHistory, KnownCatalogue } from './catalogue-reader.js';
import { RowHistory } from './rows.js';
import {
  loadStandingRows,
  sameStanding,
  type StandingRow,
  standingRowsOf,
  writeStandings,
} from './standing-rows.js';
import type { World } from './world.js';

/** What an event can move: some models by one milestone, or all that the unit follows. */
type Touched = { readonly milestone: MilestoneKey; readonly models: ReadonlySet<ModelId> } | 'all';

/** A unit whose standings are written up to `from`. */
export interface Behind {
  readonly unit: UnitKey;
  readonly from: Position;
}

/** A unit as known at one position: the models it follows, and what answers for them. */
export interface UnitSight {
  readonly unit: UnitKey;
  /** In force then, in the order in which they are followed. */
  readonly models: readonly MaturityModel[];
  readonly dictionary: Dictionary;
  readonly evaluator: Evaluator;
}

/** A unit's standings at an instant in the models it follows, in their order. */
export function standingsOf(
  { unit, models, evaluator }: UnitSight,
  at: Instant,
): readonly Standing[] {
  return models.flatMap((model) => evaluator.standing(model, unit, at) ?? []);
}

/** Brings the rows of `standing` of some units up to a position of the log. */
export class StandingProjection {
  readonly #rows = new Map<UnitKey, Map<ModelId, RowHistory<StandingRow>>>();
  readonly #evaluators = new Map<UnitKey, { position: Position; evaluator: Evaluator }>();
  readonly #ids = new Map<UnitKey, EventsById>();

  constructor(
    private readonly tx: Tx,
    private readonly program: ProgramId,
    private readonly world: World,
    private readonly catalogue: CatalogueHistory,
  ) {}

  /**
   * Writes what becomes of some units between the position each is written up to and `upTo`.
   * What is known changes only where an event touches a unit, so only those positions are looked at.
   */
  async bring(units: readonly Behind[], upTo: Position): Promise<void> {
    // units that were never written have no rows yet
    const written = units.filter(({ from }) => from > 0).map(({ unit }) => unit);
    if (written.length > 0) {
      for (const row of await loadStandingRows(this.tx, this.program, written)) {
        this.historyOf(row.unit, row.model, row);
      }
    }
    for (const behind of units) {
      await this.follow(behind, upTo);
      // of many units, what was read is let go of before the next
      if (units.length > 1) this.#evaluators.delete(behind.unit);
    }
    const histories = [...this.#rows.values()].flatMap((models) => [...models.values()]);
    const changes = histories.map((history) => history.changes());
    await writeStandings(this.tx, this.program, {
      ended: changes.flatMap(({ ended }) => ended),
      added: changes.flatMap(({ added }) => added),
      units: units.map(({ unit }) => unit),
      upTo,
    });
  }

  /** A unit's standings at an instant, as known at a position. */
  async standings(unit: UnitKey, at: Instant, knownAt: Position): Promise<readonly Standing[]> {
    return standingsOf(await this.sight(unit, knownAt), at);
  }

  /** All that can be asked about a unit as known at a position. */
  async sight(unit: UnitKey, knownAt: Position): Promise<UnitSight> {
    const known = await this.catalogue.at(knownAt);
    const evaluator = this.evaluator(unit, knownAt, known);
    const models = this.followed(unit, known, evaluator).flatMap(
      (id) => known.view.models.get(id) ?? [],
    );
    return { unit, models, evaluator, dictionary: known.view.dictionary };
  }

  private async follow({ unit, from }: Behind, upTo: Position): Promise<void> {
    const { index } = await this.catalogue.at(upTo);
    // before it begins, a unit has nobody above it and is not counted from above
    const around = index.countsUnits ? this.world.units : [unit, ...this.world.everAbove(unit)];
    let beginnings = this.beginnings(around, from);
    for (const [position, event] of await this.positions(unit, from, upTo, around)) {
      const known = await this.catalogue.at(position);
      const begin = this.beginnings(around, position);
      const touched = begin === beginnings ? this.touchedBy(unit, event, known) : 'all';
      beginnings = begin;
      if (touched) this.become(unit, position, touched, known);
    }
  }

  private beginnings(units: readonly UnitKey[], knownAt: Position): string {
    return units.map((unit) => this.world.beginning(unit, knownAt)).join();
  }

  private become(unit: UnitKey, position: Position, touched: Touched, known: KnownCatalogue): void {
    const evaluator =
      touched === 'all'
        ? this.evaluator(unit, position, known)
        : this.evaluatorAfter(unit, position, known, touched.milestone);
    const followed = this.followed(unit, known, evaluator);
    for (const id of followed) {
      const model = known.view.models.get(id);
      if (!model || (touched !== 'all' && !touched.models.has(id))) continue;
      const rows = standingRowsOf(unit, model, evaluator.timeline(model, unit), position);
      this.historyOf(unit, id).become(position, rows);
    }
    if (touched !== 'all') return;
    for (const [id, history] of this.#rows.get(unit) ?? []) {
      if (!followed.includes(id)) history.become(position, []);
    }
  }

  /** The positions at which something may touch a unit, with the event around it there. */
  private async positions(
    unit: UnitKey,
    from: Position,
    upTo: Position,
    around: readonly UnitKey[],
  ): Promise<readonly [Position, AnyEvent | undefined][]> {
    const at = new Map<Position, AnyEvent | undefined>();
    const within = (position: Position) => from < position && position <= upTo;
    const first = this.world.eventsOf(unit)[0]?.position ?? FOREVER;
    for (const one of around) {
      for (const event of this.world.eventsOf(one)) {
        if (within(event.position)) at.set(event.position, event);
      }
    }
    const shifts = around.flatMap((one) =>
      (this.world.states.get(one) ?? []).flatMap((row) => [row.knownFrom, row.knownUntil]),
    );
    for (const position of [...shifts, ...this.catalogue.positions]) {
      if (within(position) && !at.has(position)) at.set(position, undefined);
    }
    return [...at].filter(([position]) => position >= first).sort(([a], [b]) => a - b);
  }

  /** Undefined: nothing. */
  private touchedBy(
    unit: UnitKey,
    event: AnyEvent | undefined,
    known: KnownCatalogue,
  ): Touched | undefined {
    // a position without an event around the unit is one at which the catalogue changed
    if (!event) return 'all';
    const base = baseOf(event, this.idsOf(event.unit as UnitKey));
    if (base.about === 'other') return undefined;
    if (base.about !== 'milestone') return 'all';
    const { milestone } = base;
    const { fromAbove, fromBelow, readers } = known.index;
    if (event.unit !== unit && !fromAbove.has(milestone) && !fromBelow.has(milestone)) {
      return undefined;
    }
    const models = readers.get(milestone);
    return models && { milestone, models };
  }

  private followed(unit: UnitKey, known: KnownCatalogue, evaluator: Evaluator): readonly ModelId[] {
    const { tree, facts } = evaluator.expressions;
    return followedModels(facts, unit, known.view.program.models, (of) => tree.latestParent(of));
  }

  private evaluator(unit: UnitKey, position: Position, known: KnownCatalogue): Evaluator {
    const kept = this.#evaluators.get(unit);
    if (kept?.position === position) return kept.evaluator;
    const facts = this.world.factsAround(unit, position, { below: known.index.countsUnits });
    const evaluator = new Evaluator(known.view.dictionary, facts);
    this.#evaluators.set(unit, { position, evaluator });
    return evaluator;
  }

  /** As `evaluator`, where what is known differs from when it was asked last in one milestone only. */
  private evaluatorAfter(
    unit: UnitKey,
    position: Position,
    known: KnownCatalogue,
    milestone: MilestoneKey,
  ): Evaluator {
    const kept = this.#evaluators.get(unit);
    if (!kept || kept.position === position) return this.evaluator(unit, position, known);
    const facts = this.world.factsAround(unit, position, { below: known.index.countsUnits });
    const evaluator = kept.evaluator.after(facts, milestone);
    this.#evaluators.set(unit, { position, evaluator });
    return evaluator;
  }

  private historyOf(unit: UnitKey, model: ModelId, stored?: StandingRow): RowHistory<StandingRow> {
    let models = this.#rows.get(unit);
    if (!models) this.#rows.set(unit, (models = new Map()));
    let history = models.get(model);
    if (!history) models.set(model, (history = new RowHistory<StandingRow>([], sameStanding)));
    if (stored) history.isStored(stored);
    return history;
  }

  private idsOf(unit: UnitKey): EventsById {
    let ids = this.#ids.get(unit);
    if (!ids) this.#ids.set(unit, (ids = byId(this.world.eventsOf(unit))));
    return ids;
  }
}
