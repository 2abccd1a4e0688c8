import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  Evaluator,
  followedModels,
  type MaturityModel,
  type ModelId,
  type Position,
  type ProgramId,
  type StageChange,
  stageChange,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { ComingCatalogue, type ModelVersion, movedModels } from '../adoption/coming-catalogue.js';
import { CatalogueHistory, type KnownCatalogue } from '../catalogue-reader.js';
import { UnknownModel } from '../errors.js';
import { type Moment, Moments } from '../moment.js';
import { belowAny, topsOf } from '../seen.js';
import type { Viewer } from '../sight.js';
import { World } from '../world.js';

/** A unit that would stand elsewhere in a model: the one adopted, or one that reads what it words anew. */
export interface Upgraded extends StageChange {
  readonly unit: UnitKey;
  readonly model: ModelId;
}

/** Where a page ended: after a unit, or after a model of that unit. */
export interface UpgradePlace {
  readonly unit: UnitKey;
  readonly model?: ModelId | undefined;
}

/** The units that would change, by key, each with its models by id. */
export interface UpgradeAnswer {
  readonly items: readonly Upgraded[];
  /** What was looked at last when there is more. */
  readonly next: UpgradePlace | null;
}

/** Which units in sight would stand elsewhere today if another version of a model were in force. @throws UnknownModel */
export class UpgradeQuery extends Query<UpgradeAnswer> {
  constructor(
    readonly viewer: Viewer,
    /** A published version, or one that is not added yet. */
    readonly to: ModelVersion | MaturityModel,
    readonly page: { readonly limit: number; readonly after?: UpgradePlace | undefined },
  ) {
    super();
  }
}

const AT_ONCE = 100;
/** Looked at for one answer; a page may hold fewer units than asked for and still not be the last. */
const AT_MOST = 1_000;

/** What is in force and what would be. */
interface Versions {
  readonly present: KnownCatalogue;
  readonly coming: KnownCatalogue;
  readonly moved: readonly ModelId[];
}

@QueryHandler(UpgradeQuery)
export class UpgradeQueryHandler implements IQueryHandler<UpgradeQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ viewer, to, page }: UpgradeQuery): Promise<UpgradeAnswer> {
    const { limit, after } = page;
    const moment = await this.moments.settle(viewer.program, {});
    const found: Upgraded[] = [];
    // the unit of the last page may have more to show
    let from = { key: after?.unit ?? '', open: after?.model !== undefined };
    for (let seen = 0; seen < AT_MOST; seen += AT_ONCE) {
      const { units, changed } = await this.some(viewer, to, moment, from);
      found.push(...changed.filter((one) => !isShown(one, after)));
      if (found.length > limit) return { items: found.slice(0, limit), next: place(found, limit) };
      if (units.length < AT_ONCE) return { items: found, next: null };
      from = { key: units[units.length - 1] as UnitKey, open: false };
    }
    return { items: found, next: { unit: from.key as UnitKey } };
  }

  private some(
    viewer: Viewer,
    to: UpgradeQuery['to'],
    { position, asOf }: Moment,
    from: { readonly key: string; readonly open: boolean },
  ): Promise<{ units: readonly UnitKey[]; changed: readonly Upgraded[] }> {
    const { program } = viewer;
    const { database, log } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        const { present, coming, moved } = await this.versions(tx, program, to, position);
        const rows = await tx.query<{ unit: UnitKey }>(
          `SELECT unit FROM unit WHERE program_id = $1 AND (unit > $2 OR ($4 AND unit = $2)) AND ${belowAny(5)}
            ORDER BY unit LIMIT $3`,
          [program, from.key, AT_ONCE, from.open, topsOf(viewer)],
        );
        const units = rows.map(({ unit }) => unit);
        const below = present.index.countsUnits || coming.index.countsUnits;
        const world = await World.load(tx, log, program, {
          units,
          upTo: position,
          reach: { below },
        });
        const facts = world.facts(world.units, position);
        const reading = ({ view }: KnownCatalogue) => new Evaluator(view.dictionary, facts);
        const [before, then] = [reading(present), reading(coming)];
        const { tree } = before.expressions;
        const changed = units.flatMap((unit) => {
          const follows = followedModels(facts, unit, present.view.program.models, (of) =>
            tree.latestParent(of),
          );
          return moved.flatMap((model): readonly Upgraded[] => {
            const [old, next] = [present, coming].map(({ view }) => view.models.get(model));
            if (!old || !next || !follows.includes(model)) return [];
            const change = stageChange(
              { model: old, evaluator: before },
              { model: next, evaluator: then },
              unit,
              asOf,
            );
            return change ? [{ unit, model, ...change }] : [];
          });
        });
        return { units, changed };
      },
      { readOnly: true },
    );
  }

  private async versions(
    tx: Tx,
    program: ProgramId,
    to: UpgradeQuery['to'],
    position: Position,
  ): Promise<Versions> {
    const { catalogue } = this.moments;
    const load = async (source: typeof catalogue) =>
      (await CatalogueHistory.load(tx, source, program, 0, position)).at(position);
    const present = await load(catalogue);
    const model = 'id' in to ? to.id : to.model;
    if (!('id' in to) && !present.view.published(model, to.version)) throw new UnknownModel(model);
    const coming = await load(new ComingCatalogue(catalogue, to));
    return { present, coming, moved: [...movedModels(present, coming, model)].sort() };
  }
}

function isShown({ unit, model }: Upgraded, after: UpgradePlace | undefined): boolean {
  return unit === after?.unit && after.model !== undefined && model <= after.model;
}

function place(found: readonly Upgraded[], limit: number): UpgradePlace {
  const { unit, model } = found[limit - 1] as Upgraded;
  return { unit, model };
}
