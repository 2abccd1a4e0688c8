import type { ProgramId } from '#lib/domain';
import { type Actor, type EventLog, SubjectErased } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import {
  AsideBuild,
  clearAside,
  dropWish,
  failBuild,
  forgetBuild,
  type ModelBuild,
  modelBuilds,
  NotReady,
  TreeProjector,
  WishGone,
} from '#lib/projections';
import { Known } from '../known.js';
import type { Records } from '../records.js';
import { Faulty, Refusal } from '../refusal.js';
import { requireAdoptable } from './require-adoptable.js';

/** The class of the advisory locks that say "somebody brings about the adoptions of this program". */
const ADOPTING = 0x57_4d_4b_35;
const LONGEST_MS = 24 * 3_600_000;
/** Appends wait for the switch; readers do not. */
const SWITCH_TIMEOUT_MS = 600_000;
/** A log that never rests is tried again with the next wake-up. */
const TRIES = 100;
/** Another try would end the same. */
const FOR_GOOD = [Refusal, Faulty, SubjectErased];

/** Brings about the adoptions that were asked for: builds aside, then logs and switches in one transaction. */
export class Adoptions {
  private readonly tree: TreeProjector;

  constructor(private readonly records: Pick<Records, 'foundation' | 'catalogue' | 'log'>) {
    const { foundation, catalogue, log } = records;
    this.tree = new TreeProjector(foundation.database, log, catalogue);
  }

  /**
   * Works until nothing is asked for any more; nothing when somebody else does.
   * @param signal ends the work between two steps, with its reason; what is done stays done
   */
  async run(program: ProgramId, signal?: AbortSignal): Promise<void> {
    const { database } = this.records.foundation;
    await database.inProgram(
      program,
      async (lock) => {
        if (!(await isAlone(lock, program))) return;
        for (;;) {
          signal?.throwIfAborted();
          const builds = await database.inProgram(program, (tx) =>
            modelBuilds(tx, program, { over: true }),
          );
          const build = builds.find(({ state }) => state !== 'failed');
          if (!build) return;
          if (build.state === 'replaying') await this.bringAbout(program, build, signal);
          else await this.clear(program, build);
        }
      },
      { timeoutMs: LONGEST_MS },
    );
  }

  private async bringAbout(
    program: ProgramId,
    wish: ModelBuild,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { foundation, catalogue, log } = this.records;
    const { database } = foundation;
    const build = new AsideBuild({ database, log, catalogue }, program, wish);
    try {
      for (let tries = 1; ; tries++) {
        await build.build(signal);
        await this.tree.run(program, signal);
        try {
          return await this.adopt(program, wish, build);
        } catch (error) {
          if (!(error instanceof NotReady) || tries === TRIES) throw error;
        }
      }
    } catch (error) {
      if (error instanceof WishGone) return;
      if (!FOR_GOOD.some((kind) => error instanceof kind)) throw error;
      // what fitted when it was asked for does no longer
      await database.inProgram(program, (tx) =>
        failBuild(tx, program, wish.id, (error as Error).message),
      );
      await clearAside(database, program, wish.model);
    }
  }

  private async adopt(program: ProgramId, wish: ModelBuild, build: AsideBuild): Promise<void> {
    const { foundation, catalogue, log } = this.records;
    const { model, version } = wish;
    const actor = await foundation.database.inProgram(program, (tx) =>
      asker(tx, log, program, wish),
    );
    await log.append({
      ...{ program, actor, units: [], alone: true, timeoutMs: SWITCH_TIMEOUT_MS },
      decide: async (context) => {
        const view = await new Known(program, context, log, catalogue).catalogue();
        requireAdoptable(view, wish);
        if (view.models.get(model)?.version === version) {
          await dropWish(context.tx, program, model);
          return [];
        }
        await build.complete(context.tx, context.position);
        return [{ type: 'model.adopted', unit: null, data: { model, version } }];
      },
      answer: () => null,
    });
  }

  private async clear(program: ProgramId, { id, model }: ModelBuild): Promise<void> {
    const { database } = this.records.foundation;
    await clearAside(database, program, model);
    await database.inProgram(program, (tx) => forgetBuild(tx, program, id));
  }
}

async function isAlone(tx: Tx, program: ProgramId): Promise<boolean> {
  const [row] = await tx.query<{ alone: boolean }>(
    'SELECT pg_try_advisory_xact_lock($2, hashtext($1)) AS alone',
    [program, ADOPTING],
  );
  return row?.alone ?? false;
}

/** Who asked for it, as the log names who records. */
async function asker(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  { requestedBy: subject }: ModelBuild,
): Promise<Actor> {
  const [row] = await tx.query<{ name: string | null; sealed: Record<string, string> | null }>(
    `SELECT name, NULL::jsonb AS sealed FROM access_key WHERE program_id = $1 AND id = $2
     UNION ALL SELECT NULL, sealed FROM person WHERE program_id = $1 AND id = $2`,
    [program, subject],
  );
  const [texts] = row?.sealed
    ? await log.seals.unseal(tx, program, [{ subject, sealed: row.sealed }])
    : [];
  return { subject, name: row?.name ?? texts?.['name'] ?? 'Waymark' };
}
