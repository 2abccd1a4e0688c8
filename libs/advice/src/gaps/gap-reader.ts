import { Injectable } from '@nestjs/common';
import {
  type Dictionary,
  type MaturityModel,
  type ModelId,
  type Position,
  type ProgramId,
  type UnitKey,
} from '#lib/domain';
import { fromTimestamp, type Tx } from '#lib/platform';
import {
  type Asked,
  type Moment,
  type OrganisationAt,
  type RollupReading,
  Rollups,
  type SubtreeFilter,
  TooMuchAsked,
  UnknownModel,
} from '#lib/projections';
import { missingSteps } from '../recommendations/recommend.js';
import { knowUnits } from '../read-model/know-units.js';
import { GapBook } from './gap-book.js';
import { GapShelf, type ShelvedGaps } from './gap-shelf.js';
import { gapsOf, type UnitGaps } from './gaps-of.js';

/** Which units of a subtree are asked about, in which model, and for which pair of times. */
export interface GapQuestion extends Asked, SubtreeFilter {
  /** Absent: every model with stages that one of the units follows. */
  readonly model?: ModelId;
}

/** What the units of a subtree miss, ready to be counted. */
export interface GapSight {
  readonly moment: Moment;
  readonly book: GapBook;
  readonly chart: OrganisationAt;
  /** The number of the asked unit in the chart; undefined where it does not exist then. */
  readonly top: number | undefined;
  /** How many units of the subtree pass the filters. */
  readonly below: number;
  /** Those of them that were looked at, by their numbers in the book, in the order of their keys. */
  readonly units: Int32Array;
  /** The numbers of some units of the chart in the book; -1: not looked at yet. */
  readonly numbers: Int32Array;
  /** Those asked about that have stages: first those that the program follows. */
  readonly models: readonly MaturityModel[];
  readonly dictionary: Dictionary;
}

/** So many units of the past are evaluated for one answer. */
const LIVE_AT_MOST = 2_000;
const UNITS_AT_ONCE = 100;

/**
 * Reads what the units of a subtree miss: for now as the worker has written it, which is held in
 * memory; for another pair of times evaluated unit by unit.
 */
@Injectable()
export class GapReader {
  readonly #shelf = new GapShelf();
  readonly #numbers = new WeakMap<
    OrganisationAt,
    { book: GapBook; size: number; of: Int32Array }
  >();

  constructor(private readonly rollups: Rollups) {}

  /** @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind, TooMuchAsked */
  read<T>(
    program: ProgramId,
    unit: UnitKey,
    question: GapQuestion,
    work: (sight: GapSight) => T,
  ): Promise<T> {
    return this.rollups.read(program, question, unit, async (reading) => {
      const models = modelsOf(reading, question.model);
      const chart = await reading.organisation();
      const top = chart.indexOf(unit);
      const below = top === undefined ? [] : chart.below(top, question);
      const ready = await this.ready(reading, question);
      const { moment, book } = ready ?? (await this.live(reading, chart, below));
      const numbers = this.numbersIn(chart, book);
      const units = inOrder(book, numbers, below);
      const { dictionary } = reading.known.view;
      const sight = { moment, book, chart, top, units, numbers, models, dictionary };
      return work({ ...sight, below: below.length });
    });
  }

  /** What the worker has written, where that is what is asked for. */
  private async ready(
    { tx, program, moment }: RollupReading,
    { asOf, knownAt }: GapQuestion,
  ): Promise<{ moment: Moment; book: GapBook } | undefined> {
    if (knownAt !== undefined) return undefined;
    const gaps = await this.#shelf.reach(tx, program);
    const upToDate = gaps.position >= moment.position;
    if (asOf !== undefined && !(upToDate && gaps.from <= asOf && asOf < gaps.until)) {
      return undefined;
    }
    return { moment: await momentOf(tx, program, moment, gaps), book: gaps.book };
  }

  private async live(
    { tx, program, moment }: RollupReading,
    chart: OrganisationAt,
    below: readonly number[],
  ): Promise<{ moment: Moment; book: GapBook }> {
    if (below.length > LIVE_AT_MOST) {
      throw new TooMuchAsked(
        `What ${below.length} units missed at another time than now would take too long; ${LIVE_AT_MOST} can be asked about at once. Leave asOf and knownAt out for the present, ask for a unit further down, or narrow by kind or tag.`,
      );
    }
    const { log, catalogue } = this.rollups.moments;
    const sight = { program, position: moment.position, now: moment.asOf };
    const found: [UnitKey, UnitGaps][] = [];
    const keys = below.map((index) => chart.keyOf(index));
    for (let start = 0; start < keys.length; start += UNITS_AT_ONCE) {
      const some = keys.slice(start, start + UNITS_AT_ONCE);
      for (const known of await knowUnits(tx, { log, catalogue }, sight, some)) {
        found.push([known.unit, gapsOf(known, missingSteps(known))]);
      }
    }
    return { moment, book: GapBook.of(found) };
  }

  private numbersIn(chart: OrganisationAt, book: GapBook): Int32Array {
    const kept = this.#numbers.get(chart);
    if (kept && kept.book === book && kept.size === book.size) return kept.of;
    const of = Int32Array.from(
      { length: chart.size },
      (_, index) => book.numberOf(chart.keyOf(index)) ?? -1,
    );
    this.#numbers.set(chart, { book, size: book.size, of });
    return of;
  }
}

/** Units of the chart that were looked at, in the order of their keys, so that answers show the same ones. */
function inOrder(book: GapBook, numbers: Int32Array, below: readonly number[]): Int32Array {
  const ranks = book.ranks();
  const placed = new Float64Array(below.length);
  let count = 0;
  for (const index of below) {
    const number = numbers[index] as number;
    // the rank leads, the number comes along
    if (number >= 0) placed[count++] = (ranks[number] as number) * 2 ** 24 + number;
  }
  return Int32Array.from(placed.subarray(0, count).sort(), (one) => one % 2 ** 24);
}

function modelsOf(reading: RollupReading, asked: ModelId | undefined): readonly MaturityModel[] {
  const models = reading.models();
  if (asked === undefined) return models.filter(({ policy }) => policy !== 'checklist');
  const model = models.find(({ id }) => id === asked);
  if (!model) throw new UnknownModel(asked);
  return [model];
}

/** The pair of times that what the worker has written is right for. */
async function momentOf(
  tx: Tx,
  program: ProgramId,
  moment: Moment,
  { position, from, until }: ShelvedGaps,
): Promise<Moment> {
  const asOf = moment.asOf < until ? moment.asOf : Math.min(from, moment.asOf);
  if (position >= moment.position) return { ...moment, asOf };
  return { asOf, knownAt: await lastKnownAt(tx, program, position, moment), position };
}

/** The last instant at which no more was known than up to a position. */
async function lastKnownAt(
  tx: Tx,
  program: ProgramId,
  position: Position,
  { knownAt }: Moment,
): Promise<number> {
  const [next] = await tx.query<{ recorded_at: Date }>(
    'SELECT recorded_at FROM event WHERE program_id = $1 AND position = $2',
    [program, position + 1],
  );
  return next ? Math.min(knownAt, fromTimestamp(next.recorded_at) - 1) : knownAt;
}
