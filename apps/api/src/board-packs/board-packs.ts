import { Injectable } from '@nestjs/common';
import type { Instant, ModelId, UnitKey } from '#lib/domain';
import { type BoardPack, Moments, Packs, type Viewer } from '#lib/projections';
import { type By, Recorder } from '#lib/recording';
import { instantText } from '../http/instants.js';
import { momentView } from '../http/views.js';
import type { Figures, PackView } from './figures.js';
import { Gather } from './gather.js';

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
    const keep = await this.packs.ready(viewer, {
      ...moment,
      ...{ unit, figures, trees, actor: by.actor, restated: null },
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
    return { ...headView(pack), figures: pack.figures as Figures };
  }
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
