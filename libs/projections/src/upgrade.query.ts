import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Dictionary,
  Evaluator,
  followedModels,
  type MaturityModel,
  type ModelId,
  type ProgramId,
  type StageRef,
  type Standing,
  type UnitKey,
} from '#lib/domain';
import { CatalogueHistory } from './catalogue-reader.js';
import { UnknownModel } from './errors.js';
import { type Moment, Moments } from './moment.js';
import { World } from './world.js';

/** A unit that would stand elsewhere, and the criteria that make it so. */
export interface Upgraded {
  readonly unit: UnitKey;
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  /** Those that hold it back where it falls; those that no longer do where it rises. */
  readonly criteria: readonly string[];
}

/** The units that would change, by key. */
export interface UpgradeAnswer {
  readonly items: readonly Upgraded[];
  /** The last unit looked at when there are more. */
  readonly next: UnitKey | null;
}

/** Which units would stand elsewhere today if another version of a model were in force. @throws UnknownModel */
export class UpgradeQuery extends Query<UpgradeAnswer> {
  constructor(
    readonly program: ProgramId,
    readonly model: ModelId,
    readonly to: number,
    readonly page: { readonly limit: number; readonly after?: UnitKey },
  ) {
    super();
  }
}

const AT_ONCE = 100;
/** Looked at for one answer; a page may hold fewer units than asked for and still not be the last. */
const AT_MOST = 2_000;

interface Versions {
  readonly old: MaturityModel;
  readonly dictionary: Dictionary;
  readonly next: MaturityModel;
  readonly nextDictionary: Dictionary;
  readonly byDefault: readonly ModelId[];
}

@QueryHandler(UpgradeQuery)
export class UpgradeQueryHandler implements IQueryHandler<UpgradeQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ program, model, to, page }: UpgradeQuery): Promise<UpgradeAnswer> {
    const moment = await this.moments.settle(program, {});
    const versions = await this.versions(program, model, to, moment);
    const found: Upgraded[] = [];
    let after = page.after;
    for (let seen = 0; seen < AT_MOST; seen += AT_ONCE) {
      const { units, changed } = await this.some(program, versions, moment, after);
      found.push(...changed);
      if (found.length >= page.limit) return cut(found, page.limit, units.length < AT_ONCE);
      if (units.length < AT_ONCE) return { items: found, next: null };
      after = units[units.length - 1];
    }
    return { items: found, next: after ?? null };
  }

  private versions(
    program: ProgramId,
    model: ModelId,
    to: number,
    { position }: Moment,
  ): Promise<Versions> {
    const { database, catalogue } = this.moments;
    return database.inProgram(program, async (tx) => {
      const history = await CatalogueHistory.load(tx, catalogue, program, 0, position);
      const { view } = await history.at(position);
      const old = view.models.get(model);
      const next = view.versions(model).find((one) => one.version === to);
      if (!old || !next) throw new UnknownModel(model);
      const { dictionary } = view;
      const nextDictionary = view.dictionaryWith(next);
      return { old, dictionary, next, nextDictionary, byDefault: view.program.models };
    });
  }

  private some(
    program: ProgramId,
    versions: Versions,
    { position, asOf }: Moment,
    after: UnitKey | undefined,
  ): Promise<{ units: readonly UnitKey[]; changed: readonly Upgraded[] }> {
    const { database, log } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        const rows = await tx.query<{ unit: UnitKey }>(
          `SELECT unit FROM unit WHERE program_id = $1 AND unit > $2 ORDER BY unit LIMIT $3`,
          [program, after ?? '', AT_ONCE],
        );
        const units = rows.map(({ unit }) => unit);
        const world = await World.load(tx, log, program, {
          units,
          upTo: position,
          reach: { below: true },
        });
        const facts = world.facts(world.units, position);
        const [before, then] = [
          new Evaluator(versions.dictionary, facts),
          new Evaluator(versions.nextDictionary, facts),
        ];
        const { tree } = before.expressions;
        const changed = units.flatMap((unit): readonly Upgraded[] => {
          const follows = followedModels(facts, unit, versions.byDefault, (of) =>
            tree.latestParent(of),
          );
          if (!follows.includes(versions.old.id)) return [];
          const old = before.standing(versions.old, unit, asOf);
          const next = then.standing(versions.next, unit, asOf);
          return upgraded(unit, old, next);
        });
        return { units, changed };
      },
      { readOnly: true },
    );
  }
}

function cut(found: readonly Upgraded[], limit: number, whole: boolean): UpgradeAnswer {
  const items = found.slice(0, limit);
  const last = items[items.length - 1]?.unit ?? null;
  return { items, next: whole && found.length === limit ? null : last };
}

function upgraded(
  unit: UnitKey,
  old: Standing | undefined,
  next: Standing | undefined,
): readonly Upgraded[] {
  const [from, to] = [old?.stage ?? null, next?.stage ?? null];
  if (from?.ordinal === to?.ordinal && from?.id === to?.id) return [];
  const missing = (standing: Standing | undefined) =>
    (standing?.next?.missing ?? [])
      .filter(({ supporting }) => !supporting)
      .map(({ criterion }) => criterion);
  const rises = (to?.ordinal ?? 0) > (from?.ordinal ?? 0);
  const [holding, held] = rises ? [missing(old), missing(next)] : [missing(next), []];
  return [{ unit, from, to, criteria: holding.filter((one) => !held.includes(one)) }];
}
