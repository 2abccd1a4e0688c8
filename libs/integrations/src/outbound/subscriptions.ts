import { addDuration, parseDuration, type Instant, type ProgramId } from '#lib/domain';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import { requireSeen, wholeOf } from '#lib/projections';
import type { ChangedAlerts } from './alert-signals.js';
import { SubscriptionUnfit, UnknownSubscription } from './errors.js';
import { beginTelling } from './place.js';
import { means, TOLD_TYPES } from './patterns.js';
import { AddressRefused } from './reach/errors.js';
import type { Reach } from './reach/reach.js';
import {
  ROWS,
  type Subscription,
  type SubscriptionRow,
  type SubscriptionWish,
  toSubscription,
} from './subscription.js';
import { type Confidential, type MasterSeals, sealed, unsealed } from './subscription-seals.js';

/** How long an old secret goes on to sign where nothing is said. */
const USUAL_OVERLAP = 'P1D';
const LONGEST_OVERLAP_MS = 92 * 86_400_000;
/** So many subscriptions a program has at most: each is looked at with every fact. */
const MOST = 100;

/** What the register is made of. */
export interface SubscriptionsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: MasterSeals;
  readonly reach: Pick<Reach, 'require'>;
  readonly changedAlerts: ChangedAlerts;
}

/** The register of subscriptions: whom a program tells what happens. */
export class Subscriptions {
  constructor(private readonly parts: SubscriptionsParts) {}

  /** @throws UnknownSubscription */
  get(program: ProgramId, name: string): Promise<Subscription> {
    return this.parts.database.inProgram(
      program,
      async (tx) => this.shown(program, await required(tx, program, name)),
      { readOnly: true },
    );
  }

  /** By name, after the one of the name `after`. */
  list(
    program: ProgramId,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly Subscription[]> {
    return this.parts.database.inProgram(
      program,
      async (tx) => {
        const found = await tx.query<SubscriptionRow>(
          `${ROWS} AND s.name > $2 ORDER BY s.name LIMIT $3`,
          [program, after ?? '', limit],
        );
        return found.map((row) => this.shown(program, row));
      },
      { readOnly: true },
    );
  }

  /**
   * Makes a subscription, or what it is into what is wished; one that was disabled is in use again. It
   * is told what is recorded from now on. Of another secret, the one before signs for a day more.
   * @param by a UUID: who wishes it
   * @throws SubscriptionUnfit, UnknownUnit for `under`
   */
  async put(
    tx: Tx,
    program: ProgramId,
    { name, by }: { readonly name: string; readonly by: string },
    wish: SubscriptionWish,
  ): Promise<{ readonly created: boolean; readonly subscription: Subscription }> {
    // one at a time in a program, so that the first to be in use is known to be the first
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 19))', [program]);
    const before = await row(tx, program, name);
    const now = this.parts.clock.now();
    const id = before?.id ?? newId();
    const content = this.content(program, before, wish, now);
    const under = wish.under === undefined ? (before?.under ?? null) : wish.under;
    if (wish.under) await requireSeen(tx, wholeOf(program), wish.under, '/under');
    requireEvents(wish.events);
    if (!before) await requireRoom(tx, program);
    const begins = !before || before.disabled_at !== null;
    const head = begins ? await beginTelling(tx, program, now, this.parts.changedAlerts) : 0;
    await tx.query(UPSERT, [
      ...[program, name, id, sealed(this.parts.seals, program, id, content), wish.events, under],
      ...[head, toTimestamp(now), by, begins],
    ]);
    const subscription = this.shown(program, await required(tx, program, name));
    return { created: !before, subscription };
  }

  /**
   * Gives a subscription another secret; what is sent is signed with both until `overlap` is over.
   * @param overlap an ISO 8601 duration, P1D where it is left out
   * @throws UnknownSubscription, SubscriptionUnfit
   */
  async rotate(
    tx: Tx,
    program: ProgramId,
    name: string,
    wish: { readonly secret: string; readonly overlap?: string | undefined },
  ): Promise<Subscription> {
    const found = await required(tx, program, name);
    const now = this.parts.clock.now();
    const content = unsealed(this.parts.seals, program, found, now);
    if (!content) throw foreignSeal();
    requireSecret(wish.secret);
    const secrets = rotated(content, wish.secret, endOf(wish.overlap ?? USUAL_OVERLAP, now));
    await tx.query(
      'UPDATE subscription SET sealed = $3, changed_at = $4 WHERE program_id = $1 AND id = $2',
      [
        ...[program, found.id],
        sealed(this.parts.seals, program, found.id, { ...content, secrets }),
        toTimestamp(now),
      ],
    );
    return this.shown(program, await required(tx, program, name));
  }

  /** Takes a subscription away with its deliveries. @throws UnknownSubscription */
  async remove(tx: Tx, program: ProgramId, name: string): Promise<void> {
    const { id } = await required(tx, program, name);
    await tx.query('DELETE FROM subscription WHERE program_id = $1 AND id = $2', [program, id]);
  }

  /** @throws SubscriptionUnfit */
  private content(
    program: ProgramId,
    before: SubscriptionRow | undefined,
    wish: SubscriptionWish,
    now: Instant,
  ): Confidential {
    const held = before && unsealed(this.parts.seals, program, before, now);
    const url = wish.url ?? held?.url;
    if (url === undefined) {
      throw new SubscriptionUnfit('/url', 'A new subscription needs an address to send to.');
    }
    try {
      this.parts.reach.require(url);
    } catch (error) {
      if (error instanceof AddressRefused) throw new SubscriptionUnfit('/url', error.message);
      throw error;
    }
    if (wish.secret !== undefined) {
      requireSecret(wish.secret);
      const oldEndsAt = endOf(USUAL_OVERLAP, now);
      return { url, secrets: rotated(held ?? { url, secrets: [] }, wish.secret, oldEndsAt) };
    }
    if (held && held.secrets.length > 0) return { url, secrets: held.secrets };
    if (before) throw foreignSeal();
    throw new SubscriptionUnfit('/secret', 'A new subscription needs a secret to sign with.');
  }

  private shown(program: ProgramId, found: SubscriptionRow): Subscription {
    const { seals, clock } = this.parts;
    return toSubscription(found, unsealed(seals, program, found, clock.now()));
  }
}

const UPSERT = `
INSERT INTO subscription (program_id, name, id, sealed, events, under, after_position, made_at, made_by, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8)
ON CONFLICT (program_id, name) DO UPDATE SET
  sealed = $4, events = $5, under = $6, changed_at = $8, rests_until = NULL,
  after_position = CASE WHEN $10::boolean THEN $7 ELSE subscription.after_position END,
  failing_since = CASE WHEN $10::boolean THEN NULL ELSE subscription.failing_since END,
  disabled_at = NULL, disabled_because = NULL`;

async function row(tx: Tx, program: ProgramId, name: string): Promise<SubscriptionRow | undefined> {
  const [found] = await tx.query<SubscriptionRow>(`${ROWS} AND s.name = $2`, [program, name]);
  return found;
}

async function required(tx: Tx, program: ProgramId, name: string): Promise<SubscriptionRow> {
  const found = await row(tx, program, name);
  if (!found) throw new UnknownSubscription(name);
  return found;
}

/** @throws SubscriptionUnfit */
async function requireRoom(tx: Tx, program: ProgramId): Promise<void> {
  const [count] = await tx.query<{ all: number }>(
    'SELECT count(*)::int AS all FROM subscription WHERE program_id = $1',
    [program],
  );
  if ((count?.all ?? 0) < MOST) return;
  throw new SubscriptionUnfit('', `A program has at most ${MOST} subscriptions; take one away.`);
}

/** @throws SubscriptionUnfit for a pattern that means nothing */
function requireEvents(patterns: readonly string[]): void {
  for (const [index, pattern] of patterns.entries()) {
    if (TOLD_TYPES.some((type) => means(pattern, type))) continue;
    const message = `Nothing is called "${pattern}". There are ${TOLD_TYPES.join(', ')}; "alert.*" means all that begin so, and "*" everything.`;
    throw new SubscriptionUnfit(`/events/${index}`, message);
  }
}

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/** A secret after the Standard Webhooks specification: 24 to 64 bytes in base64. @throws SubscriptionUnfit */
function requireSecret(secret: string): void {
  const encoded = SECRET.exec(secret)?.[1];
  const bytes = encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
  if (bytes && bytes.toString('base64') === encoded && bytes.length >= 24 && bytes.length <= 64) {
    return;
  }
  throw new SubscriptionUnfit(
    '/secret',
    'A secret is "whsec_" and 24 to 64 bytes in base64: echo "whsec_$(openssl rand -base64 32)"',
  );
}

function rotated(
  { secrets }: Confidential,
  secret: string,
  oldEndsAt: Instant,
): Confidential['secrets'] {
  const inForce = secrets.find(({ until }) => until === null);
  if (inForce?.secret === secret) return secrets;
  return [{ secret, until: null }, ...(inForce ? [{ ...inForce, until: oldEndsAt }] : [])];
}

/** @throws SubscriptionUnfit */
function endOf(overlap: string, now: Instant): Instant {
  const duration = parseDuration(overlap);
  const end = duration && addDuration(now, duration);
  if (end !== undefined && end - now <= LONGEST_OVERLAP_MS) return end;
  const message = 'An old secret signs for a while and for 92 days at most, as P7D.';
  throw new SubscriptionUnfit('/overlap', message);
}

function foreignSeal(): SubscriptionUnfit {
  return new SubscriptionUnfit(
    '/secret',
    'Another server sealed what this subscription needs. Give it its address and a secret again.',
  );
}
