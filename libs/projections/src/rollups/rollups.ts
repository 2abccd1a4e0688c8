import { Injectable } from '@nestjs/common';
import type { Instant, MaturityModel, ModelId, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type KnownCatalogue, knownCatalogue } from '../catalogue-reader.js';
import { UnknownModel } from '../errors.js';
import { type Asked, type Moment, Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import { type Viewer, wholeOf } from '../sight.js';
import { type Books, Library } from './books.js';
import type { OrganisationAt } from './organisation.js';
import { readColumns, readPlane, Values } from './read-segments.js';
import { type Plane, Segments } from './segments.js';
import type { TreeColumns } from './tree-columns.js';

/** Which plane is wanted, where it is not that of the moment. */
export interface PlaneWish {
  readonly asOf?: Instant;
  readonly position?: Position;
  /** The numbers of the units that matter; fewer are read sooner. */
  readonly within?: readonly number[];
  /** Whether levels and scores are wanted beside the stage. */
  readonly whole?: boolean;
}

/** So few units are looked up one by one rather than with all others. */
const FEW = 5_000;

/** One question about a subtree: everything it reads is of one snapshot. */
export class RollupReading {
  #books: Books | undefined;
  #seen: Uint8Array | undefined;
  readonly #narrowed = new Map<OrganisationAt, OrganisationAt>();

  constructor(
    readonly tx: Tx,
    readonly viewer: Viewer,
    readonly moment: Moment,
    /** The models in force and the dictionary, as known then. */
    readonly known: KnownCatalogue,
    private readonly moments: Moments,
    private readonly library: Library,
  ) {}

  get program(): ProgramId {
    return this.viewer.program;
  }

  /** Whether some units may be out of sight: then nothing that was counted over others may be answered. */
  get limited(): boolean {
    return this.viewer.sight !== 'everything';
  }

  /** The tree at the moment, or at another pair, of the units in sight. */
  async organisation(
    asOf = this.moment.asOf,
    position = this.moment.position,
  ): Promise<OrganisationAt> {
    const [chart, seen] = await this.books(
      async ({ organisation }): Promise<[OrganisationAt, Uint8Array | undefined]> => [
        organisation.chart(asOf, position),
        this.#seen ?? (await organisation.sights.seen(this.tx, this.viewer)),
      ],
    );
    if (!seen) return chart;
    this.#seen = seen;
    let narrowed = this.#narrowed.get(chart);
    if (!narrowed) {
      narrowed = chart.narrowedTo(seen);
      this.#narrowed.set(chart, narrowed);
    }
    return narrowed;
  }

  /** Every row of the tree, whenever known: where units lie through time, by their numbers. */
  tree(): Promise<TreeColumns> {
    return this.books(async ({ organisation }) => organisation.columns());
  }

  /** Where every unit stands in a model at the moment, or at another pair. */
  async plane(model: ModelId, wish: PlaneWish = {}): Promise<Plane> {
    const { asOf = this.moment.asOf, position = this.moment.position, within, whole } = wish;
    const plane = await this.books(async ({ organisation, standing }) => {
      const segments = await standing.segments(this.tx, model, position);
      return segments?.plane(asOf, organisation.size);
    });
    if (plane) return plane;
    const chart = await this.organisation(asOf, position);
    const units =
      within && within.length <= FEW ? within.map((index) => chart.keyOf(index)) : undefined;
    const wanted = { program: this.program, model, position, units };
    const numberOf = chart.indexOf.bind(chart);
    return readPlane(this.tx, wanted, asOf, { whole: whole ?? false, size: chart.size, numberOf });
  }

  /** Every stretch of every unit in a model, as known at the moment; past ones of `within` only where that is few. */
  async segments(model: ModelId, within?: readonly number[]): Promise<Segments> {
    const { position } = this.moment;
    const held = await this.books(({ standing }) => standing.segments(this.tx, model, position));
    if (held) return held;
    const chart = await this.organisation();
    const units =
      within && within.length <= FEW ? within.map((index) => chart.keyOf(index)) : undefined;
    const values = new Values();
    const wanted = { program: this.program, model, position, units };
    const columns = await readColumns(this.tx, wanted, values, chart.indexOf.bind(chart));
    return new Segments(values.list, columns, new Map());
  }

  /** How many units were ever registered. */
  async units(): Promise<number> {
    const [row] = await this.tx.query<{ units: number }>(
      'SELECT count(*) AS units FROM unit WHERE program_id = $1',
      [this.program],
    );
    return row?.units ?? 0;
  }

  /** A model in force; absent: the program's headline model, else the first it follows. @throws UnknownModel */
  model(asked?: ModelId): MaturityModel {
    const { models, program } = this.known.view;
    const id = asked ?? program.headline ?? program.models[0] ?? ('' as ModelId);
    const model = models.get(id);
    if (!model) throw new UnknownModel(id);
    return model;
  }

  /** The models in force: those the program follows first, in its order. */
  models(): readonly MaturityModel[] {
    const { models, program } = this.known.view;
    const first = program.models.flatMap((id) => models.get(id) ?? []);
    return [...first, ...[...models.values()].filter((model) => !first.includes(model))];
  }

  /** The catalogue as known at another position. */
  knownAt(position: Position): Promise<KnownCatalogue> {
    return catalogueAt(this.tx, this.moments, this.program, position);
  }

  private books<T>(work: (books: Books) => Promise<T>): Promise<T> {
    const { tx, program, moment } = this;
    return this.library.with({ tx, program, position: moment.position }, this.#books, (books) => {
      this.#books = books;
      return work(books);
    });
  }
}

/** Reads subtrees: the tree, and where all of its units stand, at any pair of times. */
@Injectable()
export class Rollups {
  readonly #library = new Library();

  constructor(readonly moments: Moments) {}

  /**
   * Answers one question in one snapshot, once the rows are written as far as it asks.
   * @param unit must be registered, whenever, and in sight; null: the question is about all there is
   * @throws UnknownUnit, KnownAtInFuture, ProjectionBehind
   */
  async read<T>(
    viewer: Viewer,
    asked: Asked,
    unit: UnitKey | null,
    work: (reading: RollupReading) => Promise<T>,
  ): Promise<T> {
    const { program } = viewer;
    const moment = await this.moments.settleRollup(program, asked);
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        const reading = this.at(tx, viewer, moment);
        if (unit !== null) await requireSeen(tx, viewer, unit);
        return work(await reading);
      },
      { readOnly: true },
    );
  }

  /** Reads within a transaction that is open. @param tx a snapshot in which the rows are written up to the moment's position */
  async at(tx: Tx, viewer: Viewer, moment: Moment): Promise<RollupReading> {
    const known = await catalogueAt(tx, this.moments, viewer.program, moment.position);
    return new RollupReading(tx, viewer, moment, known, this.moments, this.#library);
  }

  /**
   * Reads the large programs before anybody asks, one model after another, so that the first page
   * need not wait. What fails is read when it is asked for.
   * @param signal ends it between two models
   */
  async warm(signal: AbortSignal): Promise<void> {
    const { database } = this.moments;
    const programs = await database.beforeProgram((tx) =>
      tx.query<{ program: ProgramId }>('SELECT program_id AS program FROM waymark_programs()'),
    );
    for (const { program } of programs) {
      if (signal.aborted) return;
      await this.read(wholeOf(program), {}, null, async (reading) => {
        if ((await reading.units()) < LARGE) return;
        for (const model of reading.models()) {
          if (!signal.aborted) await reading.segments(model.id);
        }
      });
    }
  }
}

/** A program of so many units takes a while to be read at its first question. */
const LARGE = 5_000;

async function catalogueAt(
  tx: Tx,
  moments: Moments,
  program: ProgramId,
  position: Position,
): Promise<KnownCatalogue> {
  const [row] = await tx.query<{ at: number | null }>(
    `SELECT max(position) AS at FROM event WHERE program_id = $1 AND position <= $2
        AND type IN ('model.added', 'model.adopted', 'milestone.defined', 'program.changed')`,
    [program, position],
  );
  return knownCatalogue(tx, moments.catalogue, program, row?.at ?? 0);
}
