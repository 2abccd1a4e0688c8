import { Injectable } from '@nestjs/common';
import type { Instant, MilestoneKey, ModelId, ProgramId, UnitKey } from '#lib/domain';
import { type Actor, ERASED, Seals } from '#lib/event-log';
import { newId, type Tx } from '#lib/platform';
import { UnknownBoardPack } from '../errors.js';
import type { Moment } from '../moment.js';
import { type RollupReading, Rollups } from '../rollups/rollups.js';
import { requireSeen, topsOf } from '../seen.js';
import { unitsInSight, type Viewer, wholeOf } from '../sight.js';
import { type CountedTree, insertPack, type KeptPack, readPacks } from './pack-rows.js';

/** A board pack in clear; what its author wrote is null once that was erased. */
export interface BoardPack extends Omit<KeptPack, 'author' | 'sealed'> {
  readonly title: string | null;
  readonly text: string | null;
  readonly author: { readonly id: string; readonly name: string };
  /** Whether the words of its author were erased. */
  readonly erased: boolean;
}

/** What a pack is kept with, beside its id. */
export interface PackWish extends Moment {
  readonly unit: UnitKey;
  readonly actor: Actor;
  readonly title: string;
  /** Null: the office wrote nothing. */
  readonly text: string | null;
  readonly madeAt: Instant;
  readonly trees: readonly CountedTree[];
  readonly figures: unknown;
  readonly restated: unknown;
}

/** Names as they were at a pair of times. */
export interface PackNames {
  readonly program: string;
  readonly headline: ModelId | null;
  unit(unit: UnitKey): string;
  milestone(milestone: MilestoneKey): string;
}

/** Pages that are looked through for those whose packs may be out of sight. */
const AT_ONCE = 50;

/**
 * Board packs: what an office took to a board, kept as it was printed. A pack is seen by those who
 * see every unit it counts, and by nobody else.
 */
@Injectable()
export class Packs {
  constructor(
    private readonly rollups: Rollups,
    private readonly seals: Seals,
  ) {}

  /**
   * Gets a pack ready to be kept.
   * @returns keeps it, in a transaction that is given or in one of its own, and answers its id
   */
  async ready(viewer: Viewer, wish: PackWish): Promise<(within?: Tx) => Promise<string>> {
    const { program } = viewer;
    const { actor, title, text, ...rest } = wish;
    const counted = await this.countedBy(viewer, wish.unit, wish.trees);
    return async (within) => {
      const id = newId();
      const keep = async (tx: Tx) => {
        const texts = { name: actor.name, title, ...(text === null ? {} : { text }) };
        const sealed = await this.seals.seal(tx, program, actor.subject, texts);
        await insertPack(tx, program, { ...rest, id, author: actor.subject, sealed, counted });
      };
      await (within ? keep(within) : this.rollups.moments.database.inProgram(program, keep));
      return id;
    };
  }

  /** A pack. @throws UnknownBoardPack for one that counts units out of sight, as for one that is not there */
  async open(viewer: Viewer, id: string): Promise<BoardPack> {
    const [kept] = await this.read(viewer, { id, limit: 1 });
    const [seen] = kept ? await this.seen(viewer, [kept]) : [];
    if (!seen) throw new UnknownBoardPack(id);
    const [pack] = await this.clear(viewer.program, [seen]);
    return pack as BoardPack;
  }

  /**
   * The packs in sight, the latest first.
   * @param narrowed.unit of this one alone
   * @param narrowed.after the last of the page before
   * @throws UnknownUnit
   */
  async list(
    viewer: Viewer,
    narrowed: { readonly unit?: UnitKey; readonly after?: string; readonly limit: number },
  ): Promise<{ readonly items: readonly BoardPack[]; readonly next: string | null }> {
    const { unit, limit } = narrowed;
    if (unit !== undefined) await this.requireUnit(viewer, unit);
    const found: KeptPack[] = [];
    for (let { after } = narrowed; found.length <= limit; ) {
      const page = await this.read(viewer, { unit, after, limit: AT_ONCE });
      found.push(...(await this.seen(viewer, page)));
      after = page[AT_ONCE - 1]?.id;
      if (after === undefined) break;
    }
    const shown = found.slice(0, limit);
    const items = await this.clear(viewer.program, shown);
    return { items, next: found.length > limit ? (shown[limit - 1]?.id ?? null) : null };
  }

  /** The pack of a unit that was made last, whatever it counts; undefined: there is none. */
  async latest(viewer: Viewer, unit: UnitKey): Promise<KeptPack | undefined> {
    const [last] = await this.read(viewer, { unit, limit: 1 });
    return last;
  }

  /** What things are called at a pair of times: the program, its milestones, and some units. */
  names(viewer: Viewer, { asOf, knownAt }: Moment, units: Iterable<UnitKey>): Promise<PackNames> {
    return this.rollups.read(viewer, { asOf, knownAt }, null, async (reading) => {
      const chart = await reading.organisation();
      const { name, headline } = reading.known.view.program;
      const named = new Map<UnitKey, string>();
      for (const unit of units) named.set(unit, chart.name(chart.indexOf(unit) ?? -1) ?? unit);
      const { dictionary } = reading.known.view;
      return {
        ...{ program: name, headline },
        unit: (unit) => named.get(unit) ?? unit,
        milestone: (milestone) => dictionary.get(milestone)?.title ?? milestone,
      };
    });
  }

  /** Tells which units are in sight. */
  async seenBy(viewer: Viewer): Promise<(unit: UnitKey) => boolean> {
    if (viewer.sight === 'everything') return () => true;
    const seen = await this.rollups.moments.database.inProgram(
      viewer.program,
      (tx) => unitsInSight(tx, viewer),
      { readOnly: true },
    );
    return (unit) => seen?.has(unit) ?? true;
  }

  private read(
    viewer: Viewer,
    narrowed: Pick<Parameters<typeof readPacks>[2], 'id' | 'unit' | 'after' | 'limit'>,
  ): Promise<readonly KeptPack[]> {
    const { program } = viewer;
    return this.rollups.moments.database.inProgram(
      program,
      (tx) => readPacks(tx, program, { ...narrowed, tops: topsOf(viewer) }),
      { readOnly: true },
    );
  }

  private async requireUnit(viewer: Viewer, unit: UnitKey): Promise<void> {
    const { database } = this.rollups.moments;
    await database.inProgram(viewer.program, (tx) => requireSeen(tx, viewer, unit, '?unit'), {
      readOnly: true,
    });
  }

  /** Those of some packs whose every unit is in sight. */
  private async seen(viewer: Viewer, packs: readonly KeptPack[]): Promise<readonly KeptPack[]> {
    if (viewer.sight === 'everything' || packs.length === 0) return packs;
    return this.rollups.read(wholeOf(viewer.program), {}, null, async (reading) => {
      const seen = (await unitsInSight(reading.tx, viewer)) ?? new Set();
      const found: KeptPack[] = [];
      for (const pack of packs) {
        const counted = pack.counted ?? (await below(reading, pack.unit, pack.trees));
        if (counted.every((unit) => seen.has(unit))) found.push(pack);
      }
      return found;
    });
  }

  /** The units of some trees that one sees; null where that is all of them. */
  private async countedBy(
    viewer: Viewer,
    unit: UnitKey,
    trees: readonly CountedTree[],
  ): Promise<readonly UnitKey[] | null> {
    if (viewer.sight === 'everything') return null;
    return this.rollups.read(wholeOf(viewer.program), {}, null, async (reading) => {
      const seen = (await unitsInSight(reading.tx, viewer)) ?? new Set();
      const all = await below(reading, unit, trees);
      const counted = all.filter((one) => seen.has(one));
      return counted.length === all.length ? null : counted;
    });
  }

  private async clear(
    program: ProgramId,
    packs: readonly KeptPack[],
  ): Promise<readonly BoardPack[]> {
    const rows = packs.map(({ author, sealed }) => ({ subject: author, sealed }));
    const texts = await this.rollups.moments.database.inProgram(
      program,
      (tx) => this.seals.unseal(tx, program, rows),
      { readOnly: true },
    );
    return packs.map(({ author, sealed: _sealed, ...rest }, index) => {
      const { name = ERASED, title = ERASED, text } = texts[index] ?? {};
      const erased = title === ERASED;
      return {
        ...rest,
        title: erased ? null : title,
        text: erased ? null : (text ?? null),
        author: { id: author, name },
        erased,
      };
    });
  }
}

/** A unit and all below it, by some trees; of units that exist in none of them, the unit itself. */
async function below(
  reading: RollupReading,
  unit: UnitKey,
  trees: readonly CountedTree[],
): Promise<readonly UnitKey[]> {
  const found = new Set<UnitKey>([unit]);
  for (const { asOf, position } of trees) {
    const chart = await reading.organisation(asOf, position);
    const top = chart.indexOf(unit);
    for (const index of top === undefined ? [] : chart.below(top)) found.add(chart.keyOf(index));
  }
  return [...found];
}
