import type { FastifyReply } from 'fastify';
import type { PackView } from './figures.js';

/** A file that is made of a pack. */
interface PackFile {
  readonly type: string;
  readonly ending: string;
  readonly bytes: Buffer;
}

/** Sends a file under a name that speaks: the unit and the date that it is for. */
export function sent(
  reply: FastifyReply,
  { unit, asOf }: PackView,
  { type, ending, bytes }: PackFile,
): Buffer {
  const name = `board-pack-${unit}-${asOf.slice(0, 10)}.${ending}`;
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-cache');
  return bytes;
}
