import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Access, SignIn } from '#lib/access';
import { type Logger, type TrustedProxies, trustOf } from '#lib/platform';
import type { Sights } from '#lib/projections';
import { currentTrace } from '#lib/recording';
import { admit, requireServerAdministrator } from './guard/admit.js';
import { Arrivals } from './guard/arrivals.js';
import { authenticateKey } from './guard/authenticate.js';
import { QUEUE_BOARD } from '../queue-board.js';
import type { Denials } from './guard/denials.js';
import { readBodies } from './body.js';
import { boundAddresses } from './bounds.js';
import { compressAnswers } from './compression.js';
import { secureAnswer, secureAnswers } from './headers.js';
import { readForms } from './forms.js';
import { HttpProblem } from './http-problem.js';
import type { Methods } from './methods.js';
import type { Metrics } from './metrics.js';
import { requireOwnSite } from './guard/own-site.js';
import { sendProblem } from './problem.filter.js';
import './request.js';
import { LIMITS, traitsOf } from './route.js';
import { limitServer, type ServerLimits, serverOptions } from './server.js';
import type { Throttle } from './guard/throttle.js';
import { shownPath } from './shown-path.js';
import { traceIdOf, traceparentOf } from './trace.js';
import type { Turns } from './guard/turns.js';

/** What requests meet before any controller. */
export interface AdapterParts {
  readonly logger: Logger;
  readonly access: Access;
  readonly signIn: SignIn;
  readonly sights: Sights;
  readonly methods: Methods;
  readonly metrics: Metrics;
  readonly denials: Denials;
  /** Whose word on where a request comes from is taken. */
  readonly trustProxy: TrustedProxies | undefined;
  readonly limits: ServerLimits;
  readonly throttle: Throttle;
  readonly turns: Turns;
}

/** Fastify as Waymark wants it: strict bodies, limits by route, keys checked before bodies are read. */
export function createAdapter(parts: AdapterParts): FastifyAdapter {
  const { logger, methods, metrics, denials, trustProxy, limits, throttle, turns } = parts;
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.general,
    genReqId: () => randomUUID(),
    ...serverOptions(limits),
    skipMiddie: true,
    routerOptions: { maxParamLength: 300 },
    trustProxy: trustProxy ? trustOf(trustProxy) : false,
    frameworkErrors: (error: { code?: string }, request: FastifyRequest, reply: FastifyReply) => {
      secureAnswer(request, reply);
      sendProblem(unreadable(error), request, reply);
    },
  } as ConstructorParameters<typeof FastifyAdapter>[0]) as FastifyAdapter;
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  limitServer(instance, limits);
  secureAnswers(instance);
  methods.watch(instance);
  metrics.watch(instance);
  denials.watch(instance);
  readBodies(instance);
  readForms(instance);
  limitBodies(instance);
  followTraces(instance);
  logRequests(instance);
  boundAddresses(instance);
  instance.addHook('onRequest', (request) => admit(request, parts));
  instance.addHook('onRequest', (request, reply) => admitToBoard(request, reply, parts));
  throttle.watch(instance);
  turns.watch(instance);
  metrics.showWaiting(() => turns.waiting);
  instance.addHook('preParsing', async (request) => requireTaken(request));
  new Arrivals().watch(instance);
  compressAnswers(instance);
  return adapter;
}

/** What the router refuses before anything else: a path that is not UTF-8, or a step of it too long to name anything. */
function unreadable({ code }: { readonly code?: string }): HttpProblem {
  return code === 'FST_ERR_BAD_URL'
    ? new HttpProblem('malformed', 'The path cannot be read.')
    : new HttpProblem('not-found', 'There is nothing at this path.');
}

/** The board has an error handler of its own, so what is refused is answered here. */
async function admitToBoard(
  request: FastifyRequest,
  reply: FastifyReply,
  { access, signIn, throttle }: AdapterParts,
) {
  if (request.is404 || !request.routeOptions.url?.startsWith(QUEUE_BOARD)) return;
  try {
    request.caller = await throttle.admit(request, () =>
      authenticateKey(request.headers.authorization, access, 'basic'),
    );
    requireServerAdministrator(request.caller);
    // browsers send a password they were given once to us whoever asks them to
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const { address } = signIn.settings;
    if (!reads) requireOwnSite(request, { address, untold: true });
  } catch (error) {
    sendProblem(error, request, reply);
    return reply;
  }
}

function limitBodies(instance: FastifyInstance): void {
  instance.addHook('onRoute', (route) => {
    route.bodyLimit = traitsOf(route.config).bodyLimit;
  });
}

/** Keeps the trace of a request at hand for whatever is done for it. */
function followTraces(instance: FastifyInstance): void {
  instance.decorateRequest('traceparent', '');
  instance.addHook('onRequest', (request, _reply, done) => {
    request.traceparent = traceparentOf(request.headers.traceparent);
    request.log = request.log.child({ traceId: traceIdOf(request.traceparent) });
    done();
  });
  // right before the handler: reading a body leaves the asynchronous context it was begun in
  instance.addHook('preHandler', (request, _reply, done) => {
    currentTrace.run(request.traceparent, done);
  });
}

/** Not known, or too often. */
const REFUSED: readonly number[] = [401, 429];

function logRequests(instance: FastifyInstance): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const { method, url } = request;
    // what is no route of ours may say anything
    const path = request.is404 ? null : shownPath(url);
    const key = request.caller?.id;
    const status = reply.statusCode;
    // the audit trail knows where those came from whom we know
    const from = key === undefined && REFUSED.includes(status) ? request.ip : undefined;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, path, status, ms, key, from }, 'request');
    done();
  });
}

/** @throws HttpProblem `media-type` */
function requireTaken(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const given = request.headers['content-type'];
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new HttpProblem(
      'media-type',
      `Content-Encoding "${encoding.slice(0, 40)}" is not taken; send the body as it is.`,
    );
  }
  if (given === undefined) return;
  const [type = '', ...parameters] = given
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const { consumes } = traitsOf(request.routeOptions.config);
  const charset = parameters
    .find((one) => one.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (
    consumes.includes(type) &&
    (charset === undefined || charset === 'utf-8' || charset === 'utf8')
  )
    return;
  throw new HttpProblem('media-type', `Send ${consumes.join(' or ')}, in UTF-8.`);
}
