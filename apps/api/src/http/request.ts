import type { Caller } from '#lib/access';
import type { Reach } from '#lib/projections';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; on every route that is not open. */
    caller?: Caller;
    /** How far the permission reaches that the route needs. */
    reach?: Reach;
    /** Finds that out again, for answers that last; undefined: no longer. @throws HttpProblem `unauthenticated` */
    reachNow?: () => Promise<Reach | undefined>;
    /** The W3C trace context of the request, given or made. */
    traceparent: string;
  }
}

export {};
