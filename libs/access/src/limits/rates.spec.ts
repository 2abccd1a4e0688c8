import { afterAll, describe, expect, it } from 'vitest';
import { redisInstalled } from '../../../../test/support/index.js';
import { RedisServer } from '../../../../test/support/redis-server.js';
import { Rates } from './rates.js';

/** Asks so often at once. @returns how many were allowed */
async function asked(rates: Rates, party: string, times: number, perSecond: number) {
  const answers = await Promise.all(
    Array.from({ length: times }, () => rates.take(party, perSecond)),
  );
  return answers.filter(Boolean).length;
}

/** Asks until a request is allowed again. */
async function allowedAgain(rates: Rates, party: string, perSecond: number): Promise<number> {
  const began = performance.now();
  while (!(await rates.take(party, perSecond))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - began;
}

describe('rates in a process', () => {
  it('are counted by party and begin anew with the next second', async () => {
    const rates = new Rates();
    expect(await asked(rates, 'one', 30, 10)).toBe(10);
    expect(await asked(rates, 'other', 5, 10)).toBe(5);
    expect(await allowedAgain(rates, 'one', 10)).toBeLessThan(1_500);
  });
});

describe.runIf(redisInstalled())('rates in Redis', () => {
  const opened: { close(): void }[] = [];
  afterAll(() => {
    for (const one of opened) one.close();
  });
  const open = (url: string) => {
    const rates = new Rates(url);
    opened.push(rates);
    return rates;
  };
  /** Until what one counts counts for the other. */
  const together = async (one: Rates, other: Rates) => {
    for (let attempt = 1; attempt <= 100; attempt++) {
      const party = `attempt ${attempt}`;
      await asked(one, party, 4, 4);
      if (!(await other.take(party, 4))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('They never counted together.');
  };

  it('are counted for all processes together', async () => {
    const redis = await RedisServer.start();
    const [left, right] = [open(redis.url), open(redis.url)];
    await together(left, right);
    const counts = [await asked(left, 'one', 6, 10), await asked(right, 'one', 20, 10)];
    expect(counts).toEqual([6, 4]);
    expect(await asked(left, 'one', 1, 10)).toBe(0);
    // a large limit is counted in lots
    let allowed = 0;
    for (let n = 0; n < 600; n++) allowed += await asked(n % 2 ? left : right, 'busy', 1, 400);
    expect(allowed).toBeGreaterThanOrEqual(400);
    expect(allowed).toBeLessThanOrEqual(440);
    await redis.stop();
  });

  it('are counted by each process while Redis is away, and by all when it is back', async () => {
    const redis = await RedisServer.start();
    const [left, right] = [open(redis.url), open(redis.url)];
    await together(left, right);
    await redis.stop();
    const began = performance.now();
    expect(await asked(left, 'one', 9, 5)).toBe(5);
    expect(await asked(right, 'one', 9, 5)).toBe(5);
    expect(performance.now() - began).toBeLessThan(1_000);
    const again = await RedisServer.start(Number(new URL(redis.url).port));
    await together(left, right);
    await again.stop();
  });
});
