import { createHmac } from 'node:crypto';
import type { Instant } from '#lib/domain';
import { type Clock, type Database, toTimestamp } from '#lib/platform';
import { DEFAULT_PROGRAM } from '../programs.js';
import { TooManyAttempts } from './errors.js';

/** How many failures are free, before each further one makes the next wait twice as long. */
const FREE = { account: 5, address: 30 } as const;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** Whose attempts count together. */
export interface Attempted {
  /** The account, whether there is one or not: what it is called, in words that nobody reads. */
  readonly account?: string | undefined;
  /** The address the request came from. */
  readonly from: string;
}

/**
 * An attempt is counted before it is known how it ends, so that many at once are no way round; null
 * comes back while the bucket is blocked.
 */
const COUNT = `
INSERT INTO sign_in_attempt AS old (program_id, bucket, failures, blocked_until, forget_at)
VALUES ($1, $2, 1, $3, $4)
ON CONFLICT (program_id, bucket) DO UPDATE SET
  failures = CASE WHEN old.forget_at <= $3 THEN 1 ELSE old.failures + 1 END,
  blocked_until = CASE WHEN old.forget_at <= $3 OR old.failures + 1 < $5 THEN $3::timestamptz
    ELSE $3::timestamptz + least($6 * power(2, least(old.failures + 1 - $5, 30)), $7) * interval '1 millisecond' END,
  forget_at = $4
WHERE old.blocked_until <= $3
RETURNING 1`;

/** Counts attempts to sign in, over all processes, and makes those wait that fail too often. */
export class Attempts {
  private readonly naming: Buffer;

  /** @param signingKey 32 bytes */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    signingKey: Buffer,
  ) {
    this.naming = createHmac('sha256', signingKey).update('waymark attempts 1').digest();
  }

  /**
   * Counts an attempt as failed until `succeeded` says otherwise.
   * @throws TooManyAttempts while the account or the address has to wait
   */
  async begin(attempted: Attempted): Promise<void> {
    const now = this.clock.now();
    for (const [kind, bucket] of this.bucketsOf(attempted)) {
      const counted = await this.count(bucket, FREE[kind], now);
      if (!counted) throw await this.refusal(bucket, now);
    }
  }

  /** Takes back what `begin` counted; the account starts anew. */
  async succeeded(attempted: Attempted): Promise<void> {
    await this.database.inProgram(DEFAULT_PROGRAM, async (tx) => {
      for (const [kind, bucket] of this.bucketsOf(attempted)) {
        await tx.query(
          kind === 'account'
            ? 'DELETE FROM sign_in_attempt WHERE program_id = $1 AND bucket = $2'
            : `UPDATE sign_in_attempt SET failures = greatest(failures - 1, 0), blocked_until = '-infinity'
                WHERE program_id = $1 AND bucket = $2`,
          [DEFAULT_PROGRAM, bucket],
        );
      }
    });
  }

  private bucketsOf({
    account,
    from,
  }: Attempted): readonly (readonly [keyof typeof FREE, Buffer])[] {
    const own = (text: string) => createHmac('sha256', this.naming).update(text).digest();
    return [
      ['address', own(`address ${network(from)}`)],
      ...(account === undefined ? [] : [['account', own(`account ${account}`)] as const]),
    ];
  }

  private count(bucket: Buffer, free: number, now: Instant): Promise<boolean> {
    return this.database.inProgram(DEFAULT_PROGRAM, async (tx) => {
      await tx.query(
        `DELETE FROM sign_in_attempt WHERE (program_id, bucket) IN (
           SELECT program_id, bucket FROM sign_in_attempt
            WHERE program_id = $1 AND forget_at <= $2 LIMIT 10 FOR UPDATE SKIP LOCKED)`,
        [DEFAULT_PROGRAM, toTimestamp(now)],
      );
      const rows = await tx.query(COUNT, [
        DEFAULT_PROGRAM,
        bucket,
        toTimestamp(now),
        toTimestamp(now + FORGOTTEN_AFTER_MS),
        free,
        FIRST_WAIT_MS,
        LONGEST_WAIT_MS,
      ]);
      return rows.length > 0;
    });
  }

  private async refusal(bucket: Buffer, now: Instant): Promise<TooManyAttempts> {
    const [row] = await this.database.inProgram(DEFAULT_PROGRAM, (tx) =>
      tx.query<{ blocked_until: Date }>(
        'SELECT blocked_until FROM sign_in_attempt WHERE program_id = $1 AND bucket = $2',
        [DEFAULT_PROGRAM, bucket],
      ),
    );
    const left = (row?.blocked_until.getTime() ?? now) - now;
    return new TooManyAttempts(Math.max(1, Math.ceil(left / 1000)));
  }
}

/** Who holds an IPv6 address holds the 2^64 beside it. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  if (tail !== undefined) {
    const after = tail.split(':').filter((group) => group !== '');
    while (groups.length + after.length < 8) groups.push('0');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}
