import type { Caller } from '#lib/access';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key it is; on every route that is not open. */
    caller?: Caller;
    /** The W3C trace context of the request, given or made. */
    traceparent: string;
  }
}

export {};
