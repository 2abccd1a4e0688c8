import fc from 'fast-check';
import type { AnyEvent, Dictionary, Instant, MaturityModel, Position, UnitKey } from '#lib/domain';
import { Moments, Rollups } from '#lib/projections';
import {
  arbitraryDictionary,
  arbitraryHistory,
  arbitraryModel,
  KINDS,
  TAGS,
} from '../../oracle/index.js';
import { type TestDatabase, TestProgram } from '../projections/world.js';
import { type Filter, Recomputed } from './recomputed.js';

/** A program to be generated, and what is asked of it. */
export interface Tried {
  readonly models: readonly MaturityModel[];
  readonly dictionary: Dictionary;
  readonly history: readonly AnyEvent[];
  /** After how much of the history questions are asked for the first time, 0–1. */
  readonly half: number;
  readonly picks: readonly Pick[];
}

/** Numbers that choose a question among those there are. */
export interface Pick {
  readonly unit: number;
  readonly known: number;
  readonly earlier: number;
  readonly at: number;
  readonly other: number;
  readonly model: number;
  readonly second: number;
  readonly filter: number;
}

const someRollup = fc.constantFrom<MaturityModel['rollup'][]>(
  undefined,
  'weakest',
  'median',
  { share: 0.5 },
  { share: 0.8 },
);

/** Programs of one to four models over a generated history, with so many questions each. */
export const arbitraryTried = (questions: number): fc.Arbitrary<Tried> =>
  fc.record({
    models: fc
      .uniqueArray(fc.tuple(arbitraryModel(), someRollup), {
        minLength: 1,
        maxLength: 4,
        selector: ([{ id }]) => id,
      })
      .map((all) =>
        all.map(([model, rollup]) => (rollup === undefined ? model : { ...model, rollup })),
      ),
    dictionary: arbitraryDictionary(),
    history: arbitraryHistory({ follows: true }),
    half: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
    picks: fc.array(
      fc.record({
        unit: fc.nat(),
        known: fc.nat(),
        earlier: fc.nat(),
        at: fc.nat(),
        other: fc.nat(),
        model: fc.nat(),
        second: fc.nat(),
        filter: fc.nat(11),
      }),
      { minLength: questions, maxLength: questions },
    ),
  });

/** A question with its pair of times, and the world as known then. */
export interface Question {
  readonly unit: UnitKey;
  readonly model: MaturityModel;
  readonly second: MaturityModel;
  readonly asOf: Instant;
  /** Another instant. */
  readonly other: Instant;
  readonly knownAt: Instant;
  readonly filter: Filter;
  /** As known at `knownAt`. */
  readonly world: Recomputed;
  /** As known by now. */
  readonly present: Recomputed;
  /** An earlier `knownAt` than the other, and the world as known then. */
  readonly before: { readonly knownAt: Instant; readonly world: Recomputed };
  readonly says: string;
}

/** A generated program under way, recorded through the real log. */
export class Trial {
  private recorded = 0;

  private constructor(
    readonly program: TestProgram,
    private readonly tried: Tried,
  ) {}

  static async begin(test: TestDatabase, name: string, tried: Tried): Promise<Trial> {
    return new Trial(await TestProgram.create(test, name, tried.models, tried.dictionary), tried);
  }

  /** Records up to a share of the history, and lets the tree follow. */
  async record(upTo: number): Promise<void> {
    const end = Math.max(this.recorded + 1, Math.round(upTo * this.tried.history.length));
    for (const event of this.tried.history.slice(this.recorded, end)) {
      await this.program.record([event]);
    }
    this.recorded = Math.min(end, this.tried.history.length);
    this.program.now += 60_000;
    await this.program.projector.run(this.program.program);
  }

  /** What answers questions, remembering nothing of earlier ones. */
  rollups(): Rollups {
    const { database, log, catalogue } = this.program;
    return new Rollups(new Moments(database, log, catalogue, { now: () => this.program.now }));
  }

  /** The world as it is known now. */
  async latest(): Promise<Recomputed> {
    const log = await this.log();
    const { models, dictionary } = this.tried;
    return new Recomputed(models, dictionary, log, log.length);
  }

  /** The questions of the picks, over what is recorded by now. */
  async questions(): Promise<readonly Question[]> {
    const log = await this.log();
    const worlds = new Map<Position, Recomputed>();
    const worldAt = (picked: number) => {
      const { recordedAt } = pick(log, picked);
      const position = log.findLast((one) => one.recordedAt <= recordedAt)?.position ?? 0;
      let world = worlds.get(position);
      const { models, dictionary } = this.tried;
      if (!world) worlds.set(position, (world = new Recomputed(models, dictionary, log, position)));
      return { knownAt: recordedAt, world };
    };
    const { models, dictionary } = this.tried;
    const present = new Recomputed(models, dictionary, log, log.length);
    const everybody = [...new Set(log.flatMap(({ unit }) => unit ?? []))];
    return this.tried.picks.map((one) => {
      const [a, b] = [worldAt(one.known), worldAt(one.earlier)];
      const [first, last] = a.knownAt < b.knownAt ? [a, b] : [b, a];
      const unit = pick(everybody, one.unit);
      const asOf = pick(last.world.instants, one.at);
      const filter = FILTERS[one.filter] ?? {};
      return {
        unit,
        model: pick(this.tried.models, one.model),
        second: pick(this.tried.models, one.second),
        asOf,
        other: pick(last.world.instants, one.other),
        ...{ ...last, before: first, present, filter },
        says: `${unit} as of ${new Date(asOf).toISOString()}, known at ${last.world.position}, ${JSON.stringify(filter)}`,
      };
    });
  }

  private log(): Promise<readonly AnyEvent[]> {
    const { database, program, log } = this.program;
    return database.inProgram(program, (tx) => log.readAfter(tx, program, 0, 1000));
  }
}

const FILTERS: readonly Filter[] = [
  ...KINDS.map((kind) => ({ kind })),
  ...TAGS.map((tag) => ({ tag })),
  { kind: KINDS[0], tag: TAGS[0] },
];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** Says what was found and how to find it again, without printing whole programs. */
export function shortReport(run: fc.RunDetails<[Tried]>): void {
  if (!run.failed) return;
  const error = run.errorInstance instanceof Error ? run.errorInstance : new Error('interrupted');
  error.message = `seed ${run.seed}, path "${run.counterexamplePath}": ${error.message}`;
  throw error;
}
