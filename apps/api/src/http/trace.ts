import { randomBytes } from 'node:crypto';

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace context that came with a request, or a new one. @source W3C Trace Context, section 3.2 */
export function traceparentOf(given: string | readonly string[] | undefined): string {
  if (typeof given === 'string' && TRACEPARENT.test(given)) return given;
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

/** The trace id within a trace context. */
export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}
