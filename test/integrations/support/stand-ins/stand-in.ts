import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#lib/platform';

/** What is asked for: a path and what stands behind its `?`. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Answers one path: a list, which is given out page by page, another body, or undefined where there is none. */
export type Answers = (asked: Asked) => unknown;

/** How a tool gives out lists and says how much more may be asked. */
export type Dialect = 'github' | 'gitlab' | 'jira';

const PAGE = 2;
export const TOKEN = 'a-token-that-may-read';

/**
 * A REST interface as a tool has it: pages of two, limits and tags after its documentation.
 * @source docs.github.com, Using pagination, Rate limits and Best practices for the REST API (conditional
 * requests); docs.gitlab.com/api/rest, Pagination, and rate limits on GitLab.com; developer.atlassian.com,
 * Jira Cloud platform, Rate limiting
 */
export class StandIn {
  readonly asked: string[] = [];
  /** Requests that were answered with "not modified". */
  unmodified = 0;
  refused = 0;
  /** Requests that are answered until it is over. */
  private left = Number.POSITIVE_INFINITY;
  private resetAt = 0;
  private away = false;

  private constructor(
    private readonly server: Server,
    private readonly dialect: Dialect,
    private readonly clock: Clock,
  ) {}

  static async open(dialect: Dialect, clock: Clock, answers: Answers): Promise<StandIn> {
    const server = createServer((request, response) => standIn.serve(request, response, answers));
    const standIn = new StandIn(server, dialect, clock);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers so many requests, and the next ones once so much time went by. */
  allow(requests: number, overMs: number): void {
    this.left = requests;
    this.resetAt = this.clock.now() + overMs;
  }

  /** Whether it answers at all. */
  fail(away: boolean): void {
    this.away = away;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(request: IncomingMessage, response: ServerResponse, answers: Answers): void {
    const url = new URL(request.url ?? '/', this.url);
    this.asked.push(`${url.pathname}${url.search}`);
    const given = request.headers.authorization ?? '';
    const basic = `Basic ${Buffer.from(`me@example.com:${TOKEN}`).toString('base64')}`;
    if (this.away) return end(response, 502, 'Bad gateway');
    if (given !== (this.dialect === 'jira' ? basic : `Bearer ${TOKEN}`))
      return end(response, 401, {});
    if (this.exhausted(response)) return undefined;
    const body = answers({ path: decodeURIComponent(url.pathname), query: url.searchParams });
    if (body === undefined) return end(response, 404, { message: 'Not Found' });
    if (this.dialect === 'jira' || !Array.isArray(body)) return end(response, 200, body);
    const page = Number(url.searchParams.get('page') ?? 1);
    this.tellPages(response, url, { page, pages: Math.ceil(body.length / PAGE) });
    const shown: unknown = body.slice((page - 1) * PAGE, page * PAGE);
    const tag = `W/"${createHash('sha256').update(JSON.stringify(shown)).digest('hex')}"`;
    if (this.dialect === 'github') response.setHeader('etag', tag);
    if (request.headers['if-none-match'] === tag) {
      this.unmodified += 1;
      return end(response, 304);
    }
    return end(response, 200, shown);
  }

  private exhausted(response: ServerResponse): boolean {
    if (this.clock.now() >= this.resetAt) this.left = Number.POSITIVE_INFINITY;
    this.left -= 1;
    const over = this.left < 0;
    const [remaining, reset] = [Math.max(0, this.left), Math.ceil(this.resetAt / 1000)];
    if (Number.isFinite(this.left) && this.dialect !== 'jira') {
      const prefix = this.dialect === 'github' ? 'x-' : '';
      response.setHeader(`${prefix}ratelimit-remaining`, remaining);
      response.setHeader(`${prefix}ratelimit-reset`, reset);
    }
    if (!over) return false;
    this.refused += 1;
    if (this.dialect === 'github') end(response, 403, { message: 'API rate limit exceeded' });
    else {
      const seconds = Math.ceil((this.resetAt - this.clock.now()) / 1000);
      response.setHeader('retry-after', seconds);
      end(response, 429, 'Retry later');
    }
    return true;
  }

  private tellPages(
    response: ServerResponse,
    url: URL,
    { page, pages }: { readonly page: number; readonly pages: number },
  ): void {
    if (this.dialect === 'gitlab') {
      response.setHeader('x-next-page', page < pages ? page + 1 : '');
      return;
    }
    if (pages < 2) return;
    const linked = (to: number, rel: string) => {
      const target = new URL(url);
      target.searchParams.set('page', String(to));
      return `<${target.href}>; rel="${rel}"`;
    };
    const links = [
      ...(page > 1 ? [linked(page - 1, 'prev'), linked(1, 'first')] : []),
      ...(page < pages ? [linked(page + 1, 'next'), linked(pages, 'last')] : []),
    ];
    response.setHeader('link', links.join(', '));
  }
}

function end(response: ServerResponse, status: number, body?: unknown): undefined {
  response.statusCode = status;
  if (body !== undefined && typeof body !== 'string')
    response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  return undefined;
}

/** What is asked for, the last changed first. */
export function latest<Item>(
  items: readonly Item[],
  updatedOf: (item: Item) => string,
  since: string | null = null,
): readonly Item[] {
  return items
    .filter((item) => since === null || Date.parse(updatedOf(item)) >= Date.parse(since))
    .toSorted((a, b) => Date.parse(updatedOf(b)) - Date.parse(updatedOf(a)));
}
