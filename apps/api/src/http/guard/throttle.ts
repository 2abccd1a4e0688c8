import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Caller, Guessing, networkOf, Rates } from '#lib/access';
import { HttpProblem } from '../http-problem.js';

/** Probes ask these often, and are to be answered whoever floods. */
const NEVER_LIMITED = '/health';

/** How much each key, person and address may ask for, and how often one may guess. */
export class Throttle {
  private readonly rates: Rates;
  private readonly guessing = new Guessing();

  constructor(
    private readonly settings: {
      /** What is allowed where a key has no limit of its own. */
      readonly perSecond: number;
      /** Absent: each process counts for itself. */
      readonly redisUrl: string | undefined;
    },
  ) {
    this.rates = new Rates(settings.redisUrl);
  }

  /**
   * Finds out who asks, as `identify` does, and counts the request: on their account, or on their
   * address’s while nobody is known.
   * @throws HttpProblem `too-many-requests`; what `identify` throws
   */
  async admit(request: FastifyRequest, identify: () => Promise<Caller>): Promise<Caller> {
    const { ip, headers } = request;
    const secret = headers.authorization ?? headers.cookie;
    const seconds = secret === undefined ? 0 : this.guessing.waitFor(ip, secret);
    if (seconds > 0) throw tooMany('Too many keys were wrong.', { seconds });
    const caller = await identify().catch(async (error: unknown) => {
      if (!(error instanceof HttpProblem && error.code === 'unauthenticated')) throw error;
      if (secret !== undefined) this.guessing.wrong(ip);
      await this.takeOfAddress(ip);
      throw error;
    });
    if (secret !== undefined) this.guessing.right(secret);
    await this.take(caller.id, caller.requestsPerSecond ?? this.settings.perSecond);
    return caller;
  }

  /** Counts what is asked of routes that are open on the account of the address. @throws HttpProblem `too-many-requests` */
  async admitUnknown({ ip, routeOptions }: FastifyRequest): Promise<void> {
    if (routeOptions.url?.startsWith(NEVER_LIMITED)) return;
    await this.takeOfAddress(ip);
  }

  /** Closes what was opened when the server closes. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onClose', async () => this.rates.close());
  }

  private takeOfAddress(ip: string): Promise<void> {
    return this.take(`address ${networkOf(ip)}`, this.settings.perSecond);
  }

  private async take(party: string, perSecond: number): Promise<void> {
    if (await this.rates.take(party, perSecond)) return;
    throw tooMany(`No more than ${perSecond} requests are answered in a second.`, {
      seconds: 1,
      perSecond,
    });
  }
}

/** @source draft-ietf-httpapi-ratelimit-headers-10 */
function tooMany(
  message: string,
  { seconds, perSecond }: { readonly seconds: number; readonly perSecond?: number },
): HttpProblem {
  const unit = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return new HttpProblem('too-many-requests', `${message} Try again in ${unit}.`, {
    headers: {
      'retry-after': String(seconds),
      ...(perSecond === undefined
        ? {}
        : {
            'ratelimit-policy': `"requests";q=${perSecond};w=1`,
            ratelimit: `"requests";r=0;t=${seconds}`,
          }),
    },
  });
}
