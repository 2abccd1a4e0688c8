import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSafe } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Allowance } from './allowance.js';
import { reachable, readEndpoint, type Resolve, type Resolved } from './endpoint.js';
import { AddressRefused, NoAnswer } from './errors.js';
import { names } from './names.js';

/** What an endpoint answered. */
export interface Answer {
  readonly status: number;
  /** The header `Retry-After`, as it came. */
  readonly retryAfter: string | undefined;
  /** The beginning of the body. */
  readonly body: string;
}

/** What is sent. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How far a request may go. */
export interface PostLimits {
  readonly timeoutMs: number;
  /** So much of an answer is read; the rest is not waited for. */
  readonly answerBytes: number;
}

export const POST_LIMITS: PostLimits = { timeoutMs: 15_000, answerBytes: 16_384 };

/**
 * Sends to addresses that users chose, and to none that is not public. The name of a host is asked for
 * once; every address it has is looked at, and only those are connected to, so that a name that answers
 * otherwise the next time changes nothing. Redirects are answers like any other and are not followed.
 */
export class Post {
  private readonly allowance: Allowance;
  private readonly resolve: Resolve;

  constructor(
    allow: readonly string[],
    private readonly limits: PostLimits = POST_LIMITS,
    resolve?: Resolve,
  ) {
    this.allowance = new Allowance(allow);
    this.resolve = resolve ?? names(this.allowance);
  }

  /** @throws AddressRefused, as at the time of sending it would be. Names are not asked for. */
  require(address: string): void {
    readEndpoint(address, this.allowance);
  }

  /**
   * @param signal ends it, with its reason
   * @throws AddressRefused, NoAnswer; the reason of `signal`
   */
  async send(address: string, message: Message, signal?: AbortSignal): Promise<Answer> {
    const late = AbortSignal.timeout(this.limits.timeoutMs);
    const ends = signal ? AbortSignal.any([late, signal]) : late;
    try {
      const url = readEndpoint(address, this.allowance);
      const found = await untilAborted(reachable(url, this.allowance, this.resolve), ends);
      return await this.exchange(url, found, message, ends);
    } catch (error) {
      if (error instanceof AddressRefused || error instanceof NoAnswer) throw error;
      signal?.throwIfAborted();
      throw new NoAnswer(late.aborted ? tooSlow(this.limits.timeoutMs) : wordsFor(error));
    }
  }

  private async exchange(
    url: URL,
    found: readonly Resolved[],
    { headers, body }: Message,
    signal: AbortSignal,
  ): Promise<Answer> {
    const request = url.protocol === 'https:' ? requestSafe : requestPlain;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(url, {
        method: 'POST',
        // a connection of its own: one that is kept could be to what an address was before
        agent: false,
        lookup: answering(found),
        headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
        signal,
      });
      sent.on('response', resolve);
      sent.on('error', reject);
      // an endpoint that answers before it has read everything has answered all the same
      sent.end(body);
    });
    const retryAfter = answer.headers['retry-after'];
    return { status: answer.statusCode ?? 0, retryAfter, body: await this.beginning(answer) };
  }

  /** The status counts even where the body breaks off or never ends. */
  private async beginning(answer: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= this.limits.answerBytes) break;
      }
    } catch {
      // what came of it is what there is
    }
    answer.destroy();
    return Buffer.concat(chunks).subarray(0, this.limits.answerBytes).toString();
  }
}

/** Resolves every name to what was found and looked at, in either form that Node asks for. */
function answering(found: readonly Resolved[]): LookupFunction {
  return (_host, options, done) => {
    const fitting = found.filter(({ family }) => !options.family || options.family === family);
    const [first] = fitting;
    if (!first) {
      done(Object.assign(new Error('no such address'), { code: 'ENOTFOUND' }), '', 4);
    } else if (options.all) {
      done(null, [...fitting]);
    } else {
      done(null, first.address, first.family);
    }
  };
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    // what it comes to is heard in any case: a rejection that nobody hears ends the process
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

function tooSlow(timeoutMs: number): string {
  return `There was no answer within ${timeoutMs / 1000} seconds.`;
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens at the address.',
  ECONNRESET: 'The connection was cut.',
  EPIPE: 'The connection was cut.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  ETIMEDOUT: 'The host cannot be reached.',
  CERT_HAS_EXPIRED: 'The certificate of the host has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of the host is signed by nobody we trust.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of the host is signed by nobody we trust.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of the host is signed by nobody we trust.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is of another host.',
};

function wordsFor(error: unknown): string {
  const { code, errors } = error as { code?: string; errors?: readonly { code?: string }[] };
  const known = code ?? errors?.[0]?.code ?? '';
  return WORDS[known] ?? `It could not be sent${known === '' ? '' : ` (${known})`}.`;
}
