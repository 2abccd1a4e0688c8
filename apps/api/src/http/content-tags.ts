import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Tags an answer by what it says, and leaves it out (304) when the client has it: for answers that
 * may change though the pair of times stays, as with an owner who is erased.
 * @source RFC 9110, sections 8.8.3 and 13.1.2
 */
export function taggedByContent<View>(
  request: FastifyRequest,
  reply: FastifyReply,
  view: View,
): View | undefined {
  const text = typeof view === 'string' ? view : JSON.stringify(view);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag);
  const given = request.headers['if-none-match'];
  const known = given?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  if (known !== true) return view;
  reply.status(304);
  return undefined;
}
