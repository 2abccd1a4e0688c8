import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { RequestId } from '@modelcontextprotocol/sdk/types.js';

/**
 * Watches the requests that come over a transport that is connected.
 * @returns waits until each that came so far is answered, or called off by who asked
 */
export function untilAnswered(transport: Transport): () => Promise<void> {
  const open = new Set<RequestId>();
  let told = () => {};
  const close = (id: RequestId) => {
    open.delete(id);
    if (open.size === 0) told();
  };
  const receive = transport.onmessage;
  const watched: NonNullable<Transport['onmessage']> = (message, extra) => {
    if ('method' in message && 'id' in message) open.add(message.id);
    receive?.(message, extra);
    if ('method' in message && message.method === 'notifications/cancelled') {
      close(message.params?.['requestId'] as RequestId);
    }
  };
  const send = transport.send.bind(transport);
  const sent: Transport['send'] = async (message, options) => {
    await send(message, options);
    if (!('method' in message) && message.id !== undefined) close(message.id);
  };
  Object.assign(transport, { onmessage: watched, send: sent });
  return () =>
    new Promise((resolve) => {
      if (open.size === 0) return resolve();
      told = resolve;
      return undefined;
    });
}
