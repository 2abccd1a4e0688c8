import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Instant, MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import {
  type BoardPack,
  type CountedTree,
  type KeptPack,
  type Moment,
  Moments,
  Packs,
  PackUnitsQuery,
  RestatedQuery,
  type Viewer,
} from '#lib/projections';
import { type By, Recorder } from '#lib/recording';
import { instantText } from '../http/instants.js';
import { momentView } from '../http/views.js';
import type { Figures, PackView, Restated } from './figures.js';
import { Gather } from './gather.js';
import { masked } from './masked.js';
import { packPdf } from './pdf/pack-pdf.js';
import { workbook } from './workbook.js';

/** So many units stand in a workbook at most. */
const UNITS = 10_000;

/** What somebody wants a pack to be. */
export interface PackOrder {
  readonly unit: UnitKey;
  /** Absent: the name of the unit. */
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly asOf?: Instant | undefined;
  readonly models?: readonly ModelId[] | undefined;
}

/** Makes board packs, and opens them again. */
@Injectable()
export class BoardPacks {
  #printed: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly packs: Packs,
    private readonly gather: Gather,
    private readonly moments: Moments,
    private readonly recorder: Recorder,
    private readonly queries: QueryBus,
  ) {}

  /**
   * Makes a pack of what its maker sees, once for its idempotency key.
   * @param viewer who reads the figures
   * @throws UnknownUnit, UnknownModel, ProjectionBehind
   */
  async make(by: By, viewer: Viewer, order: PackOrder): Promise<PackView> {
    const { unit, asOf, models } = order;
    const last = await this.packs.latest(viewer, unit);
    const {
      moment,
      figures: gathered,
      trees,
    } = await this.gather.figures(viewer, {
      unit,
      ...(asOf === undefined ? {} : { asOf }),
      ...(models === undefined ? {} : { models }),
      ...(last === undefined ? {} : { lastAsOf: last.asOf }),
    });
    const restated = last ? await this.restated(viewer, last, moment) : null;
    const names = await this.names(viewer, moment, gathered, restated);
    const figures: Figures = { ...gathered, names };
    const keep = await this.packs.ready(viewer, {
      ...moment,
      ...{ unit, figures, actor: by.actor, restated },
      trees: last ? [...trees, ...treesOf(last, moment)] : trees,
      title: order.title ?? figures.unit,
      text: order.text ?? null,
      madeAt: this.moments.clock.now(),
    });
    const { id } = await this.recorder.once(by, async (tx) => ({ id: await keep(tx) }));
    return this.open(viewer, id);
  }

  /** A pack as it was printed. @throws UnknownBoardPack */
  async open(viewer: Viewer, id: string): Promise<PackView> {
    const pack = await this.packs.open(viewer, id);
    const { figures, restated } = pack as { figures: Figures; restated: Restated | null };
    return masked(await this.packs.seenBy(viewer), { ...headView(pack), restated, figures });
  }

  /** A pack as a PDF; one after another, since setting type is much work. @throws UnknownBoardPack */
  async pdf(viewer: Viewer, id: string): Promise<{ pack: PackView; bytes: Buffer }> {
    const pack = await this.open(viewer, id);
    const bytes = this.#printed.then(() => packPdf(pack));
    this.#printed = bytes.catch(() => undefined);
    return { pack, bytes: await bytes };
  }

  /** A pack as a workbook, with every unit it counts, 10,000 at most. @throws UnknownBoardPack */
  async workbook(viewer: Viewer, id: string): Promise<{ pack: PackView; bytes: Buffer }> {
    const { unit, asOf, knownAt, counted } = await this.packs.open(viewer, id);
    const pack = await this.open(viewer, id);
    const units = await this.queries.execute(
      new PackUnitsQuery(viewer, unit, {
        ...{ asOf, knownAt, limit: UNITS, only: counted },
        models: pack.figures.models.map(({ model }) => model as ModelId),
      }),
    );
    return { pack, bytes: await workbook(pack, units) };
  }

  /** What the units and milestones are called that facts speak of. */
  private async names(
    viewer: Viewer,
    moment: Moment,
    { changes, blockers }: Omit<Figures, 'names'>,
    restated: Restated | null,
  ): Promise<Figures['names']> {
    const facts = [
      ...changes.items.flatMap(({ because }) => because),
      ...(restated?.figures.flatMap((figure) => figure.facts) ?? []),
    ];
    const examples = blockers?.items.flatMap((item) => item.examples) ?? [];
    const units = new Set([
      ...facts.flatMap(({ unit }) => unit ?? []),
      ...examples,
    ]) as Set<UnitKey>;
    const milestones = new Set(
      facts.flatMap(({ milestone }) => milestone ?? []),
    ) as Set<MilestoneKey>;
    const called = await this.packs.names(viewer, moment, units);
    return {
      units: Object.fromEntries([...units].map((unit) => [unit, called.unit(unit)])),
      milestones: Object.fromEntries([...milestones].map((one) => [one, called.milestone(one)])),
    };
  }

  private async restated(viewer: Viewer, last: KeptPack, { knownAt }: Moment): Promise<Restated> {
    const { unit, id, madeAt, asOf, position } = last;
    const { models, changes } = last.figures as Figures;
    const answer = await this.queries.execute(
      new RestatedQuery(viewer, unit, {
        ...{ asOf, knownAt, from: Date.parse(changes.from) },
        was: { knownAt: last.knownAt, position },
        models: models.map(({ model }) => model as ModelId),
      }),
    );
    return { since: { id, madeAt: instantText(madeAt), ...momentView(last) }, ...answer };
  }
}

/** The trees by which the last pack is told anew. */
function treesOf({ asOf, position, trees }: KeptPack, now: Moment): readonly CountedTree[] {
  const dates = [...new Set([asOf, ...trees.map((tree) => tree.asOf)])];
  return dates.flatMap((date) => [
    { asOf: date, position },
    { asOf: date, position: now.position },
  ]);
}

/** What a list tells of a pack. */
export function headView(pack: BoardPack) {
  const { id, unit, title, text, author, erased, madeAt } = pack;
  const { models } = pack.figures as Figures;
  return {
    ...{ id, unit, title, text, author, erased },
    madeAt: instantText(madeAt),
    ...momentView(pack),
    modelVersions: models.map(({ model, modelVersion, title: called }) => ({
      ...{ model, modelVersion, title: called },
    })),
  };
}
