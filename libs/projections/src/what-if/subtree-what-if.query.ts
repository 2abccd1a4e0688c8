import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Instant,
  type MaturityModel,
  type ModelId,
  type ProgramId,
  type StageRef,
  supposeFacts,
  type UnitKey,
} from '#lib/domain';
import { TooMuchAsked } from '../errors.js';
import type { Moment } from '../moment.js';
import { type Figures, figuresOf, stageOf } from '../rollups/figures.js';
import { type RollupReading, Rollups } from '../rollups/rollups.js';
import { Plane } from '../rollups/segments.js';
import { loadFacts } from './load-facts.js';
import { Forecasts } from '../forecast/forecasts.js';
import { type AheadOfSubtree, forecastSubtree } from './forecast-subtree.js';
import { type Stood, standAt } from './stand.js';
import { type SubtreeWhatIf, type Supposed, suppositionsOf } from './suppositions.js';

/** What becomes of a subtree in one model. */
export interface ModelWhatIf {
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly title: string;
  /** As it stands now. */
  readonly before: Figures;
  /** As it would stand then if nothing were done. */
  readonly otherwise: Figures;
  /** As it would stand then once all that is supposed has happened. */
  readonly after: Figures;
  /** Units that would be at another stage than now. */
  readonly rise: number;
  readonly fall: number;
  /** When half of the subtree will be a stage further, where something changes; null at the last stage. */
  readonly forecast: AheadOfSubtree | null;
}

/** A unit that would be at another stage than now. */
export interface ChangedUnit {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly change: 'rises' | 'falls';
  readonly from: StageRef;
  readonly to: StageRef;
  /** Where it would stand if nothing were done. */
  readonly otherwise: StageRef | null;
}

/** A subtree before and after something that is only supposed. */
export interface SubtreeWhatIfAnswer extends Moment {
  readonly unit: UnitKey;
  /** What `after` and `otherwise` are as of. */
  readonly at: Instant;
  /** Units of the subtree, the unit itself among them. */
  readonly below: number;
  readonly supposed: readonly Supposed[];
  readonly models: readonly ModelWhatIf[];
  /** The first of them, by unit. */
  readonly changes: readonly ChangedUnit[];
}

/** A subtree before and after something that is only supposed; nothing is recorded. @throws UnknownUnit, TooMuchAsked, ProjectionBehind */
export class SubtreeWhatIfQuery extends Query<SubtreeWhatIfAnswer> {
  constructor(
    readonly program: ProgramId,
    readonly unit: UnitKey,
    readonly whatIf: SubtreeWhatIf,
    /** What `after` is as of; absent: when all that is supposed has happened. */
    readonly at?: Instant,
  ) {
    super();
  }
}

const UNITS_AT_MOST = 5_000;
const CHANGES_SHOWN = 500;

@QueryHandler(SubtreeWhatIfQuery)
export class SubtreeWhatIfQueryHandler implements IQueryHandler<SubtreeWhatIfQuery> {
  constructor(
    private readonly rollups: Rollups,
    private readonly forecasts: Forecasts,
  ) {}

  execute({ program, unit, whatIf, at: asked }: SubtreeWhatIfQuery): Promise<SubtreeWhatIfAnswer> {
    return this.rollups.read(program, {}, unit, async (reading) => {
      const { moment } = reading;
      const chart = await reading.organisation();
      const { supposed, suppositions } = suppositionsOf(chart, unit, whatIf, moment.asOf);
      const done = supposed.reduce((last, one) => Math.max(last, one.at), moment.asOf);
      const at = asked ?? done;
      const top = chart.indexOf(unit);
      const below = top === undefined ? [] : chart.below(top);
      requireFew(below.length);
      const units = below.map((index) => chart.keyOf(index)).sort();
      const now = Math.min(moment.asOf, at);
      const planes = await this.planes(reading, units, { suppositions, now, at });
      const models = reading.models().filter(({ id }) => planes.some((one) => one.has(id)));
      const changes = models.map((model) => changesIn(model, units, planes));
      const forecasts = new Map<ModelId, AheadOfSubtree>();
      for (const [index, model] of models.entries()) {
        if (changes[index]?.length === 0) continue;
        const places = placesIn(model, units, planes);
        const median = medianIn(model, units, planes);
        const found = await forecastSubtree(reading, this.forecasts, {
          unit,
          model,
          median,
          places,
        });
        if (found) forecasts.set(model.id, found);
      }
      return {
        unit,
        ...moment,
        asOf: now,
        at,
        below: units.length,
        supposed,
        models: models.map((model, index) => ({
          model: model.id,
          modelVersion: model.version,
          title: model.title,
          ...figuresIn(model, units, planes),
          rise: changes[index]?.filter(({ change }) => change === 'rises').length ?? 0,
          fall: changes[index]?.filter(({ change }) => change === 'falls').length ?? 0,
          forecast: forecasts.get(model.id) ?? null,
        })),
        changes: changes
          .flat()
          .sort((a, b) => (a.unit < b.unit ? -1 : Number(a.unit > b.unit)))
          .slice(0, CHANGES_SHOWN),
      };
    });
  }

  private async planes(
    { tx, program, moment, known }: RollupReading,
    units: readonly UnitKey[],
    { suppositions, now, at }: { suppositions: Suppositions; now: Instant; at: Instant },
  ): Promise<Planes> {
    const { view, index } = known;
    const facts = await loadFacts(tx, this.rollups.moments.log, program, {
      units,
      upTo: moment.position,
      reach: { below: index.countsUnits },
    });
    const followed = {
      models: view.models,
      byDefault: view.program.models,
      dictionary: view.dictionary,
    };
    const [before, otherwise] = standAt(facts, units, [now, at], followed);
    const [after] = standAt(supposeFacts(facts, suppositions), units, [at], followed);
    return [before as ByModel, otherwise as ByModel, after as ByModel];
  }
}

type Suppositions = ReturnType<typeof suppositionsOf>['suppositions'];
type ByModel = ReadonlyMap<ModelId, Stood>;
/** Before, otherwise and after. */
type Planes = readonly [ByModel, ByModel, ByModel];

const NOBODY: Stood = {
  plane: new Plane([], new Int32Array()),
  since: new Float64Array(),
};

function requireFew(units: number): void {
  if (units <= UNITS_AT_MOST) return;
  throw new TooMuchAsked(
    `What would become of ${units} units takes too long to evaluate at once; ${UNITS_AT_MOST} can be asked about. Ask for a unit further down.`,
  );
}

function figuresIn(model: MaturityModel, units: readonly UnitKey[], planes: Planes) {
  const numbers = units.map((_, index) => index);
  const [before, otherwise, after] = planes.map((one) =>
    figuresOf(model, (one.get(model.id) ?? NOBODY).plane, numbers),
  ) as [Figures, Figures, Figures];
  return { before, otherwise, after };
}

function changesIn(
  model: MaturityModel,
  units: readonly UnitKey[],
  planes: Planes,
): readonly ChangedUnit[] {
  const [before, otherwise, after] = planes.map((one) => (one.get(model.id) ?? NOBODY).plane) as [
    Plane,
    Plane,
    Plane,
  ];
  return units.flatMap((unit, index) => {
    const [from, to] = [before.ordinal(index), after.ordinal(index)];
    if (from < 0 || to < 0 || from === to) return [];
    const left = otherwise.ordinal(index);
    return [
      {
        unit,
        model: model.id,
        change: to > from ? ('rises' as const) : ('falls' as const),
        from: stageOf(model, from),
        to: stageOf(model, to),
        otherwise: left < 0 ? null : stageOf(model, left),
      },
    ];
  });
}

/** The lower median of where the units stand now; null when nobody does. */
function medianIn(model: MaturityModel, units: readonly UnitKey[], planes: Planes): number | null {
  return figuresIn(model, units, planes).before.median;
}

/** Where units would stand that would be at another stage than now, and since when. */
function placesIn(
  model: MaturityModel,
  units: readonly UnitKey[],
  [before, , after]: Planes,
): ReadonlyMap<UnitKey, { ordinal: number; since: Instant }> {
  const places = new Map<UnitKey, { ordinal: number; since: Instant }>();
  const { plane, since } = after.get(model.id) ?? NOBODY;
  const now = (before.get(model.id) ?? NOBODY).plane;
  units.forEach((unit, index) => {
    const ordinal = plane.ordinal(index);
    if (ordinal < 0 || now.ordinal(index) < 0 || ordinal === now.ordinal(index)) return;
    places.set(unit, { ordinal, since: since[index] as number });
  });
  return places;
}
