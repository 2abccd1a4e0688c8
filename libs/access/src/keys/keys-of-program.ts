import { addDuration, parseDuration } from '#lib/domain';
import { type Clock, type Database, toTimestamp, type Tx } from '#lib/platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { AuditNote } from '../audit/entry.js';
import type { Caller } from '../caller.js';
import { ExpiryInPast, KeyUnfit, UnknownKey } from '../errors.js';
import {
  announceKey,
  endOf,
  insertKey,
  KEY_COLUMNS,
  type KeyEntry,
  type KeyRow,
  type MadeKey,
  toEntry,
} from './keys.js';
import { type KeyWish, rateWithin, requireGrantable, requireWithin } from './key-wish.js';
import { excessesOf } from './might.js';
import { requireAdministrator } from '../people/administrators.js';
import { lockKeys } from '../programs.js';
import { hashKey, makeKey, shownOf } from './secret.js';

/** Who looks after keys: somebody who asked, or whoever works at the server's command line. */
export type Keeper = { readonly caller: Caller; readonly from?: string | undefined } | 'operator';

/** What of a key can be changed; null: the server's default, or no end. */
export interface KeyChange {
  readonly name?: string | undefined;
  readonly expiresOn?: string | null | undefined;
  readonly requestsPerSecond?: number | null | undefined;
}

const LONGEST_OVERLAP_MS = 92 * 86_400_000;

/**
 * The keys of programs: made, listed, changed, rotated and revoked. Nobody makes a key that may do
 * more than they may themselves, or gets hold of one: such keys are not there for them. What changes
 * keys does so in the transaction it is given, and in one of its own without.
 */
export class Keys {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly clock: Clock;
      readonly audit: AuditTrail;
      /** Told of every key that changes, before its change is answered. */
      readonly onChanged?: (id: string) => void;
    },
  ) {}

  /** @throws ExpiryInPast, KeyUnfit, KeyTooMighty */
  async make(keeper: Keeper, program: string, wish: KeyWish, within?: Tx): Promise<MadeKey> {
    this.requireFuture(wish.expiresOn ?? null);
    return this.inTx(program, within, async (tx) => {
      await requireGrantable(tx, program, wish);
      if (keeper !== 'operator') await requireWithin(tx, keeper.caller, wish);
      const madeBy = keeper === 'operator' ? undefined : keeper.caller.id;
      const wanted = wish.requestsPerSecond ?? null;
      const requestsPerSecond = keeper === 'operator' ? wanted : rateWithin(keeper.caller, wanted);
      const key = { ...wish, requestsPerSecond, madeBy };
      const made = await insertKey(tx, program, makeKey(), key);
      const { role, under = null } = wish;
      await this.note(tx, keeper, program, 'key.made', { key: made.id, role, under });
      return made;
    });
  }

  /** Those that the keeper may see, in the order they were made, after the one with the id `after`. */
  list(
    keeper: Keeper,
    program: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<KeyEntry[]> {
    return this.parts.database.inProgram(program, async (tx) => {
      const found: KeyEntry[] = [];
      let { after } = page;
      while (found.length < page.limit) {
        const rows = await tx.query<KeyRow>(
          `SELECT ${KEY_COLUMNS} FROM access_key
            WHERE program_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
          [program, after ?? null, page.limit],
        );
        const entries = rows.map((row) => toEntry(row, this.parts.clock.now()));
        found.push(...(await this.visible(tx, keeper, entries)));
        if (rows.length < page.limit) break;
        after = rows[rows.length - 1]?.id;
      }
      return found.slice(0, page.limit);
    });
  }

  /** Changes what is named. @throws UnknownKey, ExpiryInPast, KeyTooMighty */
  async change(
    keeper: Keeper,
    program: string,
    { id, ...change }: KeyChange & { readonly id: string },
    within?: Tx,
  ): Promise<KeyEntry> {
    this.requireFuture(change.expiresOn ?? null);
    const changed = await this.inTx(program, within, async (tx) => {
      const before = await this.inUse(tx, keeper, program, id);
      const after = { ...before, ...definedOf(change) };
      if (keeper !== 'operator' && change.requestsPerSecond !== undefined) {
        after.requestsPerSecond = rateWithin(keeper.caller, change.requestsPerSecond);
      }
      await tx.query(
        `UPDATE access_key SET name = $3, expires_on = $4, requests_per_second = $5
          WHERE program_id = $1 AND id = $2`,
        [program, id, after.name, after.expiresOn, after.requestsPerSecond],
      );
      await announceKey(tx, id);
      const { expiresOn, requestsPerSecond } = after;
      await this.note(tx, keeper, program, 'key.changed', {
        key: id,
        expiresOn,
        requestsPerSecond,
      });
      return after;
    });
    this.parts.onChanged?.(id);
    return changed;
  }

  /**
   * Gives a key a new secret.
   * @param wish.overlap an ISO 8601 duration: how long the one it has stays valid; absent: it ends at once. One that a rotation
   *   before had left ends now.
   * @throws UnknownKey, KeyUnfit for an overlap of more than 92 days
   */
  async rotate(
    keeper: Keeper,
    program: string,
    { id, overlap }: { readonly id: string; readonly overlap?: string | undefined },
    within?: Tx,
  ): Promise<MadeKey> {
    const key = makeKey();
    const oldEndsAt = overlap && toTimestamp(this.endOfOverlap(overlap));
    await this.inTx(program, within, async (tx) => {
      await this.inUse(tx, keeper, program, id);
      await tx.query(
        `UPDATE access_key SET secret_hash = $3, prefix = $4, previous_until = $5,
                previous_hash = CASE WHEN $5::timestamptz IS NOT NULL THEN secret_hash END
          WHERE program_id = $1 AND id = $2`,
        [program, id, hashKey(key), shownOf(key), oldEndsAt ?? null],
      );
      await announceKey(tx, id);
      const about = { key: id, oldEndsAt: oldEndsAt ?? null };
      await this.note(tx, keeper, program, 'key.rotated', about);
    });
    this.parts.onChanged?.(id);
    return { id, key };
  }

  /** Ends a key. @throws UnknownKey, LastAdministrator */
  async revoke(keeper: Keeper, program: string, id: string, within?: Tx): Promise<void> {
    const { clock } = this.parts;
    await this.inTx(program, within, async (tx) => {
      await this.inUse(tx, keeper, program, id);
      await tx.query(
        `UPDATE access_key
            SET revoked_at = now(), previous_hash = NULL, previous_until = NULL
          WHERE program_id = $1 AND id = $2`,
        [program, id],
      );
      await requireAdministrator(tx, program, clock.now());
      await announceKey(tx, id);
      await this.note(tx, keeper, program, 'key.revoked', { key: id });
    });
    this.parts.onChanged?.(id);
  }

  private inTx<T>(program: string, within: Tx | undefined, work: (tx: Tx) => Promise<T>) {
    return within ? work(within) : this.parts.database.inProgram(program, work);
  }

  /** A key in use that the keeper may see, held until the transaction ends. @throws UnknownKey */
  private async inUse(tx: Tx, keeper: Keeper, program: string, id: string): Promise<KeyEntry> {
    await lockKeys(tx, program);
    const rows = await tx.query<KeyRow>(
      `SELECT ${KEY_COLUMNS} FROM access_key
        WHERE program_id = $1 AND id = $2 AND revoked_at IS NULL`,
      [program, id],
    );
    const entries = rows.map((row) => toEntry(row, this.parts.clock.now()));
    const [found] = await this.visible(tx, keeper, entries);
    if (!found) throw new UnknownKey(id);
    return found;
  }

  private async visible(
    tx: Tx,
    keeper: Keeper,
    entries: readonly KeyEntry[],
  ): Promise<readonly KeyEntry[]> {
    if (keeper === 'operator') return entries;
    const excesses = await excessesOf(tx, keeper.caller, entries);
    return entries.filter((_, index) => excesses[index] === undefined);
  }

  private endOfOverlap(overlap: string): number {
    const now = this.parts.clock.now();
    const duration = parseDuration(overlap);
    const end = duration && addDuration(now, duration);
    if (end !== undefined && end - now <= LONGEST_OVERLAP_MS) return end;
    throw new KeyUnfit(
      '/overlap',
      'An old secret stays valid for a while and for 92 days at most, as P7D. Leave it out to end it at once.',
    );
  }

  private requireFuture(expiresOn: string | null): void {
    // a day that no calendar has never comes
    if (expiresOn !== null && !(endOf(expiresOn) > this.parts.clock.now())) {
      throw new ExpiryInPast(expiresOn);
    }
  }

  private note(
    tx: Tx,
    keeper: Keeper,
    program: string,
    action: string,
    about: AuditNote['about'],
  ): Promise<void> {
    const by =
      keeper === 'operator'
        ? { actor: { kind: 'operator' } as const }
        : { actor: { kind: keeper.caller.kind, id: keeper.caller.id }, from: keeper.from };
    return this.parts.audit.note(program, { action, outcome: 'done', ...by, about }, tx);
  }
}

function definedOf(change: KeyChange): Partial<KeyEntry> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
