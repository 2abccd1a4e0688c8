import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type MaturityModel,
  type ModelId,
  type ProgramId,
  type Stage,
  type StageRef,
  stageRef,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { knownCatalogue } from './catalogue-reader.js';
import { UnknownModel } from './errors.js';
import { type Asked, type Moment, Moments, requireUnit } from './moment.js';

/** What is asked of a rollup. */
export interface RollupQuestion extends Asked {
  /** Absent: the program's headline model, else the first that it follows. */
  readonly model?: ModelId;
  readonly kind?: string;
  readonly tag?: string;
}

/** What a subtree looks like in one model. */
export interface RollupAnswer extends Moment {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly modelVersion: number;
  /** Units counted: those in the subtree that have a standing in the model. */
  readonly units: number;
  /** Every stage from "Not started" up, also those where nobody stands. Empty for models without stages. */
  readonly distribution: readonly { readonly stage: StageRef; readonly units: number }[];
  /** The lower median ordinal; null when nobody is counted. */
  readonly median: number | null;
  readonly mean: number | null;
  readonly leading: readonly { readonly unit: UnitKey; readonly stage: StageRef }[];
  readonly lagging: readonly { readonly unit: UnitKey; readonly stage: StageRef }[];
}

/** Where the units of a subtree stand in a model, the unit itself included. @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind */
export class RollupQuery extends Query<RollupAnswer> {
  constructor(
    readonly program: ProgramId,
    readonly unit: UnitKey,
    readonly question: RollupQuestion,
  ) {
    super();
  }
}

interface Standing {
  readonly unit: UnitKey;
  readonly ordinal: number | null;
}

/** The subtree by the tree at that time, and where each of its units then stood. */
const STANDINGS_BELOW = `
  WITH RECURSIVE tree AS MATERIALIZED (
    SELECT unit, parent, kind, tags, retired FROM unit_state
     WHERE program_id = $1 AND known_from <= $4 AND known_until > $4
       AND valid_from <= to_timestamp($5) AND valid_until > to_timestamp($5)
  ), below AS (
    SELECT $2::text COLLATE "C" AS unit
    UNION
    SELECT tree.unit FROM below JOIN tree ON tree.parent = below.unit
  )
  SELECT standing.unit, standing.ordinal
    FROM below JOIN tree ON tree.unit = below.unit
    JOIN standing ON standing.program_id = $1 AND standing.unit = below.unit AND standing.model = $3
         AND standing.known_from <= $4 AND standing.known_until > $4
         AND standing.valid_from <= to_timestamp($5) AND standing.valid_until > to_timestamp($5)
   WHERE NOT tree.retired AND ($6::text IS NULL OR tree.kind = $6)
     AND ($7::text IS NULL OR $7 = ANY (tree.tags))
   ORDER BY standing.ordinal, standing.unit`;

const SHOWN = 10;

@QueryHandler(RollupQuery)
export class RollupQueryHandler implements IQueryHandler<RollupQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ program, unit, question }: RollupQuery): Promise<RollupAnswer> {
    const moment = await this.moments.settleRollup(program, question);
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        await requireUnit(tx, program, unit);
        const model = await this.modelOf(tx, program, question.model, moment);
        const standings = await tx.query<Standing>(STANDINGS_BELOW, [
          program,
          unit,
          model.id,
          moment.position,
          moment.asOf / 1000,
          question.kind ?? null,
          question.tag ?? null,
        ]);
        return {
          unit,
          model: model.id,
          modelVersion: model.version,
          ...moment,
          ...figures(model, standings),
        };
      },
      { readOnly: true },
    );
  }

  private async modelOf(
    tx: Tx,
    program: ProgramId,
    asked: ModelId | undefined,
    moment: Moment,
  ): Promise<MaturityModel> {
    const [row] = await tx.query<{ at: number | null }>(
      `SELECT max(position) AS at FROM event WHERE program_id = $1 AND position <= $2
          AND type IN ('model.added', 'model.adopted', 'milestone.defined', 'program.changed')`,
      [program, moment.position],
    );
    const { view } = await knownCatalogue(tx, this.moments.catalogue, program, row?.at ?? 0);
    const id = asked ?? view.program.headline ?? view.program.models[0] ?? ('' as ModelId);
    const model = view.models.get(id);
    if (!model) throw new UnknownModel(id);
    return model;
  }
}

function figures(model: MaturityModel, standings: readonly Standing[]) {
  const stages: readonly Stage[] = model.policy === 'checklist' ? [] : model.stages;
  const ordinals = standings.flatMap(({ ordinal }) => ordinal ?? []);
  const ref = (ordinal: number) => stageRef(stages, ordinal) as StageRef;
  const shown = standings.flatMap(({ unit, ordinal }) =>
    ordinal === null ? [] : [{ unit, stage: ref(ordinal) }],
  );
  return {
    units: standings.length,
    distribution:
      stages.length === 0
        ? []
        : [0, ...stages.map((stage) => stage.ordinal)].map((ordinal) => ({
            stage: ref(ordinal),
            units: ordinals.filter((other) => other === ordinal).length,
          })),
    median: ordinals[(ordinals.length - 1) >> 1] ?? null,
    mean:
      ordinals.length === 0 ? null : ordinals.reduce((sum, one) => sum + one, 0) / ordinals.length,
    leading: shown.toSorted((a, b) => b.stage.ordinal - a.stage.ordinal).slice(0, SHOWN),
    lagging: shown.slice(0, SHOWN),
  };
}
