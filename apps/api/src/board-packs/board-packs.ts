import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Instant, ModelId, UnitKey } from '#lib/domain';
import {
  type BoardPack,
  type CountedTree,
  type KeptPack,
  type Moment,
  Moments,
  Packs,
  RestatedQuery,
  type Viewer,
} from '#lib/projections';
import { type By, Recorder } from '#lib/recording';
import { instantText } from '../http/instants.js';
import { momentView } from '../http/views.js';
import type { Figures, PackView, Restated } from './figures.js';
import { Gather } from './gather.js';
import { masked } from './masked.js';

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
    const { moment, figures, trees } = await this.gather.figures(viewer, {
      unit,
      ...(asOf === undefined ? {} : { asOf }),
      ...(models === undefined ? {} : { models }),
      ...(last === undefined ? {} : { lastAsOf: last.asOf }),
    });
    const restated = last ? await this.restated(viewer, last, moment) : null;
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
