import type { Position, ProgramId } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import {
  type Clock,
  type Database,
  type Erasure,
  type ErasureRegister,
  eraseSubjects,
  fromTimestamp,
  newId,
  settleErasures,
  type Tx,
} from '#lib/platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { AuditNote } from '../audit/entry.js';
import { announceKey } from '../keys/keys.js';
import { requireAdministrator } from '../people/administrators.js';
import { lockKeys } from '../programs.js';
import { UnknownKey } from '../errors.js';
import { NobodyToErase, OwnErasure } from './errors.js';
import { type ErasureWish, findErased, type Found } from './found.js';
import { type Report, report } from './report.js';
import { type Survey, survey, type Touched } from './survey.js';

/** What erasures are made with. */
export interface ErasureParts {
  readonly database: Database;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly register: ErasureRegister;
  readonly audit: AuditTrail;
}

/** Who asks for an erasure, where from and why. */
export interface ErasureRequest extends Pick<AuditNote, 'from'> {
  readonly actor: { readonly kind: 'key' | 'person'; readonly id: string };
  /** Whether keys of the server's administrator are theirs to end. */
  readonly serverAdministrator: boolean;
  readonly reason?: string | undefined;
}

/** What was erased, and what was left. */
export interface Erased extends Survey {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly erasedAt: number;
}

/** An erasure as it is listed. */
export interface ErasureEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly erasedAt: number;
  /** The id of the key or person who asked; null: it was taken over from the register. */
  readonly askedBy: string | null;
  /** `[erased]` when whoever asked was erased since; null: none was given. */
  readonly reason: string | null;
  /** Empty when it was taken over from the register. */
  readonly touched: Partial<Touched>;
}

interface Row {
  readonly id: string;
  readonly erased_at: Date;
  readonly asked_by: string | null;
  readonly sealed: Readonly<Record<string, string>>;
  readonly touched: Partial<Touched>;
}

const RETRY_MS = 5_000;

/** Erases people, by destroying the keys under which their texts are sealed. */
export class Erasures {
  constructor(private readonly parts: ErasureParts) {}

  /** What erasing somebody would touch, and what it would leave; changes nothing. */
  async preview(program: ProgramId, wish: ErasureWish): Promise<Survey> {
    const { database, log } = this.parts;
    return survey(database, log, program, await this.find(program, wish));
  }

  /**
   * What the log holds of somebody, in clear, for the answer to a request of theirs; noted in the
   * audit trail.
   */
  async report(
    program: ProgramId,
    wish: ErasureWish,
    after: Position,
    { actor, from }: ErasureRequest,
  ): Promise<Report> {
    const { database, log, audit } = this.parts;
    const reported = await report(database, log, program, await this.find(program, wish), after);
    const about = { texts: reported.items.length, after };
    await audit.note(program, { action: 'person.reported', outcome: 'done', actor, from, about });
    return reported;
  }

  /**
   * Erases: registers it outside the database first, then destroys. What is cut off in between is
   * done at the next start.
   * @throws NobodyToErase, OwnErasure, LastAdministrator, UnknownKey, ErasureRegisterError; DatabaseUnavailable
   * when it is registered and will be done as soon as the database is back
   */
  async erase(program: ProgramId, wish: ErasureWish, request: ErasureRequest): Promise<Erased> {
    const { database, log, clock, register } = this.parts;
    const found = await this.find(program, wish);
    if (found.present === 0) throw new NobodyToErase(pointerOf(wish));
    if (found.subjects.includes(request.actor.id)) throw new OwnErasure();
    const surveyed = await survey(database, log, program, found);
    const { subjects } = found;
    const erasure: Erasure = { id: newId(), program, subjects, erasedAt: clock.now() };
    await this.rehearse(erasure, request);
    await register.add([erasure]);
    try {
      await database.inProgram(program, (tx) => this.destroy(tx, erasure, request, surveyed));
    } catch (error) {
      this.settleLater();
      throw error;
    }
    log.forgetKeys(program);
    return { id: erasure.id, erasedAt: erasure.erasedAt, ...surveyed };
  }

  /** Erasures of a program, the last first. */
  async list(
    program: ProgramId,
    page: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<ErasureEntry[]> {
    const { database, log } = this.parts;
    return database.inProgram(program, async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT id, erased_at, asked_by, sealed, touched FROM erasure
          WHERE program_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [program, page.before ?? null, page.limit],
      );
      const reasons = await log.seals.unseal(
        tx,
        program,
        rows.map((row) => ({ subject: row.asked_by ?? row.id, sealed: row.sealed })),
      );
      return rows.map((row, index) => ({
        id: row.id,
        erasedAt: fromTimestamp(row.erased_at),
        askedBy: row.asked_by,
        reason: reasons[index]?.['reason'] ?? null,
        touched: row.touched,
      }));
    });
  }

  private find(program: ProgramId, wish: ErasureWish): Promise<Found> {
    const { database, log } = this.parts;
    return database.inProgram(program, (tx) => findErased(tx, log, program, wish));
  }

  /** Once registered, an erasure is done: what forbids it has to be found before. */
  private async rehearse(erasure: Erasure, { serverAdministrator }: ErasureRequest): Promise<void> {
    const { database, clock } = this.parts;
    const { program } = erasure;
    const rehearsed = new Error('rehearsed');
    const rehearsal = database.inProgram(program, async (tx) => {
      await lockKeys(tx, program);
      if (!serverAdministrator) await requireNoServerKey(tx, erasure);
      await eraseSubjects(tx, erasure);
      await requireAdministrator(tx, program, clock.now());
      throw rehearsed;
    });
    await rehearsal.catch((error: unknown) => {
      if (error !== rehearsed) throw error;
    });
  }

  private async destroy(
    tx: Tx,
    erasure: Erasure,
    { actor, from, reason }: ErasureRequest,
    { touched, mentions }: Survey,
  ): Promise<void> {
    const { log, audit } = this.parts;
    const { id, program } = erasure;
    const sealed =
      reason === undefined
        ? {}
        : await log.seals.seal(tx, program as ProgramId, actor.id, { reason });
    await eraseSubjects(tx, erasure, { askedBy: actor.id, sealed, touched });
    for (const subject of erasure.subjects) await announceKey(tx, subject);
    const about = { erasure: id, ...touched, mentions: mentions.count };
    await audit.note(program, { action: 'erasure.done', outcome: 'done', actor, from, about }, tx);
  }

  private settleLater(): void {
    const { database, log, register } = this.parts;
    const again = async () => {
      try {
        await settleErasures(database, register);
        log.forgetKeys();
      } catch {
        this.settleLater();
      }
    };
    setTimeout(() => void again(), RETRY_MS).unref();
  }
}

/** @throws UnknownKey when it would end a key of the server's administrator */
async function requireNoServerKey(tx: Tx, { program, subjects }: Erasure): Promise<void> {
  const [key] = await tx.query<{ id: string }>(
    `SELECT id FROM access_key
      WHERE program_id = $1 AND id = ANY($2::uuid[]) AND server_administrator`,
    [program, subjects],
  );
  if (key) throw new UnknownKey(key.id);
}

function pointerOf(wish: ErasureWish) {
  return 'email' in wish ? '/email' : 'person' in wish ? '/person' : '/key';
}
