import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access, AuditTrail, Keys } from '#lib/access';
import { builtIns, Catalogue } from '#lib/catalogue';
import type { Instant, ProgramId } from '#lib/domain';
import { type EventDraft, EventLog } from '#lib/event-log';
import {
  Database,
  EmbeddedPostgres,
  loadSecrets,
  migrate,
  type Secrets,
  systemClock,
} from '#lib/platform';
import { rebuildAdvice } from '#lib/advice';
import { rebuild } from '#lib/projections';
import { milliseconds } from '../measure.js';
import { NO_READ_MODEL } from '../stage.js';
import { BEGINS } from './life.js';
import { type Append, appendsOf } from './appends.js';
import { Milestones } from './milestones.js';
import { Shape, type Size } from './shape.js';

const ACTOR = { subject: '0190b7a0-0000-7000-8000-000000000001', name: 'bench' };
const DONE = 'complete.json';
/** While it is loaded; it is read with the settings of the product. */
const LOADING = {
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  synchronous_commit: 'off',
  maintenance_work_mem: '512MB',
  shared_buffers: '1GB',
};

/** A program that lies in a folder, complete. */
export interface Built {
  readonly folder: string;
  readonly program: ProgramId;
  readonly size: Size;
  /** Of an administrator of the program. */
  readonly key: string;
  readonly events: number;
  /** How long the log took, then the read models, then the advice, in milliseconds. */
  readonly loaded: number;
  readonly rebuilt: number;
  readonly advised: number;
}

/** The folder of programs: `BENCH_PROGRAMS`, by default below the system's temporary folder. */
export function programsFolder(): string {
  return process.env.BENCH_PROGRAMS ?? join(tmpdir(), 'waymark-bench-programs');
}

/** The secrets of a program's folder. */
export function secretsOf(folder: string): Promise<Secrets> {
  return loadSecrets(join(folder, 'secrets.json'));
}

/**
 * The program of a size, built through the log's append if it is not there yet; one that was begun
 * goes on where it stopped.
 */
export async function builtProgram(size: Size): Promise<Built> {
  const folder = join(programsFolder(), `${size.units}-units-${size.facts}-facts`);
  await mkdir(folder, { recursive: true });
  const done = await readFile(join(folder, DONE), 'utf8').catch(() => undefined);
  if (done) return { ...(JSON.parse(done) as Built), folder };
  const built = await build(folder, size);
  await writeFile(join(folder, DONE), JSON.stringify(built));
  return built;
}

async function build(folder: string, size: Size): Promise<Built> {
  const postgres = await EmbeddedPostgres.start(folder, { settings: LOADING });
  try {
    await migrate(postgres.url);
    const database = new Database(postgres.url);
    const loader = new Loader(database, await secretsOf(folder));
    try {
      const loaded = await milliseconds(() => loader.load(new Shape(size)));
      await loader.analyse();
      const rebuilt = await milliseconds(() => loader.rebuild(size));
      await loader.analyse();
      const advised = await milliseconds(() => loader.advise(size));
      await loader.analyse();
      const [key, events] = [await loader.key(), await loader.head()];
      return { folder, program: PROGRAM, size, key, events, loaded, rebuilt, advised };
    } finally {
      await loader.close();
      await database.close();
    }
  } finally {
    await postgres.stop();
  }
}

const PROGRAM = 'bench' as ProgramId;

/** Records a generated program through the real append path, on a clock of its own. */
class Loader {
  readonly #catalogue = new Catalogue(builtIns());
  readonly #log: EventLog;
  readonly #access: Access;
  readonly #keys: Keys;
  #now: Instant = BEGINS;

  constructor(
    private readonly database: Database,
    secrets: Secrets,
  ) {
    const clock = { now: () => this.#now };
    this.#log = new EventLog({
      ...{ database, clock, masterKey: secrets.masterKey },
      inline: NO_READ_MODEL,
    });
    this.#access = new Access(database, systemClock);
    const audit = new AuditTrail(database, systemClock);
    this.#keys = new Keys({ database, clock: systemClock, audit });
  }

  async load(shape: Shape): Promise<void> {
    await this.#access.ensureProgram(PROGRAM);
    const { models, dictionary } = builtIns();
    const milestones = new Milestones({
      models: new Map(models.map((model) => [model.id, model])),
      dictionary,
    });
    const reached = await this.head();
    const { units, facts } = shape.size;
    const say = every(
      15,
      (position: number, at: number) =>
        `${units} units × ${facts}: ${position} events, up to ${new Date(at).toISOString()}`,
    );
    let position = 0;
    for (const append of appendsOf(shape, milestones, [...new Set(models.map(({ id }) => id))])) {
      const before = position;
      position += append.drafts.length;
      if (position > reached) await this.#append(append, before);
      say(position, append.at);
    }
  }

  /** The read models of all of it. */
  async rebuild({ units }: Size): Promise<void> {
    const say = every(15, (done: number) => `read models of ${done} of ${units} units`);
    const parts = { database: this.database, log: this.#log, catalogue: this.#catalogue };
    await rebuild(parts, PROGRAM, { onProgress: say });
  }

  /** What the worker keeps ready. */
  async advise({ units }: Size): Promise<void> {
    const say = every(15, (done: number) => `advice on ${done} of ${units} units`);
    const parts = { database: this.database, log: this.#log, catalogue: this.#catalogue };
    await rebuildAdvice({ ...parts, clock: systemClock }, PROGRAM, say);
  }

  async head(): Promise<number> {
    return this.database.inProgram(
      PROGRAM,
      async (tx) => (await this.#log.head(tx, PROGRAM)).position,
    );
  }

  /** What the database does by itself after a while. */
  async analyse(): Promise<void> {
    const source = await this.database.dataSource();
    await source.query('VACUUM (ANALYZE)');
  }

  async key(): Promise<string> {
    const made = await this.#keys.make('operator', PROGRAM, {
      name: 'Bench',
      role: 'administrator',
    });
    return made.key;
  }

  async close(): Promise<void> {
    await this.#log.close();
  }

  async #append({ drafts, at }: Append, before: number): Promise<void> {
    this.#now = at;
    await this.#log.append({
      program: PROGRAM,
      actor: ACTOR,
      units: [],
      alone: true,
      decide: ({ position }): readonly EventDraft[] => {
        if (position !== before) throw new Error(`${before} was to be the head, not ${position}.`);
        return drafts;
      },
      answer: () => null,
    });
  }
}

/** Says something every so many seconds, with the seconds since this was called. */
function every<Told extends readonly unknown[]>(
  seconds: number,
  line: (...told: Told) => string,
): (...told: Told) => void {
  const began = performance.now();
  let said = 0;
  return (...told) => {
    const after = (performance.now() - began) / 1000;
    if (after < said + seconds) return;
    said = after;
    process.stderr.write(`${line(...told)}, ${after.toFixed(0)} s\n`);
  };
}
