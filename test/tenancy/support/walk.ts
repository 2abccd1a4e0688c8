import type { Client } from '../../e2e/support/client.js';
import type { RouteObject } from '../../e2e/support/document.js';
import { examplesOf, type Part, PARTS, type Request, type Words } from './requests.js';
import { foreignIn, type Foreign } from './foreign.js';
import { send, type TwoPrograms } from './two-programs.js';

/** Routes whose example is not sent as it stands, with the reason. */
const BY_HAND: Readonly<Record<string, (route: RouteObject, ours: Words) => readonly Request[]>> = {
  // its example would be a whole log: the program has facts of its own, so that none is taken
  'POST /api/v1/log/import': () => [
    {
      method: 'POST',
      url: '/api/v1/log/import',
      headers: { 'content-type': 'application/jsonl' },
      body: '{"waymark":1}\n',
    },
  ],
  // the secret is the key to it: whoever has theirs may tell them something
  'POST /api/v1/webhooks/{source}': (route, ours) => examplesOf(route, inAll(ours)),
  // the token is the key to it: whoever has theirs may read theirs
  'GET /api/v1/calendars/{token}.ics': (route, ours) => examplesOf(route, inAll(ours)),
};

const inAll = (words: Words) => ({ path: words, query: words, headers: words, body: words });

/** What a walk has seen. */
export interface Walked {
  readonly requests: number;
  /** A line for each answer that held something foreign, or that the server failed to give. */
  readonly faults: readonly string[];
}

/**
 * Calls every route with our key and the ids of theirs: in the path, in the query, in the headers,
 * in the body, and in all of them at once; also as we would ourselves.
 * @param between is done before every request
 * @throws Uncallable for a route that nobody says how to call
 */
export async function walk(
  two: TwoPrograms,
  between: (request: number) => Promise<void> = () => Promise.resolve(),
): Promise<Walked> {
  const foreign = await foreignOf(two);
  const faults: string[] = [];
  const [reads, writes] = [[] as Request[], [] as Request[]];
  for (const route of two.routes) {
    (route.method === 'GET' ? reads : writes).push(...swapped(route, two));
  }
  // what was written with their names is called as theirs is, and ours: from then on, these are known
  const written: Request[] = [];
  let requests = 0;
  for (const request of [...reads, ...writes, ...reads]) {
    await between(requests);
    requests += 1;
    if (request.method !== 'GET') written.push(request);
    faults.push(...(await faultsOf(two.ours.client, request, foreign, [request, ...written])));
  }
  return { requests, faults };
}

/** What tells of them. */
export async function foreignOf(two: TwoPrograms): Promise<Foreign> {
  const { mark, secret } = two.theirs.client;
  return { mark, secret, ids: await two.foreignIds() };
}

/**
 * What of an answer is foreign; or that the server failed.
 * @param known the requests that told what may stand in the answer
 */
export async function faultsOf(
  client: Client,
  request: Request,
  foreign: Foreign,
  known: readonly Request[] = [request],
): Promise<readonly string[]> {
  const { status, text } = await sendAgain(client, request);
  const where = `${request.method} ${request.url} → ${status}`;
  return [
    ...foreignIn(text, foreign, known).map((word) => `${where} tells ${word}`),
    ...(status === 500 || status === 503 ? [`${where} failed: ${text.slice(0, 300)}`] : []),
  ];
}

/** As clients do: a connection that was broken is met once, and the next request has a new one. */
async function sendAgain(client: Client, request: Request) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(client, request).catch((error: unknown) => {
      if (attempt === 3) throw error;
      return undefined;
    });
    if (answer && (answer.status !== 503 || attempt === 3)) return answer;
  }
}

/** The requests of a route, each different one once. */
export function swapped(route: RouteObject, { ours, theirs }: TwoPrograms): readonly Request[] {
  const words = (theirParts: readonly Part[]) =>
    Object.fromEntries(
      PARTS.map((part): [Part, Words] => [
        part,
        (text) => (theirParts.includes(part) ? theirs.named(text) : ours.words(text)),
      ]),
    ) as Record<Part, Words>;
  const byHand = BY_HAND[`${route.method} ${route.path}`];
  const mixes: readonly (readonly Part[])[] = [PARTS, ...PARTS.map((part) => [part]), []];
  const made = byHand
    ? byHand(route, (text) => ours.words(text))
    : mixes.flatMap((mix) => examplesOf(route, words(mix)));
  const different = new Map(made.map((request) => [JSON.stringify(request), request]));
  return [...different.values()];
}
