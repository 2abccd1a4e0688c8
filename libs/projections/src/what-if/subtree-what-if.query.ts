import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Instant,
  type MaturityModel,
  type ModelId,
  type ProgramFacts,
  type StageRef,
  supposeFacts,
  type Supposition,
  type UnitKey,
} from '#lib/domain';
import { TooMuchAsked } from '../errors.js';
import type { Moment } from '../moment.js';
import { type Figures, figuresOf, stageOf } from '../rollups/figures.js';
import { Rollups } from '../rollups/rollups.js';
import { Plane } from '../rollups/segments.js';
import { loadFacts } from './load-facts.js';
import { Forecasts } from '../forecast/forecasts.js';
import { type AheadOfSubtree, forecastSubtree } from './forecast-subtree.js';
import { type Followed, type Stood, standAt } from './stand.js';
import { type SubtreeWhatIf, type Supposed, suppositionsOf } from './suppositions.js';
import type { Viewer } from '../sight.js';

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
    readonly viewer: Viewer,
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

  async execute(query: SubtreeWhatIfQuery): Promise<SubtreeWhatIfAnswer> {
    const { viewer, unit } = query;
    const loaded = await this.load(query);
    const { moment, units, models, supposed, at, now } = loaded;
    const planes = await planesOf(loaded);
    const standing = models.filter(({ id }) => planes.some((one) => one.has(id)));
    const changes = new Map(standing.map((model) => [model, changesIn(model, units, planes)]));
    const moved = standing.filter((model) => changes.get(model)?.length !== 0);
    const forecasts = await this.forecast({ viewer, unit, moment }, moved, units, planes);
    const counted = (model: MaturityModel, which: ChangedUnit['change']) =>
      (changes.get(model) ?? []).filter(({ change }) => change === which).length;
    return {
      unit,
      ...moment,
      asOf: now,
      at,
      below: units.length,
      supposed,
      models: standing.map((model) => ({
        model: model.id,
        modelVersion: model.version,
        title: model.title,
        ...figuresIn(model, units, planes),
        rise: counted(model, 'rises'),
        fall: counted(model, 'falls'),
        forecast: forecasts.get(model.id) ?? null,
      })),
      changes: [...changes.values()]
        .flat()
        .sort((a, b) => (a.unit < b.unit ? -1 : Number(a.unit > b.unit)))
        .slice(0, CHANGES_SHOWN),
    };
  }

  /** All that is needed to evaluate the subtree, so that no transaction waits for that. */
  private load({ viewer, unit, whatIf, at: asked }: SubtreeWhatIfQuery): Promise<Loaded> {
    return this.rollups.read(viewer, {}, unit, async (reading) => {
      const { tx, moment, known } = reading;
      const chart = await reading.organisation();
      const { supposed, suppositions } = suppositionsOf(chart, unit, whatIf, moment.asOf);
      const done = supposed.reduce((last, one) => Math.max(last, one.at), moment.asOf);
      const top = chart.indexOf(unit);
      const below = top === undefined ? [] : chart.below(top);
      requireFew(below.length);
      const units = below.map((index) => chart.keyOf(index)).sort();
      const facts = await loadFacts(tx, this.rollups.moments.log, viewer.program, {
        units,
        upTo: moment.position,
        reach: { below: known.index.countsUnits },
      });
      const { models, program: settings, dictionary } = known.view;
      const at = asked ?? done;
      return {
        ...{ moment, units, facts, supposed, suppositions, at },
        now: Math.min(moment.asOf, at),
        models: reading.models(),
        followed: { models, byDefault: settings.models, dictionary },
      };
    });
  }

  /** Of the models in which something changes. */
  private async forecast(
    { viewer, unit, moment }: { viewer: Viewer; unit: UnitKey; moment: Moment },
    models: readonly MaturityModel[],
    units: readonly UnitKey[],
    planes: Planes,
  ): Promise<ReadonlyMap<ModelId, AheadOfSubtree>> {
    const forecasts = new Map<ModelId, AheadOfSubtree>();
    if (models.length === 0) return forecasts;
    const { asOf, knownAt } = moment;
    await this.rollups.read(viewer, { asOf, knownAt }, unit, async (reading) => {
      for (const model of models) {
        const places = placesIn(model, units, planes);
        const { median } = figuresIn(model, units, planes).before;
        const about = { unit, model, median, places };
        const found = await forecastSubtree(reading, this.forecasts, about);
        if (found) forecasts.set(model.id, found);
      }
    });
    return forecasts;
  }
}

interface Loaded {
  readonly moment: Moment;
  readonly units: readonly UnitKey[];
  readonly facts: ProgramFacts;
  readonly supposed: readonly Supposed[];
  readonly suppositions: readonly Supposition[];
  readonly models: readonly MaturityModel[];
  readonly followed: Followed;
  /** What `before` is as of, and what `otherwise` and `after` are. */
  readonly now: Instant;
  readonly at: Instant;
}

async function planesOf({
  facts,
  units,
  suppositions,
  followed,
  now,
  at,
}: Loaded): Promise<Planes> {
  const [before, otherwise] = await standAt(facts, units, [now, at], followed);
  const [after] = await standAt(supposeFacts(facts, suppositions), units, [at], followed);
  return [before as ByModel, otherwise as ByModel, after as ByModel];
}

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
