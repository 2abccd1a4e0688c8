import type { FastifyReply } from 'fastify';

/**
 * A page of a package, without what a strict content security policy would block: links to other
 * hosts, and styles that stand in the page itself.
 */
export function strictPage(reply: FastifyReply, page: string): string {
  const strict = page
    .replace(/<link\b[^>]*\bhref="https?:[^>]*>\s*/gi, '')
    .replace(/<style\b[\s\S]*?<\/style>\s*/gi, '')
    .replace(/(<[a-z][^>]*?)\sstyle="[^"]*"/gi, '$1');
  void reply.header('content-length', Buffer.byteLength(strict));
  return strict;
}
