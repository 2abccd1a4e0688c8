import type { IncomingMessage } from 'node:http';
import type { Resolve } from './endpoint.js';
import { NoAnswer } from './errors.js';
import { Reach } from './reach.js';

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

/** Sends to addresses that users chose, as far as they may be reached. */
export class Post {
  private readonly reach: Reach;

  constructor(
    allow: readonly string[],
    private readonly limits: PostLimits = POST_LIMITS,
    resolve?: Resolve,
  ) {
    this.reach = new Reach(allow, resolve);
  }

  /**
   * @param signal ends it, with its reason
   * @throws AddressRefused, NoAnswer; the reason of `signal`
   */
  async send(address: string, message: Message, signal?: AbortSignal): Promise<Answer> {
    const late = AbortSignal.timeout(this.limits.timeoutMs);
    const ends = signal ? AbortSignal.any([late, signal]) : late;
    try {
      const answer = await this.reach.ask(address, { method: 'POST', ...message }, ends);
      const retryAfter = answer.headers['retry-after'];
      return { status: answer.statusCode ?? 0, retryAfter, body: await this.beginning(answer) };
    } catch (error) {
      signal?.throwIfAborted();
      throw late.aborted ? new NoAnswer(tooSlow(this.limits.timeoutMs)) : error;
    }
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

function tooSlow(timeoutMs: number): string {
  return `There was no answer within ${timeoutMs / 1000} seconds.`;
}
