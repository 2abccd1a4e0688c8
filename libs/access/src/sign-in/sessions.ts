import type { Instant, ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, type Database, toTimestamp, type Tx } from '#lib/platform';
import type { Caller } from '../caller.js';
import type { Role } from '../permissions.js';
import type { SignInSettings } from './settings.js';
import { makeToken, readToken } from './token.js';

/** A session just opened. */
export interface OpenedSession {
  /** For the cookie of the browser, and nobody else. */
  readonly secret: string;
  readonly expiresAt: Instant;
}

/** Somebody who is signed in. */
export interface SignedIn {
  readonly caller: Caller;
  readonly email: string | null;
  /** `password`, `link`, or the name of a provider. */
  readonly method: string;
  readonly expiresAt: Instant;
  /** What the account has to sign in with here. */
  readonly has: { readonly password: boolean; readonly codes: boolean };
}

/** Who somebody is by now, what they may do, and the words for it. */
interface Row {
  readonly person: string;
  readonly sealed: Record<string, string>;
  readonly method: string;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly has_password: boolean;
  readonly has_codes: boolean;
  readonly grants: readonly { readonly role: Role; readonly under: string | null }[];
}

/** How exactly it is known when a session was last used. */
const SEEN_EVERY_MS = 60_000;

/**
 * Groups that a provider names count as long as the provider is configured. $5: the providers, $6:
 * the methods.
 */
const FIND = `
SELECT s.person, p.sealed, s.method, s.seen_at, s.expires_at,
       p.password IS NOT NULL AS has_password, p.totp IS NOT NULL AS has_codes,
       (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('role', g.role, 'under', g.under)), '[]')
          FROM role_grant g
         WHERE g.program_id = s.program_id AND (g.person = s.person OR g.group_id IN (
           SELECT m.group_id FROM group_member m
            WHERE m.program_id = s.program_id AND m.person = s.person
              AND (m.issuer = '' OR m.issuer = ANY($5::text[]))))) AS grants
  FROM session s JOIN person p ON p.program_id = s.program_id AND p.id = s.person
 WHERE s.program_id = $1 AND s.secret_hash = $2 AND p.active
   AND s.expires_at > $3 AND s.seen_at > $4 AND s.method = ANY($6::text[])`;

/**
 * Who is signed in. Every question goes to the database, so that a session that was ended and a
 * person who was switched off are out at once, in every process.
 */
export class Sessions {
  private readonly providers: readonly string[];
  private readonly methods: readonly string[];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seals: Pick<Seals, 'unseal'>,
    private readonly settings: SignInSettings,
  ) {
    this.providers = settings.providers.map(({ name }) => name);
    this.methods = [...this.providers, 'link', ...(settings.localAccounts ? ['password'] : [])];
  }

  /** Opens a session with a new secret; what is over is cleared away. */
  async open(
    tx: Tx,
    program: string,
    of: { readonly person: string; readonly method: string },
  ): Promise<OpenedSession> {
    const now = this.clock.now();
    const expiresAt = now + this.settings.sessions.lastsMs;
    const token = makeToken(program);
    await tx.query(
      `DELETE FROM session
        WHERE program_id = $1 AND (expires_at <= $2 OR person = $3 AND seen_at <= $4)`,
      [program, toTimestamp(now), of.person, toTimestamp(now - this.settings.sessions.idleMs)],
    );
    await tx.query(
      `INSERT INTO session (program_id, secret_hash, person, method, created_at, seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $5, $6)`,
      [program, token.hash, of.person, of.method, toTimestamp(now), toTimestamp(expiresAt)],
    );
    return { secret: token.text, expiresAt };
  }

  /**
   * Who is signed in by a secret; undefined when nobody (any more).
   * @param seen false: it does not count as a use of the session
   */
  async find(secret: string, { seen = true } = {}): Promise<SignedIn | undefined> {
    const token = readToken(secret);
    if (!token) return undefined;
    const now = this.clock.now();
    const idle = now - this.settings.sessions.idleMs;
    return this.database.inProgram(token.program, async (tx) => {
      const [row] = await tx.query<Row>(FIND, [
        token.program,
        token.hash,
        toTimestamp(now),
        toTimestamp(idle),
        this.providers,
        this.methods,
      ]);
      if (!row) return undefined;
      if (seen && row.seen_at.getTime() <= now - SEEN_EVERY_MS) {
        await tx.query(
          'UPDATE session SET seen_at = $3 WHERE program_id = $1 AND secret_hash = $2',
          [token.program, token.hash, toTimestamp(now)],
        );
      }
      const [texts = {}] = await this.seals.unseal(tx, token.program as ProgramId, [
        { subject: row.person, sealed: row.sealed },
      ]);
      return signedIn(token.program, row, texts);
    });
  }

  /** Ends a session; nothing happens when it has ended. */
  async end(secret: string): Promise<void> {
    const token = readToken(secret);
    if (!token) return;
    await this.database.inProgram(token.program, (tx) =>
      tx.query('DELETE FROM session WHERE program_id = $1 AND secret_hash = $2', [
        token.program,
        token.hash,
      ]),
    );
  }

  /** Ends all sessions of somebody but the one they are in. @returns how many that were */
  leaveOthers({ caller: { program, id } }: SignedIn, secret: string): Promise<number> {
    return this.database.inProgram(program, (tx) => this.endOthers(tx, program, id, secret));
  }

  /** Ends all sessions of a person but one. @returns how many that were */
  async endOthers(tx: Tx, program: string, person: string, but?: string): Promise<number> {
    const kept = but === undefined ? undefined : readToken(but);
    const ended = await tx.query(
      `DELETE FROM session
        WHERE program_id = $1 AND person = $2 AND secret_hash IS DISTINCT FROM $3 RETURNING 1`,
      [program, person, kept?.hash ?? null],
    );
    return ended.length;
  }
}

function signedIn(program: string, row: Row, texts: Readonly<Record<string, string>>): SignedIn {
  return {
    caller: {
      program,
      id: row.person,
      kind: 'person',
      name: texts['name'] ?? 'Somebody',
      grants: row.grants.map(({ role, under }) => ({
        role,
        under,
        milestones: null,
        scopes: null,
      })),
      serverAdministrator: false,
      requestsPerSecond: null,
    },
    email: texts['email'] ?? null,
    method: row.method,
    expiresAt: row.expires_at.getTime(),
    has: { password: row.has_password, codes: row.has_codes },
  };
}
