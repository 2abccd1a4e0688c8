import {
  type Criterion,
  type Expression,
  FOREVER,
  type Instant,
  type MaturityModel,
  type ModelId,
  type Position,
  type ProgramId,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { Sources } from './bring-units.js';
import { CatalogueHistory } from '../catalogue-reader.js';
import { type EventBatch, namedBy, touchedFromAfar } from './event-batch.js';
import { type Answered, type Handed, HandedDown, isNothing } from './handed-down.js';
import type { Inherited } from './read-index.js';
import { timestamp } from '../rows.js';
import { shiftedUnits, touchOf } from './touched-units.js';
import { everBelow, World } from '../world.js';

/**
 * The units, besides those the events are about, whose standings a batch may have moved: only those
 * below to whom something else is handed down, in a model in which it may count where they stand.
 */
export async function affectedFromAfar(
  tx: Tx,
  sources: Sources,
  program: ProgramId,
  batch: EventBatch,
): Promise<Affected> {
  const { after, upTo, events } = batch;
  const history = await CatalogueHistory.load(tx, sources.catalogue, program, after, upTo);
  const named = await namedBy(tx, sources.log, program, events);
  const heads: Head[] = [];
  for (const event of events) {
    const known = await history.at(event.position);
    const touch = touchOf(event, named, known);
    if (touch.everyone || known.index.countsUnits) {
      const touched = await touchedFromAfar(tx, sources, program, batch);
      return new Map(touched.map((unit) => [unit, 'all']));
    }
    if (touch.below && event.unit) heads.push({ unit: event.unit, position: event.position });
  }
  const shifted = await shiftedUnits(tx, program, after, upTo);
  const affected = new Map<UnitKey, 'all' | Set<ModelId>>();
  if (heads.length + shifted.length === 0) return affected;
  const units = [...new Set([...heads.map(({ unit }) => unit), ...shifted])];
  const asked = { units, upTo, reach: { below: false } };
  const world = await World.load(tx, sources.log, program, asked);
  for (const unit of shifted) {
    for (const position of world.shifts(unit)) {
      if (position <= after || position > upTo) continue;
      affected.set(unit, 'all');
      heads.push({ unit, position });
    }
  }
  const handed = new HandedDown(world, history);
  for (const { unit, position } of heads) {
    if (history.positions.includes(position)) continue;
    const different = await handed.at(unit, position);
    if (isNothing(different)) continue;
    const { models } = (await history.at(position)).view;
    const below = await everBelow(tx, program, [unit]);
    if (different.followed) for (const one of below) affected.set(one, 'all');
    else add(affected, await countedAmong(tx, program, { units: below, after }, different, models));
  }
  return affected;
}

/** By unit: the models in which it may stand otherwise. */
export type Affected = ReadonlyMap<UnitKey, 'all' | ReadonlySet<ModelId>>;

interface Stood {
  readonly unit: UnitKey;
  readonly model: ModelId;
}

function add(affected: Map<UnitKey, 'all' | Set<ModelId>>, found: readonly Stood[]): void {
  for (const { unit, model } of found) {
    const models = affected.get(unit);
    if (models === undefined) affected.set(unit, new Set([model]));
    else if (models !== 'all') models.add(model);
  }
}

/** A unit that may hand down something else since a position. */
interface Head {
  readonly unit: UnitKey;
  readonly position: Position;
}

/**
 * Those of some units that stand, at some time at which it is answered otherwise, where a question
 * counts. Materialised, so that it is one pass even where the planner takes a large table for empty.
 */
const COUNTED = `
  WITH stood AS MATERIALIZED (
    SELECT unit, model, ordinal, levels, valid_from, valid_until FROM standing
     WHERE program_id = $1 AND unit = ANY ($2::text[]) AND model = ANY ($3::text[]) AND known_until > $8
  ) SELECT DISTINCT stood.unit, stood.model FROM stood
      JOIN unnest($3::text[], $4::smallint[], $5::smallint[], $6::timestamptz[], $7::timestamptz[])
             AS rung (model, line, least, since, until) ON rung.model = stood.model
     WHERE stood.valid_until > rung.since AND stood.valid_from < rung.until
       AND (rung.least <= 0 OR rung.least <=
            CASE WHEN rung.line = 0 THEN stood.ordinal ELSE stood.levels[rung.line] END)`;

async function countedAmong(
  tx: Tx,
  program: ProgramId,
  { units, after }: { readonly units: readonly UnitKey[]; readonly after: Position },
  { answers }: Handed,
  models: ReadonlyMap<ModelId, MaturityModel>,
): Promise<readonly Stood[]> {
  const rungs = [...answers].flatMap(([id, answered]) => {
    const model = models.get(id);
    const questions = new Set<Expression>(answered.map(({ question }) => question));
    return model
      ? rungsOf(model, questions).map((rung) => ({ id, ...rung, ...hull(answered) }))
      : [];
  });
  if (rungs.length === 0) return [];
  return tx.query<Stood>(COUNTED, [
    program,
    units,
    rungs.map(({ id }) => id),
    rungs.map(({ line }) => line),
    rungs.map(({ least }) => least),
    rungs.map(({ since }) => timestamp(since)),
    rungs.map(({ until }) => timestamp(until)),
    after,
  ]);
}

/** From where on a question counts: a unit that stands lower is held back by something else. */
interface Rung {
  /** 0: the overall stage; else the dimension, from 1. */
  readonly line: number;
  /** The least ordinal or level; 0: any. */
  readonly least: number;
}

/** The rungs of a model that read one of some questions, the lowest of each line. */
function rungsOf(model: MaturityModel, questions: ReadonlySet<Expression>): readonly Rung[] {
  const reads = ({ criteria }: { readonly criteria: readonly Criterion[] }) =>
    criteria.some(({ when, supporting }) => !supporting && asks(when, questions));
  switch (model.policy) {
    case 'gates': {
      const stage = model.stages.find(reads);
      return stage ? [{ line: 0, least: stage.ordinal - 1 }] : [];
    }
    case 'dimensions':
      return model.dimensions.flatMap(({ levels }, index) => {
        const level = levels.find(reads);
        return level ? [{ line: index + 1, least: level.level - 1 }] : [];
      });
    default:
      return [{ line: 0, least: 0 }];
  }
}

function asks(expression: Expression, questions: ReadonlySet<Expression>): boolean {
  if (expression.form === 'milestone') return questions.has(expression as Inherited);
  if (expression.form === 'units') return asks(expression.meet, questions);
  return expression.of.some((part) => asks(part, questions));
}

function hull(answered: readonly Answered[]): { readonly since: Instant; readonly until: Instant } {
  let [since, until] = [FOREVER, -FOREVER];
  for (const { spans } of answered) {
    for (const span of spans) {
      since = Math.min(since, span.from);
      until = Math.max(until, span.until);
    }
  }
  return { since, until };
}
