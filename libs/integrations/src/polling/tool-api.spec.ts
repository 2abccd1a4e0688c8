import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { AskLater, PollFailed } from './errors.js';
import { Reach } from '../outbound/reach/reach.js';
import { fetchOutside } from './fetch-outside.js';
import { ToolApi } from './tool-api.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: (() => void)[] = [];
async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the interface of a tool', () => {
  const now = Date.parse('2026-03-02T10:00:00Z');
  let answer: Answer;
  let api: ToolApi;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    const base = await serve((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    });
    api = new ToolApi({
      fetch: fetchOutside(new Reach(['127.0.0.1'])),
      ...{ clock: { now: () => now }, signal: new AbortController().signal },
      ...{ base: `${base}/api/v4/`, headers: { authorization: 'Bearer secret' } },
    });
  });
  afterAll(() => {
    for (const close of servers) close();
  });

  const all = async (where: string) => {
    const found: unknown[] = [];
    for await (const page of api.pages(where)) found.push(...page);
    return found;
  };
  const refused = async (asking: Promise<unknown>) => asking.catch((error: unknown) => error);

  test('takes credentials to no other place, wherever a link points', async () => {
    const others: string[] = [];
    const elsewhere = await serve((request, response) => {
      others.push(String(request.headers.authorization));
      response.end('[]');
    });
    answer = (_request, response) => {
      response.setHeader('link', `<${elsewhere}/next>; rel="next"`);
      response.end('[1]');
    };
    expect(await refused(all('/issues'))).toBeInstanceOf(PollFailed);
    answer = (_request, response) => response.writeHead(302, { location: elsewhere }).end();
    expect(await refused(api.get('/issues'))).toMatchObject({
      message: expect.stringContaining('302'),
    });
    expect([asked, others]).toEqual([['/api/v4/issues', '/api/v4/issues'], []]);
  });

  test.each([
    [429, { 'retry-after': '90' }, 90],
    [503, { 'retry-after': new Date(now + 120_000).toUTCString() }, 120],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 600) }, 600],
    [429, { 'ratelimit-remaining': '0', 'ratelimit-reset': String(now / 1000 + 30) }, 30],
    [429, {}, 60],
    [429, { 'retry-after': '999999' }, 3600],
  ])('asks later after %i with %j', async (status, headers, seconds) => {
    answer = (_request, response) => response.writeHead(status, headers).end();
    const error = await refused(api.get('/issues'));
    expect(error).toBeInstanceOf(AskLater);
    expect((error as AskLater).at).toBe(now + seconds * 1000);
  });

  test('is not asked where its host is found to be private', async () => {
    const resolve = async () => [{ address: '10.0.0.7', family: 4 } as const];
    const moved = new ToolApi({
      fetch: fetchOutside(new Reach([], resolve)),
      ...{ clock: { now: () => now }, signal: new AbortController().signal },
      ...{ base: 'https://git.example.com/api/v4', headers: { authorization: 'Bearer secret' } },
    });
    expect(await refused(moved.get('/issues'))).toMatchObject({
      message: expect.stringContaining('not on the public internet'),
    });
  });

  test('asks nothing more once nothing is left', async () => {
    const reset = String(now / 1000 + 600);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    answer = (_request, response) => response.writeHead(200, headers).end('[]');
    await api.get('/issues');
    expect(await refused(api.get('/issues'))).toBeInstanceOf(AskLater);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['HTML', (response: ServerResponse) => response.end('<html>')],
    ['something that is no list', (response: ServerResponse) => response.end('{}')],
    ['a refusal', (response: ServerResponse) => response.writeHead(403).end()],
    ['a broken connection', (response: ServerResponse) => response.destroy()],
    [
      'half of what it promised',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' }).write('[1,', () => response.destroy());
      },
    ],
    [
      'more than is taken',
      (response: ServerResponse) => response.end(`["${'x'.repeat(21 * 1024 * 1024)}"]`),
    ],
  ])('that answers with %s is said to have failed', async (_what, respond) => {
    answer = (_request, response) => {
      respond(response);
    };
    expect(await refused(all('/issues'))).toBeInstanceOf(PollFailed);
  });
});
