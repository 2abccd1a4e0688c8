import type { Instant, MaturityModel, ModelId, Position, UnitKey } from '#lib/domain';
import type { Moments } from '../moment.js';
import type { OrganisationAt } from '../rollups/organisation.js';
import { type Reason, Reasons } from '../rollups/reasons.js';
import type { RollupReading } from '../rollups/rollups.js';
import type { RestatedFigure } from './restated-figures.js';
import type { RestatedTarget } from './restated-targets.js';

/** A unit that is known by now to have stood elsewhere in a model, or to have lain elsewhere. */
export interface Moved {
  readonly unit: number;
  readonly model: MaturityModel;
  /** At which date. */
  readonly asOf: Instant;
  /** The ordinals it was counted at then and is by now; undefined: it was not, or is not. */
  readonly ordinals: readonly (number | null | undefined)[];
}

/** So many units are looked at for the facts that moved them. */
const EXPLAINED = 500;
/** So many facts are named of one figure. */
const FACTS = 10;

/** Finds the facts responsible for figures that read differently. */
export class RestatedFacts {
  readonly #found = new Map<string, Promise<readonly Reason[]>>();

  private constructor(
    private readonly reasons: Reasons,
    private readonly moved: readonly Moved[],
    /** The trees of that date, as known then and by now. */
    private readonly charts: readonly OrganisationAt[],
    private readonly known: { readonly was: Position; readonly is: Position },
    /** Units that are not looked at, since there are too many. */
    readonly unexplained: number,
  ) {}

  static async about(
    reading: RollupReading,
    moments: Moments,
    was: Position,
    charts: readonly OrganisationAt[],
    moved: readonly Moved[],
    targets: readonly RestatedTarget[],
  ): Promise<RestatedFacts> {
    const chart = charts.at(-1) as OrganisationAt;
    const units = new Set(moved.map(({ unit }) => chart.keyOf(unit)));
    const kept = new Set([...units].slice(0, EXPLAINED));
    const some = [...new Set([...kept, ...targets.map(({ unit }) => unit)])];
    const reasons = await Reasons.about(reading, chart, moments, some);
    const known = { was, is: reading.moment.position };
    const looked = moved.filter(({ unit }) => kept.has(chart.keyOf(unit)));
    return new RestatedFacts(reasons, looked, charts, known, units.size - kept.size);
  }

  /** The facts behind one figure, the latest known last. */
  async of(figure: RestatedFigure): Promise<readonly Reason[]> {
    const inside = this.subtree(figure.unit);
    const facts = new Map<string, Reason>();
    for (const one of this.moved) {
      if (!inside.has(one.unit) || !fits(figure, one)) continue;
      for (const fact of await this.behind(one)) {
        if (figure.figure !== 'below' || fact.type.startsWith('unit.')) facts.set(fact.event, fact);
      }
      if (facts.size >= FACTS) break;
    }
    return [...facts.values()].slice(0, FACTS);
  }

  /** The facts behind one target. */
  async ofTarget(target: RestatedTarget, model: MaturityModel | undefined, asOf: Instant) {
    const { about, unit } = target;
    const { was, is } = this.known;
    if ('milestone' in about) {
      return this.reasons.learntAbout(unit, about.milestone, { after: was, upTo: is, asOf });
    }
    if (typeof target.was === 'number' || typeof target.is === 'number') return this.of(target);
    if (!model) return [];
    return this.reasons.restated(unit, model, { asOf, position: was }, { asOf, position: is });
  }

  private behind({ unit, model, asOf }: Moved): Promise<readonly Reason[]> {
    const chart = this.charts.at(-1) as OrganisationAt;
    const name = `${unit} ${model.id} ${asOf}`;
    let found = this.#found.get(name);
    if (!found) {
      const { was, is } = this.known;
      const sides = [
        { asOf, position: was },
        { asOf, position: is },
      ] as const;
      this.#found.set(name, (found = this.reasons.restated(chart.keyOf(unit), model, ...sides)));
    }
    return found;
  }

  private subtree(unit: UnitKey): ReadonlySet<number> {
    return new Set(
      this.charts.flatMap((chart) => {
        const top = chart.indexOf(unit);
        return top === undefined ? [] : chart.below(top);
      }),
    );
  }
}

/** Whether a unit that moved bears on a figure of its subtree. */
function fits({ figure, model, stage }: RestatedFigure, moved: Moved): boolean {
  if (model !== null && moved.model.id !== (model as ModelId)) return false;
  if (figure === 'stage') return moved.ordinals.includes(stage?.ordinal);
  return true;
}
