import type { Schemas } from '#lib/client';
import type { Api } from '../connection/api.js';
import { EXIT, Failure } from '../failure.js';

/** One message of the live stream. */
export interface Message {
  readonly id: string;
  readonly told: Schemas['StreamMessage'];
}

/** How long to wait before asking again, each time longer. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * What happens, as it happens, without gaps: when the connection breaks, it goes on after the last message.
 *
 * @param since the id of the last message that is already known
 * @param lost called each time the server does not answer
 * @throws Failure when the server refuses
 */
export async function* messages(
  api: Api,
  since: string | undefined,
  lost: (reason: string) => void,
): AsyncGenerator<Message> {
  let last = since;
  let failures = 0;
  for (;;) {
    try {
      const headers = last === undefined ? undefined : { 'last-event-id': last };
      const response = await api.open('/api/v1/stream', { headers });
      for await (const { id, data } of parts(response)) {
        failures = 0;
        last = id;
        if (data !== undefined) yield { id, told: JSON.parse(data) as Message['told'] };
      }
      lost('the server ended the stream');
    } catch (error) {
      if (error instanceof Failure && error.exitCode !== EXIT.unreachable) throw error;
      // at first nobody has seen anything: whoever typed the address should know that it is wrong
      if (error instanceof Failure && last === since && failures === 0) throw error;
      lost(error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
    }
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
    failures += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** The blocks of an event stream that have an id. */
async function* parts(
  response: Response,
): AsyncGenerator<{ readonly id: string; readonly data: string | undefined }> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split(/\r?\n\r?\n/);
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const of = (name: string) =>
        lines
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
      const id = of('id').at(-1);
      const data = of('data');
      if (id !== undefined) yield { id, data: data.length > 0 ? data.join('\n') : undefined };
    }
  }
}
