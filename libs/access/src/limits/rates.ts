import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';

/** A counter of points by party, which begins anew a second after its first. */
interface Counter {
  penalty(party: string, points: number): Promise<{ readonly consumedPoints: number }>;
}

/** What a process and all of them had counted of a party when it last asked. */
interface Told {
  readonly own: number;
  readonly all: number;
}

/** Whether it is too much is found out here, since limits differ by party. */
const SECOND = { points: Number.MAX_SAFE_INTEGER, duration: 1 };
/** The part of a limit that a process counts by itself before it tells the others. */
const LOT = 1 / 20;
/** How long a Redis that did not answer is left alone. */
const AWAY_MS = 1_000;
/** A request does not wait long for a Redis that is away. */
const IMPATIENT = {
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  connectTimeout: 2_000,
  commandTimeout: 250,
};

/**
 * Counts requests by party and second: in Redis when there is one, for all processes together; in
 * this process otherwise, and while Redis does not answer. Limits of 40 and more are counted in lots,
 * so that most requests ask nobody; so many processes can let in a little more than the limit.
 */
export class Rates {
  private readonly own: Counter = new RateLimiterMemory(SECOND);
  private readonly redis: Redis | undefined;
  private readonly shared: Counter | undefined;
  private readonly told = new Map<string, Told>();
  private awayUntil = 0;

  /** @param redisUrl absent: each process counts for itself */
  constructor(redisUrl?: string) {
    if (redisUrl === undefined) return;
    this.redis = new Redis(redisUrl, IMPATIENT);
    // what is wrong is thrown by the command
    this.redis.on('error', () => undefined);
    this.shared = new RateLimiterRedis({
      ...SECOND,
      storeClient: this.redis,
      keyPrefix: '{waymark}:rate',
      rejectIfRedisNotReady: true,
    });
  }

  /** Counts a request, and says whether the party may have it in this second. Never fails. */
  async take(party: string, perSecond: number): Promise<boolean> {
    const { consumedPoints: own } = await this.own.penalty(party, 1);
    if (own > perSecond) return false;
    if (!this.shared) return true;
    if (own === 1) this.told.delete(party);
    const lot = Math.max(1, Math.floor(perSecond * LOT));
    if (own % lot === 0) await this.tell(this.shared, party, own, lot);
    const told = this.told.get(party);
    return told === undefined || told.all + own - told.own <= perSecond;
  }

  /** Ends the connection to Redis. */
  close(): void {
    this.redis?.disconnect();
  }

  private async tell(shared: Counter, party: string, own: number, lot: number): Promise<void> {
    if (performance.now() < this.awayUntil) return;
    try {
      const { consumedPoints: all } = await shared.penalty(party, lot);
      if (this.told.size >= REMEMBERED_AT_MOST) this.told.clear();
      this.told.set(party, { own, all });
    } catch {
      // until then this process counts alone
      this.awayUntil = performance.now() + AWAY_MS;
      this.told.clear();
    }
  }
}

const REMEMBERED_AT_MOST = 100_000;
