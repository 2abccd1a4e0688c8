import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryRequest, type Request } from './support/arbitrary-request.js';
import type { Client } from './support/client.js';
import { type Document, routesOf } from './support/document.js';
import { tellStory } from './support/story.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const CASES = Number(process.env.FUZZ_CASES ?? 25);
const SEED = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

let api: TestApi;
let client: Client;
let document: Document;
let ids: ReadonlyMap<string, string>;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.admin.get('/api/openapi.json')).body;
  client = await api.newProgram('fuzzed');
  ids = await tellStory(client, () => api.advised('fuzzed'));
});
afterAll(() => api.stop());

describe('whatever is sent', () => {
  test('no route fails on our side, and what is refused leaves nothing behind', {
    timeout: 600_000,
  }, async () => {
    const known = {
      unit: ['contoso', 'emea', 'emea-support', 'emea-archive', 'nobody'],
      under: ['contoso', 'nobody'],
      model: ['lithium', 'quintarelli', 'altimeter-success-factors'],
      milestone: ['hub.launched', 'a.b'],
      event: [...ids.values()],
      id: [...ids.values()],
    };
    for (const route of routesOf(document)) {
      await fc.assert(
        fc.asyncProperty(arbitraryRequest(document, route, known), async (request) => {
          const before = await position();
          const { status, type, text } = await send(request);
          const what = `${request.method} ${request.url} → ${status} ${text.slice(0, 300)}`;
          expect(status, what).not.toBe(500);
          expect(status, what).toBeLessThan(504);
          if (status < 400) return;
          expect(type, what).toBe('application/problem+json');
          expect(text, what).not.toMatch(/\.[jt]s:\d+|node_modules|SELECT |INSERT /);
          expect(text, what).not.toMatch(/"message":"(Invalid|Too (small|big)|Unrecognized)\b/);
          expect(await position(), what).toBe(before);
        }),
        { numRuns: CASES, ...SEED },
      );
    }
    expect((await client.get('/log/verification')).body.ok).toBe(true);
    expect((await client.get('/health/ready')).status).toBe(200);
  });
});

/** The head of the log, past the api. */
async function position(): Promise<number> {
  const [row] = await api.testDatabase.admin<{ position: string }>(
    "SELECT position FROM feed_head WHERE program_id = 'fuzzed'",
  );
  return Number(row?.position);
}

/** Streams never end by themselves: they are left as soon as they begin. */
async function send({ method, url, headers, body }: Request) {
  const leave = new AbortController();
  const response = await fetch(api.url + url, {
    method,
    redirect: 'manual',
    signal: leave.signal,
    headers: { authorization: `Bearer ${client.key}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const type = response.headers.get('content-type');
  const text = type?.startsWith('text/event-stream') ? '' : await response.text();
  leave.abort();
  return { status: response.status, type, text };
}
