import {
  type AnyEvent,
  EVENT_TYPES,
  type EventId,
  type EventType,
  type Owner,
  type Position,
  type ProgramId,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type About, readAbout } from './about.js';
import type { StoredEvent } from './append.js';
import { KeySession } from './key-session.js';
import { type Keyring, PROGRAM_SUBJECT, subjectOfEmail } from './keyring.js';
import {
  COLUMNS,
  type EventRow,
  FOLD_COLUMNS,
  type FoldRow,
  subjectsOf,
  toFold,
  toStored,
} from './rows.js';
import { type ToldEvent, toldBy } from './told-texts.js';
import { ownerIn, ownerSubjectIn, unsealTexts } from './texts.js';
import type { Upcasters } from './upcast.js';

/** Reads events in their present shapes. */
export class Reader {
  constructor(
    private readonly keyring: Keyring,
    private readonly upcasters: Upcasters,
  ) {}

  async after(tx: Tx, program: ProgramId, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.open(tx, program, await readRows(tx, program, after, limit));
  }

  async about(
    tx: Tx,
    program: ProgramId,
    about: About,
    page: { readonly after: Position; readonly limit: number },
  ): Promise<{ readonly events: StoredEvent[]; readonly next: Position | null }> {
    const { rows, next } = await readAbout(tx, program, about, page);
    return { events: await this.open(tx, program, rows), next };
  }

  /** Events after a position by their texts, each with whom it belongs to. */
  async told(tx: Tx, program: ProgramId, after: Position, limit: number): Promise<ToldEvent[]> {
    const rows = await readRows(tx, program, after, limit);
    const keys = new KeySession(this.keyring, program);
    await keys.load(tx, rows.flatMap(subjectsOf));
    return rows.map((row) => toldBy(row, keys, this.upcasters));
  }

  async byId(tx: Tx, program: ProgramId, id: EventId): Promise<StoredEvent | undefined> {
    const rows = await tx.query<EventRow>(
      `SELECT ${COLUMNS} FROM event WHERE program_id = $1 AND id = $2`,
      [program, id],
    );
    return (await this.open(tx, program, rows))[0];
  }

  async at(tx: Tx, program: ProgramId, positions: readonly Position[]): Promise<StoredEvent[]> {
    if (positions.length === 0) return [];
    const rows = await tx.query<EventRow>(
      `SELECT ${COLUMNS} FROM event WHERE program_id = $1 AND position = ANY ($2::bigint[])`,
      [program, positions],
    );
    const found = new Map(rows.map((row) => [row.position, row]));
    return this.open(
      tx,
      program,
      positions.flatMap((position) => found.get(position) ?? []),
    );
  }

  async ofUnits(
    tx: Tx,
    program: ProgramId,
    units: readonly UnitKey[],
    upTo: Position,
  ): Promise<AnyEvent[]> {
    const rows = await tx.query<FoldRow>(
      `SELECT ${FOLD_COLUMNS} FROM event
        WHERE program_id = $1 AND unit = ANY($2::text[]) AND position <= $3 ORDER BY position`,
      [program, units, upTo],
    );
    return rows.map((row) => toFold(row, this.upcasters));
  }

  /** The latest events of one unit at or before a position, newest first, texts in clear. */
  async latestOf(
    tx: Tx,
    program: ProgramId,
    unit: UnitKey,
    page: { readonly upTo: Position; readonly limit: number },
  ): Promise<StoredEvent[]> {
    const rows = await tx.query<EventRow>(
      `SELECT ${COLUMNS} FROM event
        WHERE program_id = $1 AND unit = $2 AND position <= $3 ORDER BY position DESC LIMIT $4`,
      [program, unit, page.upTo, page.limit],
    );
    return this.open(tx, program, rows);
  }

  /** Owners as stored, in clear; texts whose key is gone read `ERASED`. */
  async owners(tx: Tx, program: ProgramId, sealed: readonly Owner[]): Promise<Owner[]> {
    const keys = new KeySession(this.keyring, program);
    const subjects = sealed.flatMap((owner) => ownerSubjectIn({ owner }) ?? []);
    await keys.load(tx, subjects);
    return sealed.map(
      (owner) =>
        ownerIn(unsealTexts({ owner }, undefined, (subject) => keys.get(subject))) ?? owner,
    );
  }

  /** The subject under which an owner's texts are sealed; undefined when the program never had an owner. */
  async ownerSubject(tx: Tx, program: ProgramId, email: string): Promise<string | undefined> {
    const keys = new KeySession(this.keyring, program);
    await keys.load(tx, [PROGRAM_SUBJECT]);
    const key = keys.get(PROGRAM_SUBJECT);
    return key && subjectOfEmail(key, email);
  }

  async ofTypes(
    tx: Tx,
    program: ProgramId,
    types: readonly EventType[],
    upTo: Position,
  ): Promise<AnyEvent[]> {
    // written out, so that the planner sees when the index of the rarer facts will do
    const wanted = EVENT_TYPES.filter((type) => types.includes(type)).map((type) => `'${type}'`);
    if (wanted.length === 0) return [];
    const rows = await tx.query<FoldRow>(
      `SELECT ${FOLD_COLUMNS} FROM event
        WHERE program_id = $1 AND type IN (${wanted.join(', ')}) AND position <= $2
        ORDER BY position`,
      [program, upTo],
    );
    return rows.map((row) => toFold(row, this.upcasters));
  }

  private async open(
    tx: Tx,
    program: ProgramId,
    rows: readonly EventRow[],
  ): Promise<StoredEvent[]> {
    const keys = new KeySession(this.keyring, program);
    await keys.load(tx, rows.flatMap(subjectsOf));
    return rows.map((row) => toStored(row, keys, this.upcasters));
  }
}

/** Rows after a position, in log order. */
export function readRows(
  tx: Tx,
  program: ProgramId,
  after: Position,
  limit: number,
): Promise<EventRow[]> {
  return tx.query<EventRow>(
    `SELECT ${COLUMNS} FROM event WHERE program_id = $1 AND position > $2
      ORDER BY position LIMIT $3`,
    [program, after, limit],
  );
}
