import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '#lib/access';
import { HttpProblem } from '../http-problem.js';
import '../request.js';
import { LIMITS, traitsOf } from '../route.js';

/** What the bodies of one party may hold in memory while they arrive. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Bounds what one key, person or address has on its way at once: bodies are kept whole until they
 * have arrived, and who sends many of them slowly would fill the memory of all.
 */
export class Arrivals {
  private readonly coming = new Map<string, number>();

  constructor(private readonly most: number = MOST_BYTES) {}

  /** Looks at every body of a server, once it is known whose it is. */
  watch(instance: FastifyInstance): void {
    instance.addHook('preParsing', async (request, reply) => this.begin(request, reply));
  }

  /** @throws HttpProblem `too-many-requests` */
  private begin(request: FastifyRequest, reply: FastifyReply): void {
    const { raw, caller, ip } = request;
    const bytes = bytesOf(request);
    if (bytes === 0) return;
    const party = caller?.id ?? networkOf(ip);
    const before = this.coming.get(party) ?? 0;
    if (before > 0 && before + bytes > this.most) {
      throw new HttpProblem(
        'too-many-requests',
        'Too many large bodies of yours are on their way. Send fewer at once.',
        { headers: { 'retry-after': '1' } },
      );
    }
    this.coming.set(party, before + bytes);
    let arrived = false;
    const end = () => {
      if (arrived) return;
      arrived = true;
      const left = (this.coming.get(party) ?? 0) - bytes;
      if (left > 0) this.coming.set(party, left);
      else this.coming.delete(party);
    };
    raw.once('end', end);
    // it was answered, or broke off, before it had arrived
    reply.raw.once('finish', end).once('close', end);
  }
}

/** How much of a body may be kept: as much as it says, or as the route takes; nothing of one that the route reads itself. */
function bytesOf({ raw, headers, routeOptions }: FastifyRequest): number {
  const { bodyLimit } = traitsOf(routeOptions.config);
  if (raw.complete || bodyLimit > LIMITS.webhook) return 0;
  if (headers['transfer-encoding'] !== undefined) return bodyLimit;
  const told = Number(headers['content-length'] ?? 0);
  return Number.isFinite(told) ? Math.min(told, bodyLimit) : bodyLimit;
}
