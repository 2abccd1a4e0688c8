import { People } from '#lib/access';
import { Seals } from '#lib/event-log';
import { type Clock, type Database, fromTimestamp, type Secrets, type Tx } from '#lib/platform';
import { Calendar } from '../story/calendar.js';
import { type Story, tellStory } from '../story/story.js';
import { DEMO_KEY, DEMO_PROGRAM, keysIn } from './key.js';
import { VISITOR } from './visitor.js';

/**
 * What there is of the demo: nothing yet (`absent`), the beginning of its story (`begun`), all of it
 * (`ready`), or something else under its name (`taken`).
 */
export interface FoundDemo {
  readonly state: 'absent' | 'begun' | 'ready' | 'taken';
  /** How many events of the story are recorded, of how many. */
  readonly done: number;
  readonly of: number;
  /** The story that is told, or would be. */
  readonly calendar: Calendar;
}

/** What is needed to look for the demo. */
export interface Place {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Pick<Secrets, 'masterKey'>;
}

/** Looks what there is of the demo. */
export async function findDemo(place: Place): Promise<FoundDemo> {
  const { database, clock } = place;
  const keys = await keysIn(database, clock).list('operator', DEMO_PROGRAM, { limit: 500 });
  return database.inProgram(DEMO_PROGRAM, async (tx): Promise<FoundDemo> => {
    const first = await eventAt(tx, 1);
    // an interrupted loading goes on in the story that it began, also in another month
    const calendar = first
      ? Calendar.beginningAt(fromTimestamp(first.recorded_at))
      : Calendar.before(clock.now());
    const ids = idsOf(calendar);
    const found = (state: FoundDemo['state'], done: number) => ({
      ...{ state, done, calendar },
      of: ids.length,
    });
    if (keys.some(({ name }) => name === DEMO_KEY)) return found('ready', ids.length);
    if (!first) return found(keys.length > 0 ? 'taken' : 'absent', 0);
    if (await hasVisitor(tx, place)) return found('ready', ids.length);
    const head = await tx.query<{ position: number }>(
      'SELECT position FROM feed_head WHERE program_id = $1',
      [DEMO_PROGRAM],
    );
    const done = Math.min(head[0]?.position ?? 0, ids.length);
    const last = await eventAt(tx, done);
    return found(last?.id === ids[done - 1] ? 'begun' : 'taken', done);
  });
}

/** Whether the visitor was made, which ends a loading. */
async function hasVisitor(tx: Tx, { secrets, clock }: Place): Promise<boolean> {
  const people = new People(new Seals(secrets.masterKey), clock);
  return (await people.findByEmail(tx, DEMO_PROGRAM, VISITOR.email)) !== undefined;
}

async function eventAt(tx: Tx, position: number) {
  const [event] = await tx.query<{ readonly id: string; readonly recorded_at: Date }>(
    'SELECT id, recorded_at FROM event WHERE program_id = $1 AND position = $2',
    [DEMO_PROGRAM, position],
  );
  return event;
}

let told: { readonly reference: number; readonly story: Story } | undefined;

/** The story of a calendar; the one told last is kept, since telling takes a tenth of a second. */
export function storyOf(calendar: Calendar): Story {
  const { reference } = calendar;
  if (told?.reference !== reference) told = { reference, story: tellStory(calendar) };
  return told.story;
}

function idsOf(calendar: Calendar): readonly (string | undefined)[] {
  return storyOf(calendar).sittings.flatMap(({ drafts }) => drafts.map(({ id }) => id));
}
