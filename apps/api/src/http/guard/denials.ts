import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuditTrail } from '#lib/access';
import type { Logger } from '#lib/platform';
import { type ActingParty, actingOf } from '../acting.js';

/** So long, further denials of the same caller on the same route are counted and noted as one. */
const COUNTED_MS = 60_000;
/** What a flood of denials may keep in memory. */
const KEPT_AT_MOST = 10_000;

/** Denials of one caller on one route since one was noted. */
interface Counted {
  readonly program: string;
  readonly party: ActingParty;
  readonly about: { readonly method: string; readonly route: string };
  readonly since: number;
  times: number;
}

/**
 * Notes in the audit trail what is refused with 403: the first at once, those that follow within a
 * minute as one entry with their number, so that nobody fills the table by being refused. What comes
 * without a known key or session belongs to no program, and stands in the server's log alone.
 */
export class Denials {
  private readonly counted = new Map<string, Counted>();
  private readonly sweeping: NodeJS.Timeout;

  constructor(
    private readonly audit: AuditTrail,
    private readonly logger: Logger,
    private readonly countedMs: number = COUNTED_MS,
  ) {
    this.sweeping = setInterval(() => void this.sweep(), countedMs / 4).unref();
  }

  /** Looks at every answer of a server. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onResponse', (request, reply, done) => {
      if (reply.statusCode === 403) this.denied(request);
      done();
    });
  }

  /** Notes what was counted. */
  async close(): Promise<void> {
    clearInterval(this.sweeping);
    await this.sweep({ all: true });
  }

  private denied(request: FastifyRequest): void {
    const { caller, method, routeOptions } = request;
    if (!caller) return;
    const about = { method, route: routeOptions.url ?? '' };
    const name = `${caller.program} ${caller.id} ${method} ${about.route}`;
    const known = this.counted.get(name);
    if (known) {
      known.times += 1;
      return;
    }
    if (this.counted.size >= KEPT_AT_MOST) {
      request.log.warn('too many denials; this one is not in the audit trail');
      return;
    }
    const { program } = caller;
    const [party, since] = [actingOf(request), performance.now()];
    const counted = { program, party, about, since, times: 0 };
    this.counted.set(name, counted);
    void this.note(counted, 1);
  }

  private async sweep({ all = false } = {}): Promise<void> {
    const over = performance.now() - this.countedMs;
    for (const [name, one] of this.counted) {
      if (!all && one.since > over) continue;
      if (one.times === 0) this.counted.delete(name);
      else {
        this.counted.set(name, { ...one, since: performance.now(), times: 0 });
        await this.note(one, one.times);
      }
    }
  }

  private async note({ program, party, about }: Counted, times: number): Promise<void> {
    const note = { ...party, action: 'access.denied', outcome: 'denied' } as const;
    try {
      await this.audit.note(program, { ...note, about: { ...about, times } });
    } catch (error) {
      // the request was refused all the same
      this.logger.error({ err: error, program }, 'a denial could not be noted');
    }
  }
}
