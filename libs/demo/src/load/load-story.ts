import type { Position, ProgramId } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Database } from '#lib/platform';
import type { Sitting } from '../story/chronicle.js';
import type { Story } from '../story/story.js';
import { DemoBeingLoaded, DemoProgramTaken } from './errors.js';
import type { StoryClock } from './story-clock.js';

/** Where a story is loaded to. */
export interface Destination {
  readonly database: Database;
  /** Runs on `clock`. */
  readonly log: EventLog;
  readonly clock: StoryClock;
  readonly program: ProgramId;
}

/** How a loading is watched and stopped. */
export interface Watched {
  /** Asked now and then: whether to leave the rest to the next loading. */
  readonly stopped: () => boolean;
  /** Told how many events are recorded by now. */
  readonly reached?: (done: number) => void;
}

/**
 * Records a story, a transaction for each sitting, from where an earlier loading stopped: positions
 * have no gap, so the head tells how far it came.
 * @param watched asked before each sitting, told after it
 * @returns whether the story is in the log to its end
 * @throws DemoProgramTaken when the log holds something else; DemoBeingLoaded
 */
export async function loadStory(
  to: Destination,
  story: Story,
  { stopped, reached = () => undefined }: Watched,
): Promise<boolean> {
  let before = 0;
  const begun = await verifiedHead(to, story);
  for (const sitting of story.sittings) {
    const after = before + sitting.drafts.length;
    if (after > begun) {
      if (stopped()) return false;
      await record(to, sitting, before);
      reached(after);
    }
    before = after;
  }
  return true;
}

/** The head of the log, once it is certain that what lies below is the beginning of this story. */
async function verifiedHead(to: Destination, story: Story): Promise<Position> {
  const { database, log, program } = to;
  return database.inProgram(program, async (tx) => {
    const { position } = await log.head(tx, program);
    if (position === 0) return 0;
    const [last] = await log.readAfter(tx, program, position - 1, 1);
    const drafts = story.sittings.flatMap((sitting) => sitting.drafts);
    if (last?.id !== drafts[position - 1]?.id) throw new DemoProgramTaken(program);
    return position;
  });
}

async function record(to: Destination, sitting: Sitting, before: Position): Promise<void> {
  const { subject, name } = sitting.author;
  to.clock.set(sitting.recordedAt);
  await to.log.append({
    program: to.program,
    actor: { subject, name },
    units: [],
    alone: true,
    decide: ({ position }) => {
      if (position !== before) throw new DemoBeingLoaded();
      return sitting.drafts;
    },
    answer: () => null,
  });
}
