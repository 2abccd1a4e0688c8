import type { ProblemDetail } from '#lib/contracts';

/** What can be wrong with a request before anything of Waymark's own is asked. */
export type HttpCode =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'cross-site'
  | 'https-needed'
  | 'not-found'
  | 'method-not-allowed'
  | 'too-large'
  | 'media-type'
  | 'too-slow'
  | 'address-too-long'
  | 'too-many-requests'
  | 'busy'
  | 'not-ready'
  | 'internal';

/** A request that HTTP itself, its shape or its key refuses. */
export class HttpProblem extends Error {
  constructor(
    readonly code: HttpCode,
    message: string,
    readonly more: {
      readonly errors?: readonly ProblemDetail[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
  }
}
