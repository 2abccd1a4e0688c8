import { DemoProgramTaken } from './errors.js';
import { findDemo, type Place } from './found.js';
import { DEMO_KEY, DEMO_PROGRAM, keysIn } from './key.js';
import { type Ground, loadDemo } from './load-demo.js';

/** What there is of the demo. */
export interface Demo {
  /** False when the loading was stopped; the next one goes on from there. */
  readonly complete: boolean;
  readonly units: number;
  readonly events: number;
  /** The administrator key, when it was made just now: to be shown once. */
  readonly key?: string;
}

const FIRST_KEY = { name: DEMO_KEY, role: 'administrator' } as const;

/** How a loading is watched and stopped. */
export interface Loading {
  /** Called before anything is recorded. */
  readonly begins?: () => void;
  /** Asked now and then: whether to leave the rest to the next start. */
  readonly stopped?: () => boolean;
}

/**
 * Sees to it that the program `demo` holds its story and has an administrator key; an interrupted
 * loading is completed. A story that is there stays as it is, with everything recorded since.
 * @throws DemoProgramTaken, DemoBeingLoaded, and what the log and the catalogue throw
 */
export async function ensureDemo(
  ground: Ground,
  { begins = () => undefined, stopped = () => false }: Loading = {},
): Promise<Demo> {
  const found = await findDemo(ground);
  if (found.state === 'taken') throw new DemoProgramTaken(DEMO_PROGRAM);
  if (found.state !== 'ready') {
    begins();
    const complete = await loadDemo(ground, found, { stopped });
    if (!complete) return { complete, ...(await sizes(ground)) };
  }
  const key = await firstKey(ground);
  return { complete: true, ...(await sizes(ground)), ...(key === undefined ? {} : { key }) };
}

/**
 * A new administrator key of the demo, to be shown once; the one before it ends.
 * @returns undefined when the demo is not loaded
 */
export async function renewDemoKey(place: Place): Promise<string | undefined> {
  if ((await findDemo(place)).state !== 'ready') return undefined;
  const keys = keysIn(place.database, place.clock);
  const made = await keys.list('operator', DEMO_PROGRAM, { limit: 500 });
  const inUse = made.find(({ name, revokedAt }) => name === DEMO_KEY && revokedAt === null);
  const renewed = inUse
    ? keys.rotate('operator', DEMO_PROGRAM, inUse)
    : keys.make('operator', DEMO_PROGRAM, FIRST_KEY);
  return (await renewed).key;
}

/** The first key of the demo; undefined when it was made before. */
async function firstKey({ database, clock }: Ground): Promise<string | undefined> {
  const keys = keysIn(database, clock);
  const made = await keys.list('operator', DEMO_PROGRAM, { limit: 500 });
  if (made.some(({ name }) => name === DEMO_KEY)) return undefined;
  return (await keys.make('operator', DEMO_PROGRAM, FIRST_KEY)).key;
}

function sizes({ database }: Ground): Promise<{ units: number; events: number }> {
  return database.inProgram(DEMO_PROGRAM, async (tx) => {
    const [row] = await tx.query<{ units: number; events: number }>(
      `SELECT (SELECT count(*) FROM unit WHERE program_id = $1) AS units, position AS events
         FROM feed_head WHERE program_id = $1`,
      [DEMO_PROGRAM],
    );
    return row ?? { units: 0, events: 0 };
  });
}
