import { Access } from '#lib/access';
import { openCatalogue } from '#lib/catalogue';
import type { ProgramId } from '#lib/domain';
import { EventLog } from '#lib/event-log';
import type { Foundation } from '#lib/platform';
import { InlineStandings, TreeProjector } from '#lib/projections';
import { Calendar } from '../story/calendar.js';
import { tellStory } from '../story/story.js';
import { DemoProgramTaken } from './errors.js';
import { DEMO_PROGRAM, DEMO_KEY, keysIn } from './key.js';
import { type Destination, loadStory } from './load-story.js';
import { StoryClock } from './story-clock.js';

/** What there is of the demo. */
export interface Demo {
  /** False when the loading was stopped; the next one goes on from there. */
  readonly complete: boolean;
  readonly units: number;
  readonly events: number;
  /** The administrator key, when it was made just now: to be shown once. */
  readonly key?: string;
}

/** How a loading is watched and stopped. */
export interface Loading {
  /** Called before anything is recorded. */
  readonly begins?: () => void;
  /** Asked now and then: whether to leave the rest to the next start. */
  readonly stopped?: () => boolean;
}

/** What of a foundation the demo stands on. */
export type Ground = Pick<Foundation, 'database' | 'secrets' | 'clock' | 'environment'>;

const PROGRAM = DEMO_PROGRAM as ProgramId;

/**
 * Sees to it that the program `demo` holds its story. It has no key before the story is in it to
 * the end and the standings are right, so nobody sees half of it; an interrupted loading is
 * completed. A story that is there stays as it is, with everything recorded since.
 * @throws DemoProgramTaken, DemoBeingLoaded, and what the log and the catalogue throw
 */
export async function ensureDemo(
  foundation: Ground,
  { begins = () => undefined, stopped = () => false }: Loading = {},
): Promise<Demo> {
  const access = new Access(foundation.database, foundation.clock);
  await access.ensureProgram(PROGRAM);
  const keys = keysIn(foundation.database, foundation.clock);
  const made = await keys.list('operator', PROGRAM, { limit: 500 });
  const loaded = made.some(({ name }) => name === DEMO_KEY);
  if (!loaded && made.length > 0) throw new DemoProgramTaken(PROGRAM);
  if (loaded) return { complete: true, ...(await sizes(foundation)) };
  begins();
  const complete = await load(foundation, stopped);
  if (!complete) return { complete, ...(await sizes(foundation)) };
  const { key } = await keys.make('operator', PROGRAM, {
    name: DEMO_KEY,
    role: 'administrator',
  });
  return { complete, ...(await sizes(foundation)), key };
}

async function load(foundation: Ground, stopped: () => boolean): Promise<boolean> {
  const { database, secrets } = foundation;
  const clock = new StoryClock();
  const catalogue = await openCatalogue(foundation);
  const inline = new InlineStandings(catalogue);
  const log = new EventLog({ database, clock, masterKey: secrets.masterKey, inline });
  inline.reads(log);
  const to: Destination = { database, log, clock, program: PROGRAM };
  const complete = await loadStory(to, tellStory(await calendarOf(to, foundation)), stopped);
  // what the worker would do anyway; so the first look is right, whoever is quicker
  if (complete) await new TreeProjector(database, log, catalogue).run(PROGRAM);
  await log.close();
  return complete;
}

/** An interrupted loading goes on in the story that it began, also in another month. */
async function calendarOf(to: Destination, { clock }: Ground): Promise<Calendar> {
  const [first] = await to.database.inProgram(PROGRAM, (tx) => to.log.readAfter(tx, PROGRAM, 0, 1));
  return first ? Calendar.beginningAt(first.recordedAt) : Calendar.before(clock.now());
}

function sizes({ database }: Ground): Promise<{ units: number; events: number }> {
  return database.inProgram(PROGRAM, async (tx) => {
    const [row] = await tx.query<{ units: number; events: number }>(
      `SELECT (SELECT count(*) FROM unit WHERE program_id = $1) AS units, position AS events
         FROM feed_head WHERE program_id = $1`,
      [PROGRAM],
    );
    return row ?? { units: 0, events: 0 };
  });
}
