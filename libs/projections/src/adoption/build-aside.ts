import type { Position, ProgramId, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Database, Tx } from '#lib/platform';
import { bringUnits, type Sources } from '../standing/bring-units.js';
import { CATALOGUE_FACTS } from '../catalogue-reader.js';
import { advance, checkpoint, STANDING } from '../checkpoint.js';
import { touchedFromAfar } from '../standing/event-batch.js';
import { awaitWriters } from '../rebuild/generation.js';
import { type Aside, clearAside, movedAt, writeAside } from './aside-rows.js';
import { lockBuild, type ModelBuild } from './builds.js';
import { ComingCatalogue } from './coming-catalogue.js';

const UNITS_AT_ONCE = 100;
const EVENTS_AT_ONCE = 500;
const STEP_TIMEOUT_MS = 300_000;
/** So much is done under the head's lock, for which appends wait. */
const LITTLE = { events: 100, units: 200 };

/** What a build needs. */
export interface BuildParts extends Sources {
  readonly database: Database;
}

/** Another wish took the place of this one, or it was given up. */
export class WishGone extends Error {}

/** The log or the read models have moved on by more than may be made up for while appends wait. */
export class NotReady extends Error {}

/** Builds the standings of all units under a version of a model that is not in force, and follows the log with them. */
export class AsideBuild {
  readonly #aside: Aside;

  constructor(
    private readonly parts: BuildParts,
    private readonly program: ProgramId,
    private readonly wish: ModelBuild,
  ) {
    const { model, version } = wish;
    const comingCatalogue = new ComingCatalogue(parts.catalogue, { model, version });
    this.#aside = { ...parts, program, coming: { model, version }, comingCatalogue };
  }

  /**
   * Goes on from where it was left until little is to be done.
   * @param signal ends it between two steps, with its reason; what is done stays done
   * @throws WishGone
   */
  async build(signal?: AbortSignal): Promise<void> {
    if (this.wish.builtTo === null)
      await clearAside(this.parts.database, this.program, this.wish.model);
    for (;;) {
      signal?.throwIfAborted();
      const build = await this.step((tx, locked) => this.begun(tx, locked));
      if (!build.whole) await this.step((tx, locked) => this.nextUnits(tx, locked));
      else if (!(await this.follow(signal))) return;
    }
  }

  /**
   * Makes up, in the transaction that appends the adoption, for what was appended since; from here on
   * what was built aside is what the adoption leads to.
   * @param head the position before the adoption's
   * @throws NotReady, WishGone
   */
  async complete(tx: Tx, head: Position): Promise<void> {
    const build = await lockBuild(tx, this.program, this.wish.id);
    if (!build) throw new WishGone();
    if (build.builtTo === null || !build.whole) throw new NotReady();
    const since = await this.eventsAfter(tx, build.builtTo, head);
    if (changesCatalogue(since)) throw new NotReady();
    const touched = await this.touchedBy(tx, build.builtTo, since);
    if (touched.length > LITTLE.units) throw new NotReady();
    await this.bringOthers(tx, head);
    await writeAside(tx, this.#aside, touched, head);
    const moved = await movedAt(tx, this.#aside, head);
    await tx.query(
      'UPDATE model_build SET built_to = $3, ready_at = $3, moved = $4 WHERE program_id = $1 AND id = $2',
      [this.program, build.id, head, [...moved]],
    );
  }

  /** Brings those up to the head whom events touched through the tree, so that the adoption comes after them. */
  private async bringOthers(tx: Tx, head: Position): Promise<void> {
    const before = await checkpoint(tx, this.program, STANDING);
    if (head - before > LITTLE.events) throw new NotReady();
    await awaitWriters(tx, this.program);
    const after = await checkpoint(tx, this.program, STANDING);
    if (after >= head) return;
    const events = await this.eventsAfter(tx, after, head);
    const batch = { after, upTo: head, events };
    const touched = await touchedFromAfar(tx, this.parts, this.program, batch);
    if (touched.length > LITTLE.units) throw new NotReady();
    await bringUnits(tx, this.parts, this.program, touched, head, { after });
    await advance(tx, this.program, STANDING, head);
  }

  private async eventsAfter(tx: Tx, after: Position, head: Position): Promise<StoredEvent[]> {
    if (head - after > LITTLE.events) throw new NotReady();
    return this.parts.log.readAfter(tx, this.program, after, LITTLE.events);
  }

  /** Says from where the first pass starts. */
  private async begun(tx: Tx, build: ModelBuild): Promise<ModelBuild> {
    if (build.builtTo !== null) return build;
    const { position } = await this.parts.log.head(tx, this.program);
    await this.beginAt(tx, position);
    return { ...build, builtTo: position };
  }

  private async beginAt(tx: Tx, position: Position): Promise<void> {
    await tx.query(
      `UPDATE model_build SET built_to = $3, through = '', whole = false
        WHERE program_id = $1 AND id = $2`,
      [this.program, this.wish.id, position],
    );
  }

  private async nextUnits(tx: Tx, { through, builtTo }: ModelBuild): Promise<void> {
    const rows = await tx.query<{ unit: UnitKey }>(
      'SELECT unit FROM unit WHERE program_id = $1 AND unit > $2 ORDER BY unit LIMIT $3',
      [this.program, through, UNITS_AT_ONCE],
    );
    const units = rows.map(({ unit }) => unit);
    await writeAside(tx, this.#aside, units, builtTo ?? 0);
    await tx.query(
      'UPDATE model_build SET through = $3, whole = $4 WHERE program_id = $1 AND id = $2',
      [
        this.program,
        this.wish.id,
        units[units.length - 1] ?? through,
        units.length < UNITS_AT_ONCE,
      ],
    );
  }

  /** Takes in the next events; false when little is left of them. */
  private async follow(signal?: AbortSignal): Promise<boolean> {
    const { upTo, touched } = await this.step(async (tx, build) => {
      const after = build.builtTo ?? 0;
      const events = await this.parts.log.readAfter(tx, this.program, after, EVENTS_AT_ONCE);
      if (changesCatalogue(events)) {
        const { position } = await this.parts.log.head(tx, this.program);
        await this.beginAt(tx, position);
        return { upTo: undefined, touched: [] };
      }
      const upTo = events[events.length - 1]?.position ?? after;
      return { upTo, touched: await this.touchedBy(tx, after, events) };
    });
    if (upTo === undefined) return true;
    for (let start = 0; start < touched.length; start += UNITS_AT_ONCE) {
      signal?.throwIfAborted();
      const units = touched.slice(start, start + UNITS_AT_ONCE);
      await this.step((tx) => writeAside(tx, this.#aside, units, upTo));
    }
    return this.step(async (tx) => {
      await tx.query('UPDATE model_build SET built_to = $3 WHERE program_id = $1 AND id = $2', [
        this.program,
        this.wish.id,
        upTo,
      ]);
      const { position } = await this.parts.log.head(tx, this.program);
      return position > upTo && position - upTo > LITTLE.events / 2;
    });
  }

  /** The units whose standings under the version to come some events may have moved. */
  private async touchedBy(
    tx: Tx,
    after: Position,
    events: readonly StoredEvent[],
  ): Promise<readonly UnitKey[]> {
    const upTo = events[events.length - 1]?.position;
    if (upTo === undefined) return [];
    const own = events.flatMap(({ unit }) => unit ?? []);
    const { log } = this.parts;
    const sources = { log, catalogue: this.#aside.comingCatalogue };
    const batch = { after, upTo, events };
    const afar = await touchedFromAfar(tx, sources, this.program, batch);
    return [...new Set([...own, ...afar])].sort();
  }

  /** @throws WishGone */
  private step<T>(work: (tx: Tx, build: ModelBuild) => Promise<T>): Promise<T> {
    return this.parts.database.inProgram(
      this.program,
      async (tx) => {
        const build = await lockBuild(tx, this.program, this.wish.id);
        if (!build) throw new WishGone();
        return work(tx, build);
      },
      { timeoutMs: STEP_TIMEOUT_MS },
    );
  }
}

function changesCatalogue(events: readonly StoredEvent[]): boolean {
  return events.some(({ type }) => CATALOGUE_FACTS.includes(type));
}
