import { addDuration, type Instant, parseDuration, type ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, type Database, fromTimestamp, newId, toTimestamp } from '#lib/platform';
import { Contents } from '../deliveries/content.js';
import { type KeptDelivery, keepAll } from '../deliveries/keeper.js';
import { storable } from '../storable.js';
import { AskLater, PollFailed } from './errors.js';
import type { FetchOutside } from './fetch-outside.js';
import {
  claimPoll,
  type DuePoll,
  endPoll,
  keepPlace,
  openCredentials,
  type Place,
  placesOf,
} from './poll-rows.js';
import type { Fetched, ListReader, Stretch } from './reading.js';
import { ToolApi } from './tool-api.js';
import { POLLED_TOOLS, type PolledTool } from './tools.js';

/** What asking for what was missed needs. */
export interface PollParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly fetch: FetchOutside;
}

/** What was kept of a poll. */
export interface Polled {
  readonly source: string;
  /** How many deliveries it fetched that were not here before. */
  readonly deliveries: number;
  /** Why it ended before everything was asked for; null: it did not. */
  readonly failure: string | null;
}

/** Clocks differ, and what a tool changed shows in its lists a little later. */
const OVERLAP_MS = 10 * 60_000;
/** So long nobody else takes up a poll; one that takes longer is harmless twice. */
const CLAIM_MS = 15 * 60_000;
/** When it is tried again, in minutes, by how often it failed before. */
const AGAIN_AFTER = [1, 5, 15, 60] as const;
const LONGEST_ID = 200;

/** Fetches what tools did not send, or what was lost on its way. */
export class Polls {
  private readonly contents: Contents;

  constructor(private readonly parts: PollParts) {
    this.contents = new Contents(parts.seals);
  }

  /** Asks the sources of a program whose turn it is, one after the other. @throws DatabaseUnavailable */
  async run(program: ProgramId, signal: AbortSignal): Promise<readonly Polled[]> {
    const { database, clock } = this.parts;
    for (const polled: Polled[] = []; ; ) {
      signal.throwIfAborted();
      const now = clock.now();
      const due = await database.inProgram(program, (tx) =>
        claimPoll(tx, program, now, now + CLAIM_MS),
      );
      if (!due) return polled;
      polled.push(await this.poll(program, due, signal));
    }
  }

  private async poll(program: ProgramId, due: DuePoll, signal: AbortSignal): Promise<Polled> {
    const { database, clock } = this.parts;
    const began = clock.now();
    const run = { began, signal, counted: { deliveries: 0 } };
    let next = began + rhythmOf(due);
    let failure: string | null = null;
    let whole = false;
    try {
      failure = await this.readLists(program, due, run);
      whole = failure === null;
    } catch (error) {
      if (!(error instanceof AskLater)) throw error;
      next = Math.max(error.at, clock.now());
    }
    if (failure !== null) next = clock.now() + pauseOf(due);
    const end = { at: began, next, failure, whole };
    await database.inProgram(program, (tx) => endPoll(tx, program, due, end));
    return { source: due.name, deliveries: run.counted.deliveries, failure };
  }

  /** @returns why some of it could not be read; null: all was. @throws AskLater */
  private async readLists(program: ProgramId, due: DuePoll, run: Run): Promise<string | null> {
    const { database, clock, fetch, seals } = this.parts;
    const tool = POLLED_TOOLS[due.kind];
    const credentials = openCredentials(seals, program, due.source, due.credentials);
    if (!tool || !credentials) return SEALED_ELSEWHERE;
    const headers = tool.headers(credentials);
    const base = due.url ?? tool.url ?? '';
    const api = new ToolApi({ fetch, clock, signal: run.signal, base, headers });
    const places = await database.inProgram(program, (tx) => placesOf(tx, program, due.source));
    let failure: string | null = null;
    // a project that is gone keeps nobody from asking for the others
    for (const list of listsOf(due, tool, places)) {
      try {
        await this.readList(program, due, { list, api, run });
      } catch (error) {
        if (!(error instanceof PollFailed)) throw error;
        failure ??= storable(error.message, 500);
      }
    }
    return failure;
  }

  private async readList(
    program: ProgramId,
    due: DuePoll,
    { list: { place, read }, api, run }: ListRun,
  ): Promise<void> {
    const since = fromTimestamp(place.reached_at ?? due.from_at) - OVERLAP_MS;
    const { project, remembered } = place;
    const stretches = read(api, { project, since, until: run.began, remembered });
    for await (const stretch of understood(stretches)) {
      run.counted.deliveries += await this.keep(program, due, place, stretch);
    }
  }

  /** Keeps deliveries and how far they reach in one transaction. @returns how many are new */
  private async keep(
    program: ProgramId,
    { source }: DuePoll,
    { project, list, remembered: before }: Place,
    { deliveries, reached, remembered = before }: Stretch,
  ): Promise<number> {
    const { database } = this.parts;
    const kept = await Promise.all(deliveries.map((one) => this.sealed(program, source, one)));
    const reached_at = reached === undefined ? null : toTimestamp(reached);
    const place = { project, list, reached_at, remembered } as unknown as Place;
    return database.inProgram(program, async (tx) => {
      const ids = await keepAll(tx, program, kept);
      await keepPlace(tx, program, source, place);
      return kept.filter(({ id }) => [...ids.values()].includes(id)).length;
    });
  }

  private async sealed(
    program: ProgramId,
    source: string,
    { id: fetchedId, event, payload }: Fetched,
  ): Promise<KeptDelivery> {
    const id = newId();
    const body = JSON.stringify(payload);
    const sealed = await this.contents.seal({ program, source, id }, { headers: {}, body });
    const toolId = storable(`poll ${fetchedId}`, LONGEST_ID);
    const at = this.parts.clock.now();
    return { source, id, toolId, event, at, sealed, unreadable: undefined, polled: true };
  }
}

interface Run {
  readonly began: Instant;
  readonly signal: AbortSignal;
  readonly counted: { deliveries: number };
}

interface ListRun {
  readonly list: ListToRead;
  readonly api: ToolApi;
  readonly run: Run;
}

const SEALED_ELSEWHERE =
  'The credentials were kept by a server with other secrets: give them again.';

/** What a tool answers is not ours: where it is otherwise than its documentation says, that is said. */
async function* understood(stretches: AsyncIterable<Stretch>): AsyncGenerator<Stretch, undefined> {
  try {
    yield* stretches;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new PollFailed(
      `The tool answers otherwise than its documentation says: ${error.message}`,
    );
  }
  return undefined;
}

/** Until it is tried again after a failure. */
function pauseOf({ failures }: DuePoll): number {
  const minutes = AGAIN_AFTER[Math.min(failures, AGAIN_AFTER.length - 1)] ?? 60;
  return minutes * 60_000;
}

interface ListToRead {
  readonly place: Place;
  readonly read: ListReader;
}

/** Lists of which least is known come first, so that none waits for ever behind those that are long. */
function listsOf(
  { projects }: DuePoll,
  { lists }: PolledTool,
  places: readonly Place[],
): readonly ListToRead[] {
  const all = projects.flatMap((project) =>
    Object.entries(lists).map(([list, read]): ListToRead => {
      const known = places.find((one) => one.project === project && one.list === list);
      const place = known ?? { project, list, reached_at: null, remembered: null };
      return { place, read };
    }),
  );
  return all.toSorted((a, b) => reachOf(a) - reachOf(b));
}

function reachOf({ place: { reached_at } }: ListToRead): Instant {
  return reached_at === null ? 0 : fromTimestamp(reached_at);
}

function rhythmOf({ every }: DuePoll): number {
  const duration = parseDuration(every);
  return duration === undefined ? 900_000 : addDuration(0, duration);
}
