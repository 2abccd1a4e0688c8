import {
  BEGINNING_OF_TIME,
  type Dictionary,
  Evaluator,
  FOREVER,
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
import type { CatalogueHistory, KnownCatalogue } from '../catalogue-reader.js';
import { apart, followed } from './handed-down.js';
import { RowHistory } from '../rows.js';
import {
  loadStandingRows,
  type Part,
  sameStanding,
  type StandingRow,
  standingRowsOf,
  writeStandings,
} from './standing-rows.js';
import { type Behind, isHandedDown, type Touch, Touching } from './touching.js';
import type { World } from '../world.js';

export type { Behind } from './touching.js';

/** Well below the limit of the shortest transaction. @source decision 0007 */
const SILENT_AT_MOST_MS = 500;

/** By unit: the models in which what is handed down may count where it stands; the others stay. */
export type Counted = ReadonlyMap<UnitKey, ReadonlySet<ModelId>>;

type Touches = ReadonlyMap<UnitKey, ReadonlyMap<Position, Touch>>;

/** A unit at a position that may touch it. */
interface Turn {
  readonly unit: UnitKey;
  readonly position: Position;
  readonly touch: Touch;
  readonly known: KnownCatalogue;
  /** All units that the position may touch. */
  others(): readonly UnitKey[];
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
  #shownAt = performance.now();
  readonly #shared = new Map<Position, Evaluator>();

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
  async bring(units: readonly Behind[], upTo: Position, counted?: Counted): Promise<void> {
    const touches = await this.touches(units, upTo);
    // units that were never written have no rows yet
    const written = units.filter(({ from }) => from > 0).map(({ unit }) => unit);
    if (written.length > 0) {
      const part = partOf(touches);
      for (const row of await loadStandingRows(this.tx, this.program, written, part)) {
        this.historyOf(row.unit, row.model, row);
      }
    }
    await this.follow(touches, counted);
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
    const models = followed(evaluator.expressions, known, unit).flatMap(
      (id) => known.view.models.get(id) ?? [],
    );
    return { unit, models, evaluator, dictionary: known.view.dictionary };
  }

  private async touches(units: readonly Behind[], upTo: Position): Promise<Touches> {
    const { index } = await this.catalogue.at(upTo);
    const touching = new Touching(this.world, this.catalogue, index.countsUnits);
    const touches = new Map<UnitKey, ReadonlyMap<Position, Touch>>();
    for (const behind of units) {
      touches.set(behind.unit, await touching.of(behind, upTo));
      await this.showLife();
    }
    return touches;
  }

  private async follow(touches: Touches, counted: Counted | undefined): Promise<void> {
    const together = new Map<Position, UnitKey[]>();
    for (const [unit, found] of touches) {
      for (const position of found.keys()) {
        const others = together.get(position);
        if (others) others.push(unit);
        else together.set(position, [unit]);
      }
    }
    for (const [unit, found] of touches) {
      for (const [position, touch] of [...found].sort(([a], [b]) => a - b)) {
        const known = await this.catalogue.at(position);
        const others = () => together.get(position) ?? [];
        this.become({ unit, position, touch, known, others }, counted?.get(unit));
        await this.showLife();
      }
      // of many units, what was read is let go of before the next
      if (touches.size > 1) this.#evaluators.delete(unit);
    }
    this.#shared.clear();
  }

  /**
   * The server ends a transaction whose client is silent, or that lasts too long. One that computes
   * for many facts or units says that it lives, and is then held to its silence alone.
   */
  private async showLife(): Promise<void> {
    const now = performance.now();
    if (now - this.#shownAt < SILENT_AT_MOST_MS) return;
    this.#shownAt = now;
    await this.tx.query('SET LOCAL transaction_timeout = 0');
  }

  private become(turn: Turn, counted: ReadonlySet<ModelId> | undefined): void {
    const { unit, position, touch, known } = turn;
    if (isHandedDown(touch) && touch.answers.size === 0) {
      this.#evaluators.delete(unit);
      return;
    }
    const { evaluator, models } = this.read(turn, counted);
    const follows = followed(evaluator.expressions, known, unit);
    for (const id of follows) {
      const model = known.view.models.get(id);
      const since = models === 'all' ? BEGINNING_OF_TIME : models.get(id);
      if (!model || since === undefined) continue;
      const whole = since === BEGINNING_OF_TIME;
      const timeline = whole
        ? evaluator.timeline(model, unit)
        : evaluator.timelineFrom(model, unit, since);
      const rows = standingRowsOf(unit, model, timeline, position);
      if (whole) this.historyOf(unit, id).become(position, rows);
      else this.historyOf(unit, id).becomeFrom(position, since, rows);
    }
    if (models !== 'all') return;
    for (const [id, history] of this.#rows.get(unit) ?? []) {
      if (!follows.includes(id)) history.become(position, []);
    }
  }

  /** The models in which a unit may stand otherwise since a position and the instants from which it may, and what answers for it there. */
  private read(
    turn: Turn,
    counted: ReadonlySet<ModelId> | undefined,
  ): { evaluator: Evaluator; models: ReadonlyMap<ModelId, Instant> | 'all' } {
    const { unit, position, touch, known } = turn;
    const kept = this.#evaluators.get(unit);
    const models = new Map<ModelId, Instant>();
    for (const id of [...touch.models, ...touch.answers.keys()]) models.set(id, BEGINNING_OF_TIME);
    const [milestone, ...more] = touch.milestones;
    const alone = milestone !== undefined && more.length === 0 && !touch.tree && !touch.whole;
    if (kept && alone && !touch.followed) {
      return { evaluator: this.evaluatorAfter(unit, position, known, milestone), models };
    }
    if (touch.whole || touch.models.size > 0) {
      const whole = touch.whole || touch.followed;
      return { evaluator: this.evaluator(unit, position, known), models: whole ? 'all' : models };
    }
    // handed down: read once for all who get it
    this.#evaluators.delete(unit);
    const before = this.shared(position - 1, turn);
    const evaluator = this.shared(position, turn);
    if (touch.followed) {
      const [old, now] = [before, evaluator].map((one) =>
        followed(one.expressions, known, unit).join(),
      );
      if (old !== now) return { evaluator, models: 'all' };
    }
    for (const [model, questions] of touch.answers) {
      models.delete(model);
      if (counted && !counted.has(model)) continue;
      const froms = [...questions].flatMap(
        (one) => apart(before.expressions, evaluator.expressions, unit, one)[0]?.from ?? [],
      );
      if (froms.length > 0) models.set(model, Math.min(...froms));
    }
    return { evaluator, models };
  }

  /** What answers for all units that a position touches, as known at another. */
  private shared(at: Position, { known: { view }, others }: Turn): Evaluator {
    let evaluator = this.#shared.get(at);
    if (!evaluator) {
      const units = new Set(others().flatMap((unit) => [unit, ...this.world.everAbove(unit)]));
      evaluator = new Evaluator(view.dictionary, this.world.facts(units, at));
      this.#shared.set(at, evaluator);
    }
    return evaluator;
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
}

/** The rows that are needed for what touches some units; undefined: all. */
function partOf(touches: Touches): Part | undefined {
  const models = new Set<ModelId>();
  let since: Instant = FOREVER;
  for (const found of touches.values()) {
    for (const touch of found.values()) {
      if (!isHandedDown(touch)) return undefined;
      for (const model of touch.answers.keys()) models.add(model);
      since = Math.min(since, touch.since);
    }
  }
  return { models: [...models], since };
}
