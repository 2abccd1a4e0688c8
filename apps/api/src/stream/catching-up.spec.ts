import { expect, test } from 'vitest';
import { CatchingUp } from './catching-up.js';
import type { LiveMessage } from './follow.js';

const HEAD = 20;

async function* log(from: number, to: number): AsyncGenerator<LiveMessage> {
  for (let position = from + 1; position <= to; position++) {
    yield { id: String(position), position, at: position, changes: [] };
  }
}

test('of one party a single listener is served at a time, beside another’s; who has caught up waits for nobody', async () => {
  const catching = new CatchingUp();
  const { signal } = new AbortController();
  const inside = new Map<string, number>();
  const most = new Map<string, number>();
  const listen = async (party: string, from: number, to: number) => {
    const shown = async (message: LiveMessage) => {
      const now = (inside.get(party) ?? 0) + 1;
      inside.set(party, now);
      most.set(party, Math.max(now, most.get(party) ?? 0));
      await new Promise((resolve) => setImmediate(resolve));
      inside.set(party, now - 1);
      return message;
    };
    const told: number[] = [];
    const of = { party, head: HEAD, signal };
    for await (const [, one] of catching.inTurn(log(from, to), shown, of, from)) {
      if (one) told.push(one.position);
    }
    return told;
  };
  const flood = Array.from({ length: 9 }, () => listen('flood', 0, HEAD));
  const other = listen('other', 0, HEAD);
  const live = Array.from({ length: 5 }, () => listen('live', HEAD, HEAD + 3));
  const all = Array.from({ length: HEAD }, (_, index) => index + 1);
  expect(await Promise.race([Promise.all(flood), other])).toEqual(all);
  expect(await Promise.all(flood)).toEqual(Array.from({ length: 9 }, () => all));
  expect(await Promise.all(live)).toEqual(Array.from({ length: 5 }, () => [21, 22, 23]));
  // while it was the only one it may have had two
  expect(most.get('flood')).toBeLessThanOrEqual(2);
  expect(most.get('live')).toBe(5);
});

test('one that ends while it waits gives its turn away', async () => {
  const catching = new CatchingUp();
  const gone = new AbortController();
  const of = { party: 'one', head: HEAD, signal: gone.signal };
  const shown = async (message: LiveMessage) => message;
  const first = catching.inTurn(log(0, HEAD), shown, of, 0);
  await first.next();
  gone.abort();
  await first.return();
  const other = { ...of, signal: new AbortController().signal };
  const told: number[] = [];
  for await (const [, one] of catching.inTurn(log(0, HEAD), shown, other, 0)) {
    if (one) told.push(one.position);
  }
  expect(told.length).toBe(HEAD);
});
