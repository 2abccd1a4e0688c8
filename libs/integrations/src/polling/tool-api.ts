import type { Instant } from '#lib/domain';
import type { Clock } from '#lib/platform';
import { AskLater, PollFailed } from './errors.js';
import type { FetchOutside } from './fetch-outside.js';

/** What a tool answered. */
export interface ToolAnswer {
  /** Undefined: it is as it was under the tag that was given. */
  readonly body: unknown;
  readonly headers: Headers;
}

/** What asking a tool needs. */
export interface ToolApiParts {
  readonly fetch: FetchOutside;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Below which all of it lies. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

const ANSWERS_WITHIN_MS = 30_000;
const MOST_BYTES = 20 * 1024 * 1024;
const USUAL_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Headers that say how many more requests are allowed, and when it is as many as ever again. */
const LIMITS = [
  ['x-ratelimit-remaining', 'x-ratelimit-reset'],
  ['ratelimit-remaining', 'ratelimit-reset'],
] as const;

/** The REST interface of a tool, asked as often as it allows. */
export class ToolApi {
  private readonly asked = new Map<string, Promise<unknown>>();
  /** Since when and until when nothing more may be asked. */
  private exhaustedUntil: Instant | undefined;

  constructor(private readonly parts: ToolApiParts) {}

  /**
   * @param where a path below the base, or an address at the same place
   * @param tag what it had when it was asked before
   * @throws AskLater, PollFailed
   */
  async get(where: string, tag?: string): Promise<ToolAnswer> {
    const { clock, fetch, headers, signal } = this.parts;
    if (this.exhaustedUntil !== undefined && this.exhaustedUntil > clock.now()) {
      throw new AskLater(this.exhaustedUntil);
    }
    const url = this.addressOf(where);
    signal.throwIfAborted();
    const failed = (error: unknown): never => {
      signal.throwIfAborted();
      if (error instanceof PollFailed) throw error;
      throw new PollFailed(`${url.host} cannot be reached: ${reasonOf(error)}`);
    };
    const response = await fetch(url, {
      headers: { ...headers, ...(tag === undefined ? {} : { 'if-none-match': tag }) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWERS_WITHIN_MS)]),
    }).catch(failed);
    this.exhaustedUntil = exhaustedUntil(response.headers, clock.now());
    if (response.status === 304) return { body: undefined, headers: response.headers };
    const text = await readText(response).catch(failed);
    if (response.status === 200) return { body: jsonOf(text, url), headers: response.headers };
    throw this.refusal(response, url);
  }

  /** As `get`, but asked once however many want it. */
  once(where: string): Promise<unknown> {
    const asked = this.asked.get(where);
    if (asked) return asked;
    const asking = this.get(where).then(({ body }) => body);
    this.asked.set(where, asking);
    return asking;
  }

  /** The pages of a list: after `Link` where it is told, else after `X-Next-Page`. @throws as `get` */
  async *pages<Item>(where: string): AsyncGenerator<readonly Item[], undefined> {
    for (let next: string | undefined = where; next !== undefined; ) {
      const { body, headers } = await this.get(next);
      yield listOf<Item>(body);
      next = nextOf(headers, this.addressOf(next));
    }
    return undefined;
  }

  /** Credentials go nowhere but to where they are for, whatever a link says. */
  private addressOf(where: string): URL {
    const base = new URL(this.parts.base);
    if (where.startsWith('/')) return new URL(`${base.href.replace(/\/$/, '')}${where}`);
    const url = new URL(where);
    if (url.origin === base.origin) return url;
    throw new PollFailed(`${base.host} refers to ${url.host}, where nothing is asked.`);
  }

  private refusal({ status, headers }: Response, url: URL): Error {
    const now = this.parts.clock.now();
    const after = retryAfter(headers, now);
    if (status === 429 || (status === 503 && after !== undefined)) {
      return new AskLater(after ?? this.exhaustedUntil ?? now + USUAL_PAUSE_MS);
    }
    if (status === 403 && (after ?? this.exhaustedUntil) !== undefined) {
      return new AskLater(after ?? this.exhaustedUntil ?? now + USUAL_PAUSE_MS);
    }
    const path = `${url.host}${url.pathname}`;
    return new PollFailed(`${path} answers ${status}. ${ADVICE[status] ?? 'It is tried again.'}`);
  }
}

const ADVICE: Readonly<Record<number, string>> = {
  301: 'It has moved: name its new address or path.',
  302: 'It refers elsewhere: name the address of its REST interface.',
  401: 'The credentials are not valid (any more): give others.',
  403: 'The credentials may not read this: give it to them, or others here.',
  404: 'It does not exist, or the credentials may not see it.',
};

function listOf<Item>(body: unknown): readonly Item[] {
  if (Array.isArray(body)) return body as readonly Item[];
  throw new PollFailed('The tool answers with something else than a list.');
}

function nextOf(headers: Headers, asked: URL): string | undefined {
  const link = headers.get('link');
  if (link !== null) return /<([^>]{1,4000})>\s*;[^,]{0,500}\brel="?next"?/i.exec(link)?.[1];
  const page = headers.get('x-next-page');
  if (!page) return undefined;
  const next = new URL(asked);
  next.searchParams.set('page', page);
  return next.href;
}

function exhaustedUntil(headers: Headers, now: Instant): Instant | undefined {
  for (const [remaining, reset] of LIMITS) {
    const seconds = Number(headers.get(reset));
    if (headers.get(remaining) !== '0' || !(seconds > 0)) continue;
    return bounded(seconds * 1000, now);
  }
  return undefined;
}

/** Seconds, or a date. */
function retryAfter(headers: Headers, now: Instant): Instant | undefined {
  const given = headers.get('retry-after');
  if (given === null) return undefined;
  const seconds = /^\d{1,6}$/.test(given) ? Number(given) : undefined;
  const at = seconds === undefined ? Date.parse(given) : now + seconds * 1000;
  return Number.isNaN(at) ? undefined : bounded(at, now);
}

/** Another clock may be wrong by days. */
function bounded(at: Instant, now: Instant): Instant {
  return Math.min(Math.max(at, now + 1000), now + LONGEST_PAUSE_MS);
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > MOST_BYTES) throw new PollFailed('The tool answers with more than is taken.');
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string, { host, pathname }: URL): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const message = `${host}${pathname} does not answer with JSON. Is it the address of its REST interface?`;
    throw new PollFailed(message);
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
