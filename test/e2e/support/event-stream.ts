import type { Json } from './client.js';

/** One message of an event stream. */
export interface StreamMessage {
  readonly id: string;
  readonly data: Json;
}

/** Listens to an event stream as a browser would. */
export class EventStream implements AsyncIterable<StreamMessage> {
  private readonly leaving = new AbortController();
  private constructor(private readonly response: Response) {}

  static async open(url: string, key: string, lastEventId?: string): Promise<EventStream> {
    const leaving = new AbortController();
    const response = await fetch(`${url}/api/v1/stream`, {
      signal: leaving.signal,
      headers: {
        authorization: `Bearer ${key}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const stream = new EventStream(response);
    stream.leaving.signal.addEventListener('abort', () => leaving.abort());
    return stream;
  }

  /** The next `count` messages. */
  async take(count: number): Promise<readonly StreamMessage[]> {
    const taken: StreamMessage[] = [];
    for await (const message of this) {
      taken.push(message);
      if (taken.length === count) break;
    }
    return taken;
  }

  leave(): void {
    this.leaving.abort();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<StreamMessage> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const id = /^id: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (id !== undefined && data !== undefined) yield { id, data: JSON.parse(data) };
      }
    }
  }
}
