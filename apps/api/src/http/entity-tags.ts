import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Moment } from '#lib/projections';
import { taggedByContent } from './content-tags.js';
import './request.js';

/**
 * Tags an answer that is the same for good for its pair of times, and leaves it out (304) when the
 * client has it. The rest of the question stands in the URL. What somebody limited to some units is
 * answered changes with what they see, so theirs is told by what it says.
 * @source RFC 9110, sections 8.8.3 and 13.1.2
 */
export function tagged<View>(
  request: FastifyRequest,
  reply: FastifyReply,
  { asOf, position }: Pick<Moment, 'asOf' | 'position'>,
  view: View,
): View | undefined {
  if (request.reach?.sight !== 'everything') return taggedByContent(request, reply, view);
  const tag = `"${asOf}-${position}"`;
  reply.header('etag', tag);
  const given = request.headers['if-none-match'];
  const known = given?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  if (known !== true) return view;
  reply.status(304);
  return undefined;
}
