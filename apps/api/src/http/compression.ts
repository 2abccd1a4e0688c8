import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { JSON_TYPE } from './content-types.js';

/**
 * What is read in bulk and holds no secret of whoever asks: no session, key, person or sign-in. A
 * single unit stays as it is, since writes name its strong tag.
 * @source BREACH: what is compressed tells by its length what is in it
 */
const READ_MODELS =
  /^\/api\/v1\/(rollups\/|units\/:unit\/.|(units|units\/names|models|models\/:model|milestones|log|alerts|recommendations)$)/;

/** What fits into the first round trip of a connection is not worth it. @source RFC 6928: ten segments */
const FROM_BYTES = 14_000;

/** The fastest that shrink: our JSON repeats itself, and higher levels cost ten times as much. */
const CODINGS = {
  br: (text: string) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 1 }),
} as const;
type Coding = keyof typeof CODINGS;

/** Compresses large answers of read models for whoever takes them so. */
export function compressAnswers(instance: FastifyInstance): void {
  instance.addHook('onSend', async (request, reply, payload) => {
    if (!isReadModel(request)) return payload;
    void reply.header('vary', [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', '));
    if (typeof payload !== 'string' || !isWorthIt(reply, payload)) return payload;
    const coding = codingOf(request.headers['accept-encoding']);
    if (coding === undefined) return payload;
    const sent = await CODINGS[coding](payload);
    void reply.header('content-encoding', coding).header('content-length', sent.length);
    weakenTag(reply);
    return sent;
  });
}

function isReadModel({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' && READ_MODELS.test(routeOptions.url ?? '');
}

function isWorthIt(reply: FastifyReply, payload: string): boolean {
  const type = String(reply.getHeader('content-type') ?? '');
  return reply.statusCode === 200 && type.startsWith(JSON_TYPE) && payload.length >= FROM_BYTES;
}

/** The first of ours that a client takes; undefined: none. @source RFC 9110, section 12.5.3 */
function codingOf(accepted: string | string[] | undefined): Coding | undefined {
  const taken = new Map(
    String(accepted ?? '')
      .toLowerCase()
      .split(',')
      .map((one) => {
        const [name = '', weight = 'q=1'] = one.split(';').map((part) => part.trim());
        return [name, Number(weight.replace('q=', '')) > 0];
      }),
  );
  const codings = Object.keys(CODINGS) as readonly Coding[];
  return codings.find((coding) => taken.get(coding) ?? taken.get('*') ?? false);
}

/** The same in other bytes has no strong tag in common with it. @source RFC 9110, section 8.8.3.3 */
function weakenTag(reply: FastifyReply): void {
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) void reply.header('etag', `W/${tag}`);
}
