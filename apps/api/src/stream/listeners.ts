import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { CatchingUp } from './catching-up.js';
import { Places } from './places.js';

const HEARTBEAT_MS = 15_000;

/** Those who listen to event streams: each gets its messages as fast as it takes them, until we drain. */
@Injectable()
export class Listeners implements OnModuleDestroy {
  private readonly draining = new AbortController();
  /** Whoever is served has taken one of them. */
  readonly places = new Places();
  readonly catchingUp = new CatchingUp();

  /** Ends every stream; clients come back elsewhere with the id of their last message. */
  onModuleDestroy(): void {
    this.draining.abort();
  }

  /**
   * Sends messages until they end, the client goes, the server drains, or `until` aborts.
   * @param messages made with a signal that says when to stop; each is one message as it goes out
   */
  async serve(
    reply: FastifyReply,
    messages: (signal: AbortSignal) => AsyncIterable<string>,
    until: AbortSignal,
  ): Promise<void> {
    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, this.draining.signal, until]);
    reply.hijack();
    const { raw } = reply;
    raw.on('close', () => gone.abort());
    raw.on('error', () => gone.abort());
    // it left before we listened for that
    if (raw.destroyed) gone.abort();
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 1000\n\n');
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      for await (const message of messages(signal)) {
        if (signal.aborted) break;
        if (!raw.write(message)) await taken(raw, signal);
      }
    } finally {
      clearInterval(heartbeat);
      raw.end();
    }
  }
}

/** Until a client has taken what was written, or is not served any more. */
async function taken(raw: ServerResponse, signal: AbortSignal): Promise<void> {
  await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close', { signal })]).catch(
    (error: unknown) => {
      if (!signal.aborted) throw error;
    },
  );
}

/** Tells a client where it is, without a message. */
export function placeOnly(id: string): string {
  return `id: ${id}\n\n`;
}

/** One message of an event stream. */
export function messageOf(id: string, data: unknown): string {
  return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
