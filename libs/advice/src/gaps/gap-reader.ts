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
  type Viewer,
  wholeOf,
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
  /** Only these of them, whichever have stages. */
  readonly models?: readonly ModelId[];
}

/** What the units of a subtree miss, ready to be counted. */
export interface GapSight {
  readonly moment: Moment;
  readonly book: GapBook;
  readonly chart: OrganisationAt;
  /** The number of the asked unit in the chart; undefined where it does not exist then. */
  readonly top: number | undefined;
  /** Those asked about that have stages: first those that the program follows. */
  readonly models: readonly MaturityModel[];
  readonly dictionary: Dictionary;
  /**
   * Counts something in the subtree, once as long as nothing changes.
   * @param what tells this counting from others of the same question
   */
  count<T>(what: string, work: (subtree: GapSubtree) => T): T;
}

/** The units of a subtree that pass the filters. */
export interface GapSubtree {
  readonly below: number;
  /** Those that were looked at, by their numbers in the book, in the order of their keys. */
  readonly units: Int32Array;
  /** The numbers of all units of the chart in the book; -1: not looked at yet. */
  readonly numbers: Int32Array;
}

/** Countings that are kept of one program. */
const KEPT = 200;

/** A program of so many units takes a while to be read at its first question. */
const LARGE = 5_000;

/** So many units of the past are evaluated for one answer. */
const LIVE_AT_MOST = 2_000;
const UNITS_AT_ONCE = 50;

type Answers = Map<string, { readonly answer: unknown }>;

/** What is counted: as long as these stay, so does the answer. */
interface Counted {
  readonly book: GapBook;
  readonly chart: OrganisationAt;
  readonly revision: number;
}

interface Ready {
  readonly moment: Moment;
  readonly book: GapBook;
  readonly revision: number;
}

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

  readonly #counted = new WeakMap<GapBook, Omit<Counted, 'book'> & { answers: Answers }>();

  constructor(private readonly rollups: Rollups) {}

  /** @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind, TooMuchAsked */
  read<T>(
    viewer: Viewer,
    unit: UnitKey,
    question: GapQuestion,
    work: (sight: GapSight) => T,
  ): Promise<T> {
    return this.rollups.read(viewer, question, unit, async (reading) => {
      const models = modelsOf(reading, question);
      const chart = await reading.organisation();
      const top = chart.indexOf(unit);
      let units: readonly number[] | undefined;
      const below = () => {
        units ??= top === undefined ? [] : chart.below(top, question);
        return units;
      };
      const ready = await this.ready(reading, question);
      const { moment, book, revision } = ready ?? (await this.live(reading, chart, below()));
      const { kind, tag } = question;
      const ids = models.map(({ id }) => id);
      const asked = JSON.stringify([unit, kind, tag, ids]);
      const { dictionary } = reading.known.view;
      return work({
        ...{ moment, book, chart, top, models, dictionary },
        count: (what, counting) => {
          const counted = () => {
            const numbers = this.numbersIn(chart.whole, book);
            const inBook = inOrder(book, numbers, below());
            return counting({ below: below().length, units: inBook, numbers });
          };
          // what was counted for others may be of more than is in sight here
          if (reading.limited) return counted();
          return this.once({ book, chart, revision }, `${what} ${asked}`, counted);
        },
      });
    });
  }

  /** Reads the gaps of large programs before anybody asks. @param signal ends it between two programs */
  async warm(signal: AbortSignal): Promise<void> {
    const programs = await this.rollups.moments.database.beforeProgram((tx) =>
      tx.query<{ program: ProgramId }>('SELECT program_id AS program FROM waymark_programs()'),
    );
    for (const { program } of programs) {
      if (signal.aborted) return;
      await this.rollups.read(wholeOf(program), {}, null, async (reading) => {
        if ((await reading.units()) < LARGE) return;
        const gaps = await this.#shelf.reach(reading.tx, program);
        this.numbersIn(await reading.organisation(), gaps.book);
        gaps.book.ranks();
      });
    }
  }

  private once<T>({ book, chart, revision }: Counted, name: string, work: () => T): T {
    let kept = this.#counted.get(book);
    if (kept?.chart !== chart || kept.revision !== revision || kept.answers.size > KEPT) {
      kept = { chart, revision, answers: new Map() };
      this.#counted.set(book, kept);
    }
    const had = kept.answers.get(name);
    if (had) return had.answer as T;
    const answer = work();
    kept.answers.set(name, { answer });
    return answer;
  }

  /** What the worker has written, where that is what is asked for. */
  private async ready(
    { tx, program, moment }: RollupReading,
    { asOf, knownAt }: GapQuestion,
  ): Promise<Ready | undefined> {
    if (knownAt !== undefined) return undefined;
    for (;;) {
      const gaps = await this.#shelf.reach(tx, program);
      const upToDate = gaps.position >= moment.position;
      if (asOf !== undefined && !(upToDate && gaps.from <= asOf && asOf < gaps.until)) {
        return undefined;
      }
      const found = await momentOf(tx, program, moment, gaps);
      const { book, revision } = gaps;
      // what is counted next is what the moment says, unless another reader has moved on since
      if (this.#shelf.isHeld(program, gaps)) return { moment: found, book, revision };
    }
  }

  private async live(
    { tx, program, moment }: RollupReading,
    chart: OrganisationAt,
    below: readonly number[],
  ): Promise<Ready> {
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
    return { moment, book: GapBook.of(found), revision: 0 };
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

function modelsOf(
  reading: RollupReading,
  { model: asked, models: only }: GapQuestion,
): readonly MaturityModel[] {
  const models = reading.models();
  if (asked === undefined) {
    const wanted = only && new Set(only);
    return models.filter(({ id, policy }) => policy !== 'checklist' && (wanted?.has(id) ?? true));
  }
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
