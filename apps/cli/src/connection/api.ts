import { type Client, createClient, type Problem } from '#lib/client';
import { EXIT, Failure } from '../failure.js';
import { failureOf, notWaymark } from './problem-words.js';
import type { Profile } from './profiles.js';
import { type Speech, TERMINAL_SPEECH } from './speech.js';

type Asked<Answer> = Promise<{ data?: Answer; error?: unknown; response: Response }>;

/** The server, asked; what it refuses is thrown in plain words. */
export class Api {
  private readonly client: Client;

  constructor(
    private readonly profile: Profile,
    /** In whose words it refuses. */
    readonly speech: Speech = TERMINAL_SPEECH,
  ) {
    this.client = createClient({
      ...profile,
      fetch: (request) => reach(profile.server, new Request(request), speech),
    });
  }

  /** The same server and reader, refusing in other words. */
  speaking(speech: Speech): Api {
    return new Api(this.profile, speech);
  }

  get server(): string {
    return this.profile.server;
  }

  /** What identifies the program and the reader without telling the key. */
  get identity(): string {
    return `${this.profile.server} ${this.profile.key}`;
  }

  /**
   * The body of an answer.
   *
   * @throws Failure
   */
  async ask<Answer>(call: (client: Client) => Asked<Answer>): Promise<Answer> {
    const { data, error, response } = await call(this.client).catch((fault: unknown) => {
      throw fault instanceof SyntaxError ? notWaymark(this.server, 'no JSON', this.speech) : fault;
    });
    if (!response.ok) {
      throw failureOf(response, error as Problem | undefined, this.server, this.speech);
    }
    return data as Answer;
  }

  /** All items of a list, page after page. @param most when so many are enough */
  async all<Item>(
    page: (
      client: Client,
      cursor: string | undefined,
    ) => Asked<{ items: Item[]; next: string | null }>,
    most = Infinity,
  ): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const answer = await this.ask((client) => page(client, cursor));
      items.push(...answer.items);
      cursor = answer.next ?? undefined;
    } while (cursor !== undefined && items.length < most);
    return items.slice(0, most);
  }

  /**
   * An answer that is no JSON: a stream, a file.
   *
   * @throws Failure
   */
  async open(path: string, request: RequestInit = {}): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${this.profile.key}`);
    const response = await reach(
      this.server,
      new Request(`${this.server}${path}`, { ...request, headers }),
      this.speech,
    );
    if (response.ok) return response;
    throw failureOf(response, await problemOf(response), this.server, this.speech);
  }
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return undefined;
  }
}

/** How often a server that asks for patience gets it, and for how long at most. */
const PATIENCE = { times: 2, longestMs: 5_000 };

async function reach(server: string, request: Request, { noServer }: Speech): Promise<Response> {
  for (let again = 0; ; again += 1) {
    const response = await fetch(request.clone()).catch((error: unknown) => {
      if (request.signal.aborted) throw error;
      throw new Failure(`${server} does not answer: ${causeOf(error)}.`, EXIT.unreachable, [
        noServer,
      ]);
    });
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN) * 1_000;
    const repeatable = request.method === 'GET' || request.headers.has('idempotency-key');
    const asked = (response.status === 429 || response.status === 503) && repeatable;
    if (!asked || !(wait <= PATIENCE.longestMs) || again >= PATIENCE.times) return response;
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

const SAYS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it hung up',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'it took too long',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long',
  UND_ERR_SOCKET: 'it hung up',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody but itself',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

function causeOf(error: unknown): string {
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return (code === undefined ? undefined : SAYS[code]) ?? message.replace(/\.$/, '');
}
