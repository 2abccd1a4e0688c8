import type { Clock, Database } from '#lib/platform';
import type { Caller } from './caller.js';
import { ProgramExists } from './errors.js';
import {
  endOf,
  insertKey,
  KEY_COLUMNS,
  type KeyRow,
  KEYS_CHANNEL,
  type MadeKey,
} from './keys/keys.js';
import { LastUses } from './keys/last-uses.js';
import { insertProgram } from './programs.js';
import { hashKey, KEY_PREFIX, looksLikeKey, makeKey } from './keys/secret.js';

/** How long a key is taken for good without asking the database again: so late, at most, a change works where its notification was missed. */
const KEPT_MS = 3_500;
const KEPT_AT_MOST = 10_000;
const SHORTEST_KEY = 32;
const LONGEST_KEY = 1_024;

interface Known {
  readonly caller: Caller;
  /** Milliseconds since 1970; Infinity: it does not end. */
  readonly endsAt: number;
  readonly keptUntil: number;
}

/** Who may come in with a key, and as whom; and the programs that keys belong to. */
export class Access {
  private readonly known = new Map<string, Known>();
  private readonly uses: LastUses;
  private unfollow: (() => Promise<void>) | undefined;
  /** Counts what was forgotten, so that an answer that was on its way meanwhile is not kept. */
  private forgotten = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.uses = new LastUses(database, clock);
  }

  /** Whose key it is; undefined when it is nobody's, revoked or over. */
  async authenticate(key: string): Promise<Caller | undefined> {
    if (key.length < SHORTEST_KEY || key.length > LONGEST_KEY) return undefined;
    if (key.startsWith(KEY_PREFIX) && !looksLikeKey(key)) return undefined;
    const hash = hashKey(key);
    const name = hash.toString('base64');
    let found = this.known.get(name);
    if (!found || found.keptUntil < performance.now()) {
      const { forgotten } = this;
      found = await this.lookUp(hash);
      if (this.known.size >= KEPT_AT_MOST) this.known.clear();
      if (found && forgotten === this.forgotten) this.known.set(name, found);
      else this.known.delete(name);
    }
    if (!found || this.clock.now() >= found.endsAt) return undefined;
    this.uses.note(found.caller.program, found.caller.id);
    return found.caller;
  }

  /** Learns at once what other processes change of keys; without it, and when a notification is missed, within 5 s. */
  async follow(): Promise<void> {
    const forgetAll = () => {
      this.forgotten++;
      this.known.clear();
    };
    this.unfollow = await this.database.listen(KEYS_CHANNEL, (id) => this.forget(id), forgetAll);
  }

  /** Asks the database about a key when it comes next. */
  forget(id: string): void {
    this.forgotten++;
    for (const [name, { caller }] of this.known) if (caller.id === id) this.known.delete(name);
  }

  /** Ends what `follow` began, and writes down what was used. */
  async close(): Promise<void> {
    await this.unfollow?.();
    await this.uses.close();
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
   * before one is made.
   */
  async ensureProgram(program: string): Promise<void> {
    await this.database.inProgram(program, (tx) => insertProgram(tx, program));
  }

  private async lookUp(hash: Buffer): Promise<Known | undefined> {
    // counted from before the question, whose answer may be old when it arrives
    const keptUntil = performance.now() + KEPT_MS;
    const rows = await this.database.beforeProgram((tx) =>
      tx.query<KeyRow & { readonly is_previous: boolean }>(
        `SELECT ${KEY_COLUMNS}, previous_hash IS NOT DISTINCT FROM $1 AS is_previous
           FROM waymark_access_key($1)`,
        [hash],
      ),
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
      requestsPerSecond: row.requests_per_second,
    };
    const left = row.is_previous ? (row.previous_until?.getTime() ?? 0) : Number.POSITIVE_INFINITY;
    return { caller, endsAt: Math.min(endOf(row.expires_on), left), keptUntil };
  }
}
