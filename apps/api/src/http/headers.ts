import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { strictPage } from './pages.js';

/** Sent with everything: what browsers must not guess, do or pass on. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': [
    ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'fullscreen', 'geolocation'],
    ...['gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** A year, and every name below ours too. @source RFC 6797; OWASP ASVS 5.0, 3.4.1 */
const HTTPS_ONLY = 'max-age=31536000; includeSubDomains';

/** Answers of programs for programs: a browser that is led to one shows and runs nothing. */
const NOTHING = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
});

/** Pages: everything comes from here, and no script or style stands within the page. */
const FROM_HERE = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
} as const;
const PAGE = policy(FROM_HERE);

/**
 * The dashboard: its components write style elements of their own, which carry the nonce; charts are
 * drawn into pictures from memory when they are saved.
 * @param nonce for one answer, in base64
 */
export function dashboardPolicy(nonce: string): string {
  return policy({
    ...FROM_HERE,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
  });
}

/** Swagger UI colours its logo with a style element of its own, known by its hash. */
const DOCS = policy({
  ...FROM_HERE,
  'style-src': "'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
});

/** The queue board says in its pages where they lie. */
const BOARD = policy({ ...FROM_HERE, 'base-uri': "'self'" });

/** Where programs are answered; pages lie at the other paths. */
const OF_PROGRAMS = /^\/(api\/v1|api\/openapi\.json|scim|health|metrics)(\/|\?|$)/;

const OF_BOARD = /^\/queues(\/|\?|$)/;
const OF_DOCS = /^\/api\/docs(\/|\?|$)/;

/** Whether an address is one that programs ask and no person reads. */
export function isOfPrograms(url: string): boolean {
  return OF_PROGRAMS.test(url) || OF_BOARD.test(url);
}

/** Where an answer depends on who asks. */
const OF_SOMEBODY = /^\/(api\/v1|scim|queues)(\/|\?|$)/;

/** Gives every answer the headers that browsers and caches heed. */
export function secureAnswers(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    secureAnswer(request, reply);
    done();
  });
  instance.addHook('onSend', (_request, reply, payload, done) => {
    keepFromCaches(reply);
    const page = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    done(null, page && typeof payload === 'string' ? strictPage(reply, payload) : payload);
  });
}

/** The same for one answer, where the router refuses a request before any hook. */
export function secureAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const url = request.raw.url ?? '/';
  void reply.headers(ALWAYS).header('content-security-policy', policyOf(url));
  if (OF_SOMEBODY.test(url)) void reply.header('vary', 'authorization, cookie');
  if (request.protocol === 'https') void reply.header('strict-transport-security', HTTPS_ONLY);
}

function policyOf(url: string): string {
  if (OF_PROGRAMS.test(url)) return NOTHING;
  if (OF_DOCS.test(url)) return DOCS;
  return OF_BOARD.test(url) ? BOARD : PAGE;
}

/**
 * What has a tag may be kept by the browser of whoever asked, who must ask again whether it still
 * holds; nothing else is kept by anybody.
 */
function keepFromCaches(reply: FastifyReply): void {
  if (reply.hasHeader('cache-control')) return;
  void reply.header('cache-control', reply.hasHeader('etag') ? 'private, no-cache' : 'no-store');
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
