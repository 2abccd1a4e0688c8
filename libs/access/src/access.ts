import type { Clock, Database, Tx } from '#lib/platform';
import type { Caller } from './caller.js';
import { ExpiryInPast, LastAdministratorKey, ProgramExists, UnknownKey } from './errors.js';
import { insertKey, type KeyEntry, type KeyRow, type MadeKey, toEntry } from './keys.js';
import type { Permission, Role } from './permissions.js';
import { insertProgram, lockKeys } from './programs.js';
import { hashKey, makeKey, shownOf } from './secret.js';

/** A key that somebody wants. */
export interface KeyWish {
  readonly name: string;
  readonly role: Role;
  readonly under?: string;
  readonly milestones?: readonly string[];
  /** The only permissions of the role that it gets. */
  readonly scopes?: readonly Permission[];
  /** `YYYY-MM-DD`, that day (UTC) included. */
  readonly expiresOn?: string;
}

/** How long a key is taken for good without asking the database again: so late, at most, a revocation works elsewhere. */
const KEPT_MS = 5_000;
const KEPT_AT_MOST = 10_000;
const DAY_MS = 86_400_000;
const SHORTEST_KEY = 32;
const LONGEST_KEY = 1_024;
const COLUMNS =
  'program_id, id, prefix, name, role, under, milestones, scopes, server_administrator, expires_on, created_at, revoked_at';
/** Not revoked and not over. */
const IN_USE = `revoked_at IS NULL AND (expires_on IS NULL OR expires_on >= $3::date)`;

interface Known {
  readonly caller: Caller;
  /** Milliseconds since 1970; Infinity: it does not end. */
  readonly endsAt: number;
  readonly keptUntil: number;
}

/** Programs and their keys: who may come in, and as whom. */
export class Access {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whose key it is; undefined when it is nobody's, revoked or over. */
  async authenticate(key: string): Promise<Caller | undefined> {
    if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) return undefined;
    const hash = hashKey(key);
    const name = hash.toString('base64');
    let found = this.known.get(name);
    if (!found || found.keptUntil < performance.now()) {
      found = await this.lookUp(hash);
      if (this.known.size >= KEPT_AT_MOST) this.known.clear();
      if (found) this.known.set(name, found);
      else this.known.delete(name);
    }
    return found && this.clock.now() < found.endsAt ? found.caller : undefined;
  }

  /**
   * Makes a key.
   * @throws ExpiryInPast
   */
  async createKey(program: string, wish: KeyWish): Promise<MadeKey> {
    if (this.endOf(wish.expiresOn ?? null) <= this.clock.now()) {
      throw new ExpiryInPast(wish.expiresOn ?? '');
    }
    return this.database.inProgram(program, (tx) => insertKey(tx, program, makeKey(), wish));
  }

  /** The keys of a program in the order they were made, after the one with the id `after`. */
  listKeys(
    program: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<KeyEntry[]> {
    return this.database.inProgram(program, async (tx) => {
      const rows = await tx.query<KeyRow>(
        `SELECT ${COLUMNS} FROM access_key
          WHERE program_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [program, page.after ?? null, page.limit],
      );
      return rows.map(toEntry);
    });
  }

  /** Gives the key a new secret; the old one ends at once. @throws UnknownKey */
  async rotateKey(program: string, id: string): Promise<MadeKey> {
    const key = makeKey();
    const rows = await this.database.inProgram(program, (tx) =>
      tx.query(
        `UPDATE access_key SET secret_hash = $3, prefix = $4
          WHERE program_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING 1`,
        [program, id, hashKey(key), shownOf(key)],
      ),
    );
    if (rows.length === 0) throw new UnknownKey(id);
    this.known.clear();
    return { id, key };
  }

  /** Ends a key. @throws UnknownKey, LastAdministratorKey */
  async revokeKey(program: string, id: string): Promise<void> {
    await this.database.inProgram(program, async (tx) => {
      await lockKeys(tx, program);
      const rows = await tx.query(
        `UPDATE access_key SET revoked_at = now()
          WHERE program_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING 1`,
        [program, id],
      );
      if (rows.length === 0) throw new UnknownKey(id);
      if (!(await this.hasAdministrator(tx, program))) throw new LastAdministratorKey(id);
    });
    this.known.clear();
  }

  /**
   * Makes a program without facts, and its first administrator key.
   * @param name what it is called until its log says otherwise; absent: its id
   * @throws ProgramExists
   */
  createProgram(program: string, name?: string): Promise<MadeKey> {
    return this.database.inProgram(program, async (tx) => {
      if (!(await insertProgram(tx, program, name))) throw new ProgramExists(program);
      return insertKey(tx, program, makeKey(), { name: 'Administrator', role: 'administrator' });
    });
  }

  /**
   * Sees to it that a program exists; a new one has no facts and no key, so that nobody comes in
   * before `createKey` says so.
   */
  async ensureProgram(program: string): Promise<void> {
    await this.database.inProgram(program, (tx) => insertProgram(tx, program));
  }

  private async hasAdministrator(tx: Tx, program: string): Promise<boolean> {
    const today = new Date(this.clock.now()).toISOString().slice(0, 10);
    const rows = await tx.query(
      `SELECT 1 FROM access_key WHERE program_id = $1 AND role = $2 AND ${IN_USE} LIMIT 1`,
      [program, 'administrator', today],
    );
    return rows.length > 0;
  }

  private async lookUp(hash: Buffer): Promise<Known | undefined> {
    const rows = await this.database.beforeProgram((tx) =>
      tx.query<KeyRow>(`SELECT ${COLUMNS} FROM waymark_access_key($1)`, [hash]),
    );
    const row = rows.find(({ revoked_at }) => revoked_at === null);
    if (!row) return undefined;
    const caller: Caller = {
      program: row.program_id,
      id: row.id,
      kind: 'key',
      name: row.name,
      grants: [
        { role: row.role, under: row.under, milestones: row.milestones, scopes: row.scopes },
      ],
      serverAdministrator: row.server_administrator,
      requestsPerSecond: null,
    };
    const keptUntil = performance.now() + KEPT_MS;
    return { caller, endsAt: this.endOf(row.expires_on), keptUntil };
  }

  /** The first instant after the day it expires on. */
  private endOf(expiresOn: string | null): number {
    return expiresOn === null ? Number.POSITIVE_INFINITY : Date.parse(expiresOn) + DAY_MS;
  }
}
