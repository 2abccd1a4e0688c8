import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSafe } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Allowance } from './allowance.js';
import { reachable, readEndpoint, type Resolve, type Resolved } from './endpoint.js';
import { AddressRefused, NoAnswer } from './errors.js';
import { names } from './names.js';

/** What an address is asked. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * The one way to addresses that users chose, and to none that is not public. The name of a host is asked
 * for once; every address it has is looked at, and only those are connected to, so that a name that
 * answers otherwise the next time changes nothing. Redirects are answers like any other and are not
 * followed.
 */
export class Reach {
  private readonly allowance: Allowance;
  private readonly resolve: Resolve;

  /** @param allow what may be reached though it is not public, as `Environment.outboundAllow` */
  constructor(allow: readonly string[], resolve?: Resolve) {
    this.allowance = new Allowance(allow);
    this.resolve = resolve ?? names(this.allowance);
  }

  /** @throws AddressRefused, as at the time of asking it would be. Names are not asked for. */
  require(address: string): void {
    readEndpoint(address, this.allowance);
  }

  /**
   * The answer as soon as it begins; whoever asked reads or destroys it.
   * @param signal ends it, with its reason
   * @throws AddressRefused, NoAnswer; the reason of `signal`
   */
  async ask(address: string, asked: Request, signal: AbortSignal): Promise<IncomingMessage> {
    try {
      const url = readEndpoint(address, this.allowance);
      const found = await untilAborted(reachable(url, this.allowance, this.resolve), signal);
      return await exchange(url, found, asked, signal);
    } catch (error) {
      if (error instanceof AddressRefused || error instanceof NoAnswer) throw error;
      signal.throwIfAborted();
      throw new NoAnswer(wordsFor(error));
    }
  }
}

function exchange(
  url: URL,
  found: readonly Resolved[],
  { method, headers, body }: Request,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSafe : requestPlain;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      // a connection of its own: one that is kept could be to what an address was before
      agent: false,
      lookup: answering(found),
      headers: { ...headers, ...length, connection: 'close' },
      signal,
    });
    sent.on('response', resolve);
    sent.on('error', reject);
    // who answers before everything was read has answered all the same
    sent.end(body);
  });
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
