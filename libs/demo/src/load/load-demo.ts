import { Access, ensureVisitor } from '#lib/access';
import { openCatalogue } from '#lib/catalogue';
import type { ProgramId } from '#lib/domain';
import { EventLog } from '#lib/event-log';
import type { Foundation } from '#lib/platform';
import { InlineStandings, TreeProjector } from '#lib/projections';
import { type FoundDemo, storyOf } from './found.js';
import { DEMO_PROGRAM } from './key.js';
import { type Destination, loadStory, type Watched } from './load-story.js';
import { StoryClock } from './story-clock.js';
import { VISITOR } from './visitor.js';

/** What of a foundation the demo stands on. */
export type Ground = Pick<Foundation, 'database' | 'secrets' | 'clock' | 'environment'>;

const PROGRAM = DEMO_PROGRAM as ProgramId;

/**
 * Loads the demo, or the rest of it. Nobody can come in before the story is in the log to its end
 * and the standings are right, so nobody sees half of it.
 * @returns whether it is there to its end
 * @throws DemoProgramTaken, DemoBeingLoaded, and what the log and the catalogue throw
 */
export async function loadDemo(
  ground: Ground,
  { calendar }: FoundDemo,
  watched: Watched,
): Promise<boolean> {
  const { database, secrets } = ground;
  await new Access(database, ground.clock).ensureProgram(PROGRAM);
  const clock = new StoryClock();
  const catalogue = await openCatalogue(ground);
  const inline = new InlineStandings(catalogue);
  const log = new EventLog({ database, clock, masterKey: secrets.masterKey, inline });
  inline.reads(log);
  const to: Destination = { database, log, clock, program: PROGRAM };
  try {
    if (!(await loadStory(to, storyOf(calendar), watched))) return false;
    // what the worker would do anyway; so the first look is right, whoever is quicker
    await new TreeProjector(database, log, catalogue).run(PROGRAM);
    const parts = { seals: log.seals, clock: ground.clock };
    await database.inProgram(PROGRAM, (tx) => ensureVisitor(tx, PROGRAM, VISITOR, parts));
    return true;
  } finally {
    await log.close();
  }
}
