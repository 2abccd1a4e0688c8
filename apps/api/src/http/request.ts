import type { Caller, SignedIn } from '#lib/access';
import type { Reach } from '#lib/projections';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; on every route that is not open. */
    caller?: Caller;
    /** The session it came with; undefined: it came with a key. */
    session?: { readonly secret: string; readonly signedIn: SignedIn };
    /** How far the permission reaches that the route needs. */
    reach?: Reach;
    /** Finds that out again, for answers that last; undefined: no longer. @throws HttpProblem `unauthenticated` */
    reachNow?: () => Promise<Reach | undefined>;
    /**
     * Waits until it is its turn to be served; the same answer each time.
     * @param bytes how long the body is that waits with it
     * @throws HttpProblem `too-many-requests`, `busy`
     */
    turn?: (bytes?: number) => Promise<void>;
    /** The W3C trace context of the request, given or made. */
    traceparent: string;
  }
}

export {};
