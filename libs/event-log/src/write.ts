import type { EventType, Instant, Position, ProgramId } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import type { Actor, Head, StoredEvent } from './append.js';
import { chainHash, inStoredOrder } from './canonical.js';
import type { KeySession } from './key-session.js';
import { PROGRAM_SUBJECT, type SubjectKey, subjectOfEmail } from './keyring.js';
import type { Prepared } from './prepare.js';
import type { EventRow } from './rows.js';
import {
  addressesIn,
  type EventBody,
  ownerIn,
  type Sealing,
  sealTexts,
  type Writers,
  writersIn,
} from './texts.js';
import { presentShape, type Upcasters } from './upcast.js';

/** The channel on which each commit tells `<position> <program>`. */
export const CHANNEL = 'waymark_log';

const CATALOGUE_TYPES: readonly EventType[] = [
  'model.added',
  'model.adopted',
  'milestone.defined',
  'program.changed',
];

const INSERT_EVENTS = `
  INSERT INTO event (program_id, position, id, type, shape, unit, occurred_at, effective_at,
                     recorded_at, data, author, actor, source, source_id, digest, hash)
  SELECT $1, written.* FROM json_to_recordset($2::json) AS written (
    position bigint, id uuid, type text, shape smallint, unit text, occurred_at text,
    effective_at timestamptz, recorded_at timestamptz, data jsonb, author uuid, actor jsonb,
    source text, source_id text, digest bytea, hash bytea)`;

/** A draft with the actor who records it. */
export interface Authored {
  readonly prepared: Prepared;
  readonly actor: Actor;
}

/** Loads or makes the keys under which the texts of some drafts are sealed. */
export async function requireKeys(
  tx: Tx,
  keys: KeySession,
  authored: readonly Authored[],
): Promise<void> {
  const emails = authored.flatMap(emailsIn);
  const writing = authored.flatMap(({ prepared, actor }) => [
    actor.subject,
    ...Object.values(writersOf(prepared)),
  ]);
  await keys.require(tx, emails.length > 0 ? [...writing, PROGRAM_SUBJECT] : writing);
  await keys.require(
    tx,
    emails.map((email) => mailSubject(keys, email)),
  );
}

/** The rows of drafts that follow a head: sealed, digested and chained. The keys must be loaded. */
export function toRows(
  authored: readonly Authored[],
  head: Head,
  recordedAt: Instant,
  keys: KeySession,
  upcasters: Upcasters,
): EventRow[] {
  let { position, hash } = head;
  return authored.map(({ prepared, actor }) => {
    const { draft, id, source, sourceId, occurredAt, effectiveAt } = prepared;
    const key = keys.get(actor.subject);
    if (!key) throw new Error('The key of the author was not loaded.');
    const shape = presentShape(draft.type, upcasters);
    const digest = key.digest(prepared.content);
    const stored = sealTexts(draft.data as EventBody, sealingOf(prepared, key, keys));
    const named = { name: key.sealActor(actor.name) };
    position += 1;
    hash = chainHash(hash, {
      position,
      id,
      type: draft.type,
      shape,
      unit: draft.unit,
      occurredAt,
      effectiveAt,
      recordedAt,
      author: key.subject,
      actor: named,
      source,
      sourceId,
      data: stored,
      digest: digest.toString('base64'),
    });
    return {
      position,
      id,
      type: draft.type,
      shape,
      unit: draft.unit,
      occurred_at: occurredAt,
      effective_at: effectiveAt,
      recorded_at: recordedAt,
      data: stored,
      author: key.subject,
      actor: named,
      source,
      source_id: sourceId,
      digest,
      hash,
    };
  });
}

/** The events as recorded, texts in clear. */
export function toEvents(
  authored: readonly Authored[],
  head: Head,
  recordedAt: Instant,
): StoredEvent[] {
  return authored.map(({ prepared, actor }, index) => {
    const { draft, id, source, sourceId, occurredAt, effectiveAt } = prepared;
    return {
      id,
      position: head.position + index + 1,
      type: draft.type,
      unit: draft.unit,
      occurredAt,
      effectiveAt,
      recordedAt,
      // as every reader will get it, so that repeated answers are the same to the byte
      data: inStoredOrder(draft.data),
      actor: actor.name,
      author: actor.subject,
      source,
      sourceId,
    } as unknown as StoredEvent;
  });
}

/** Writes rows in one statement. */
export async function insertRows(
  tx: Tx,
  program: ProgramId,
  rows: readonly EventRow[],
): Promise<void> {
  await tx.query(INSERT_EVENTS, [program, asRecords(rows)]);
}

/** Writes rows, moves the head, raises the versions of the units and tells the listeners, in one statement. */
export async function writeRows(
  tx: Tx,
  program: ProgramId,
  rows: readonly EventRow[],
  raised: ReadonlyMap<string, number>,
): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  await tx.query(
    `WITH inserted AS (${INSERT_EVENTS}),
     moved AS (
       UPDATE feed_head SET position = $3, hash = $4, recorded_at = $5,
              catalogue_position = coalesce($6, catalogue_position)
        WHERE program_id = $1),
     raised AS (
       UPDATE unit SET version = version + by
         FROM unnest($7::text[], $8::bigint[]) AS more (unit_key, by)
        WHERE program_id = $1 AND unit = unit_key)
     SELECT pg_notify($9, $10)`,
    [
      program,
      asRecords(rows),
      last.position,
      last.hash,
      toTimestamp(last.recorded_at),
      cataloguePosition(rows),
      [...raised.keys()],
      [...raised.values()],
      CHANNEL,
      `${last.position} ${program}`,
    ],
  );
}

/** The position of the last fact that changes models, dictionary or what the program follows; null without one. */
export function cataloguePosition(rows: readonly EventRow[]): Position | null {
  return rows.findLast((row) => CATALOGUE_TYPES.includes(row.type))?.position ?? null;
}

/** All rows in one parameter: making arrays of every column takes `pg` longer than writing them takes the server. */
function asRecords(rows: readonly EventRow[]): string {
  let [recorded, recordedAt] = [Number.NaN, ''];
  const records = rows.map((row) => {
    const stamp = row.recorded_at;
    if (stamp !== recorded) [recorded, recordedAt] = [stamp, toTimestamp(stamp)];
    return {
      position: row.position,
      id: row.id,
      type: row.type,
      shape: row.shape,
      unit: row.unit,
      occurred_at: row.occurred_at,
      effective_at: toTimestamp(row.effective_at),
      recorded_at: recordedAt,
      data: row.data,
      author: row.author,
      actor: row.actor,
      source: row.source,
      source_id: row.source_id,
      digest: `\\x${row.digest.toString('hex')}`,
      hash: `\\x${row.hash.toString('hex')}`,
    };
  });
  return JSON.stringify(records);
}

function writersOf({ draft }: Prepared): Writers {
  return draft.writers ? writersIn(draft.data as EventBody, draft.writers) : {};
}

function emailsIn({ prepared }: Authored): string[] {
  const body = prepared.draft.data as EventBody;
  const owner = ownerIn(body)?.email ?? [];
  return addressesIn(body)
    .map(([, email]) => email)
    .concat(owner);
}

function sealingOf(prepared: Prepared, author: SubjectKey, keys: KeySession): Sealing {
  const body = prepared.draft.data as EventBody;
  const email = ownerIn(body)?.email;
  const named = addressesIn(body).map(([member, of]) => [member, mailSubject(keys, of)] as const);
  const writers: Record<string, SubjectKey> = {};
  // whoever is named by an address has a right of their own to what names them
  for (const [member, subject] of [...Object.entries(writersOf(prepared)), ...named]) {
    const key = keys.get(subject);
    if (!key) throw new Error('The key of a writer was not loaded.');
    if (subject !== author.subject) writers[member] = key;
  }
  return {
    author,
    writers,
    owner: email === undefined ? undefined : keys.get(mailSubject(keys, email)),
  };
}

function mailSubject(keys: KeySession, email: string): string {
  const programKey = keys.get(PROGRAM_SUBJECT);
  if (!programKey) throw new Error('The key of the program was not loaded.');
  return subjectOfEmail(programKey, email);
}
