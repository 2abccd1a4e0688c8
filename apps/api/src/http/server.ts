import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';
import { LIMITS, traitsOf } from './route.js';

/** What a process grants those who connect to it; times in milliseconds. */
export interface ServerLimits {
  /** For the line and the headers of a request to arrive. */
  readonly headersMs: number;
  /** For a body to arrive, but that of an import. */
  readonly bodyMs: number;
  /** For a request to arrive as a whole, however large it may be. */
  readonly requestMs: number;
  /** How often requests are looked at that have not arrived. */
  readonly lookEveryMs: number;
  readonly connections: number;
  /** Line and headers together, in bytes. */
  readonly headerBytes: number;
}

/** What is granted unless a test asks for less. */
export const SERVER_LIMITS: ServerLimits = {
  headersMs: 15_000,
  bodyMs: 30_000,
  requestMs: 300_000,
  lookEveryMs: 2_000,
  connections: 10_000,
  headerBytes: 16_384,
};

/** The options of Fastify that keep to the limits. */
export function serverOptions(limits: ServerLimits) {
  return {
    requestTimeout: limits.requestMs,
    // longer than proxies keep theirs, so that none sends into one that closes
    keepAliveTimeout: 72_000,
    http: {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookEveryMs,
      maxHeaderSize: limits.headerBytes,
      insecureHTTPParser: false,
    },
    clientErrorHandler: refuseClient,
  };
}

/** Limits that only hold once there is a server. */
export function limitServer(instance: FastifyInstance, limits: ServerLimits): void {
  instance.server.maxConnections = limits.connections;
  instance.addHook('preParsing', (request, reply, _payload, done) => {
    hastenBody(request, reply, limits.bodyMs);
    done();
  });
}

/** Refuses a body that does not arrive in time; one that is read by its route has the request's time. */
function hastenBody({ raw, routeOptions }: FastifyRequest, reply: FastifyReply, bodyMs: number) {
  if (raw.complete || traitsOf(routeOptions.config).bodyLimit > LIMITS.webhook) return;
  const late = setTimeout(() => {
    // whoever reads the body is told, and answers; an answer that was given closes the connection
    const isRead = !reply.sent && raw.listenerCount('error') > 0;
    if (isRead) raw.emit('error', new HttpProblem('too-slow', 'The body did not arrive in time.'));
    else raw.destroy();
  }, bodyMs);
  for (const over of ['end', 'close']) raw.once(over, () => clearTimeout(late));
  reply.raw.once('finish', () => clearTimeout(late));
}

/** Status and advice for what never became a request. */
const REFUSALS: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The chunk extensions of the body are too large.'],
};

/** Answers what the parser of HTTP gave up on, and closes the connection. */
function refuseClient(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, detail] = REFUSALS[error.code ?? ''] ?? [400, 'The request is not HTTP.'];
  const title = STATUS_CODES[status] ?? '';
  const problem = JSON.stringify({ type: 'about:blank', title, status, detail });
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${status} ${title}`,
        'connection: close',
        'content-type: application/problem+json',
        'cache-control: no-store',
        'x-content-type-options: nosniff',
        `content-length: ${Buffer.byteLength(problem)}`,
        '',
        problem,
      ].join('\r\n'),
    );
  }
  socket.destroySoon();
}
