import type { Instant, ProgramId } from '#lib/domain';
import { fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import type { SourceKind } from '../mappings/tool-delivery.js';
import type { Credentials, Poll } from './poll.js';
import type { KnownPoll } from './require-poll.js';
import type { Seals } from '#lib/event-log';

/** A row of `source_poll`. */
interface Row {
  readonly url: string | null;
  readonly projects: readonly string[];
  readonly every: string;
  readonly credentials: Buffer;
  readonly reached_at: Date;
  readonly polled_at: Date | null;
  readonly next_at: Date;
  readonly failure: string | null;
}

/** A poll whose turn it is. */
export interface DuePoll {
  readonly source: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly projects: readonly string[];
  readonly every: string;
  readonly credentials: Buffer;
  readonly from_at: Date;
  readonly failures: number;
  /** Until when nobody else takes it up. */
  readonly claimed_until: Date;
}

/** How far one list of a project was read. */
export interface Place {
  readonly project: string;
  readonly list: string;
  readonly reached_at: Date | null;
  readonly remembered: unknown;
}

type Sealing = Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>;

export function sealCredentials(
  seals: Sealing,
  program: string,
  source: string,
  credentials: Credentials,
): Buffer {
  return seals.sealUnderMaster(JSON.stringify(credentials), placeOf(program, source));
}

/** Undefined when another server sealed them. */
export function openCredentials(
  seals: Sealing,
  program: string,
  source: string,
  sealed: Buffer,
): Credentials | undefined {
  const text = seals.unsealUnderMaster(sealed, placeOf(program, source));
  return text === undefined ? undefined : (JSON.parse(text) as Credentials);
}

function placeOf(program: string, source: string): string {
  return `poll ${program} ${source}`;
}

/** Before every list was read to its end once, those that were not count from where the poll began. */
const POLLS = `
SELECT p.source, p.url, p.projects, p.every, p.credentials, p.polled_at, p.next_at, p.failure,
       CASE WHEN p.polled_at IS NULL THEN least(p.from_at, places.reached_at)
            ELSE coalesce(places.reached_at, p.from_at) END AS reached_at
  FROM source_poll p
 CROSS JOIN LATERAL (
   SELECT min(coalesce(l.reached_at, p.from_at)) AS reached_at FROM source_poll_place l
    WHERE l.program_id = p.program_id AND l.source = p.source AND l.project = ANY (p.projects)) places
 WHERE p.program_id = $1 AND p.source = ANY ($2::uuid[])`;

/** A poll with its credentials under seal. */
export interface KeptPoll {
  readonly poll: Poll;
  readonly sealed: Buffer;
}

/** The polls of sources, by the sources' ids. */
export async function pollsOf(
  tx: Tx,
  program: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, KeptPoll>> {
  const rows = await tx.query<Row & { source: string }>(POLLS, [program, sources]);
  return new Map(rows.map((row) => [row.source, { poll: toPoll(row), sealed: row.credentials }]));
}

function toPoll({ url, projects, every, reached_at, polled_at, next_at, failure }: Row): Poll {
  return {
    ...{ url, projects, every, failure },
    reachedAt: fromTimestamp(reached_at),
    polledAt: polled_at === null ? null : fromTimestamp(polled_at),
    nextAt: fromTimestamp(next_at),
  };
}

const PUT = `
INSERT INTO source_poll (program_id, source, url, projects, every, credentials, from_at, next_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (program_id, source) DO UPDATE SET
  url = $3, projects = $4, every = $5, credentials = $6, next_at = $8, failures = 0, failure = NULL,
  failing_since = NULL,
  from_at = CASE WHEN $4 <@ source_poll.projects THEN source_poll.from_at ELSE $7 END,
  polled_at = CASE WHEN $4 <@ source_poll.projects THEN source_poll.polled_at END`;

/** Keeps how a source is asked; it is, from now on. @param from what changed before is not asked for */
export async function putPoll(
  tx: Tx,
  program: string,
  source: string,
  {
    sealed,
    from,
    now,
    ...poll
  }: Omit<KnownPoll, 'credentials'> & {
    readonly sealed: Buffer;
    readonly from: Instant;
    readonly now: Instant;
  },
): Promise<void> {
  await tx.query(PUT, [
    ...[program, source, poll.url, poll.projects, poll.every, sealed],
    ...[toTimestamp(from), toTimestamp(now)],
  ]);
}

export async function removePoll(tx: Tx, program: string, source: string): Promise<void> {
  await tx.query('DELETE FROM source_poll WHERE program_id = $1 AND source = $2', [
    program,
    source,
  ]);
}

const CLAIM = `
UPDATE source_poll p SET next_at = $3
  FROM source s WHERE p.program_id = $1 AND s.program_id = $1 AND s.id = p.source AND p.next_at <= $2
   AND p.source = (SELECT source FROM source_poll WHERE program_id = $1 AND next_at <= $2
                    ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING p.source, s.name, s.kind, p.url, p.projects, p.every, p.credentials, p.from_at, p.failures,
          p.next_at AS claimed_until`;

/** Takes up the poll that has waited longest, if the turn of any has come. */
export async function claimPoll(
  tx: Tx,
  program: ProgramId,
  now: Instant,
  until: Instant,
): Promise<DuePoll | undefined> {
  const [row] = await tx.query<DuePoll>(CLAIM, [program, toTimestamp(now), toTimestamp(until)]);
  return row;
}

export function placesOf(tx: Tx, program: ProgramId, source: string): Promise<Place[]> {
  return tx.query<Place>(
    `SELECT project, list, reached_at, remembered FROM source_poll_place
      WHERE program_id = $1 AND source = $2`,
    [program, source],
  );
}

const KEEP_PLACE = `
INSERT INTO source_poll_place (program_id, source, project, list, reached_at, remembered)
SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (
  SELECT FROM source_poll WHERE program_id = $1 AND source = $2)
ON CONFLICT (program_id, source, project, list) DO UPDATE SET
  reached_at = coalesce($5, source_poll_place.reached_at), remembered = $6`;

/** Keeps how far a list was read; not where it is asked for no more. */
export async function keepPlace(
  tx: Tx,
  program: ProgramId,
  source: string,
  { project, list, reached_at, remembered }: Place,
): Promise<void> {
  const memory = remembered === null ? null : JSON.stringify(remembered);
  await tx.query(KEEP_PLACE, [program, source, project, list, reached_at, memory]);
}

/** Keeps how a poll ended, unless it was changed meanwhile. @param failure null: there was none */
export async function endPoll(
  tx: Tx,
  program: ProgramId,
  { source, claimed_until }: DuePoll,
  end: {
    readonly at: Instant;
    readonly next: Instant;
    readonly failure: string | null;
    readonly whole: boolean;
  },
): Promise<void> {
  await tx.query(
    `UPDATE source_poll SET next_at = $4, failure = $5,
            failures = CASE WHEN $5::text IS NULL THEN 0 ELSE failures + 1 END,
            failing_since = CASE WHEN $5::text IS NOT NULL THEN coalesce(failing_since, $7) END,
            polled_at = CASE WHEN $6 THEN $7 ELSE polled_at END
      WHERE program_id = $1 AND source = $2 AND next_at = $3`,
    [
      ...[program, source, claimed_until, toTimestamp(end.next), end.failure],
      ...[end.whole, toTimestamp(end.at)],
    ],
  );
}
