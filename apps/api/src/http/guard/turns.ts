import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FairGate, type GateLimits, type Leave, networkOf, type TurnedAway } from '#lib/access';
import { HttpProblem } from '../http-problem.js';
import '../request.js';

/** What passes which gate; the rest passes none. */
export interface Gates {
  /** Requests that are answered within moments. */
  readonly usual: GateLimits;
  /** Such as last as long as the log is. */
  readonly long: GateLimits;
}

const PATIENCE = { waitingBytes: 64 * 1024 * 1024, patienceMs: 20_000 };

/** What is granted unless a test asks for less. */
export const GATES: Gates = {
  usual: { atOnce: 12, perParty: 8, alone: 32, waiting: 1_000, ...PATIENCE },
  long: { atOnce: 4, perParty: 2, alone: 2, waiting: 8, ...PATIENCE },
};

const PASSES: Readonly<Record<string, keyof Gates | 'none'>> = {
  '/api/v1/log/export': 'long',
  '/api/v1/log/import': 'long',
  '/api/v1/log/verification': 'long',
  '/api/v1/exports/audit.jsonl': 'long',
  // holds nothing but a connection
  '/api/v1/stream': 'none',
};
const GUARDED = ['/api/v1', '/scim/v2'];
/** How long a handler may go on after its client has gone before its place is given away. */
const ABANDONED_MS = 60_000;

/**
 * Lets requests have their turn: so many at once, and the parties in turn, so that one that floods
 * slows nobody else. A turn begins when the body has arrived, and ends with the answer, so that
 * neither slow senders nor slow readers hold one.
 */
export class Turns {
  private readonly gates: Readonly<Record<keyof Gates, FairGate>>;

  constructor(limits: Gates = GATES) {
    this.gates = {
      usual: new FairGate(limits.usual),
      long: new FairGate(limits.long),
    };
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.gates.usual.waiting + this.gates.long.waiting;
  }

  watch(instance: FastifyInstance): void {
    const leaves = new WeakMap<FastifyRequest, Leave>();
    const leave = (request: FastifyRequest) => leaves.get(request)?.();
    instance.addHook('onRequest', (request, reply, done) => {
      const gate = this.gateOf(request);
      if (gate === undefined) return done();
      let turn: Promise<void> | undefined;
      request.turn = (bytes = 0) => {
        turn ??= this.enter(gate, request, reply, bytes).then((left) => {
          leaves.set(request, left);
        });
        return turn;
      };
      done();
    });
    // what has no body; what has one waited before it was parsed
    instance.addHook('preValidation', async (request) => request.turn?.());
    instance.addHook('onSend', (request, _reply, payload, done) => {
      if (!isStream(payload)) leave(request);
      done();
    });
    instance.addHook('onResponse', (request, _reply, done) => {
      leave(request);
      done();
    });
  }

  private gateOf({ is404, routeOptions: { url } }: FastifyRequest): keyof Gates | undefined {
    if (is404 || url === undefined || !GUARDED.some((prefix) => url.startsWith(prefix))) return;
    const gate = PASSES[url] ?? 'usual';
    return gate === 'none' ? undefined : gate;
  }

  private async enter(
    gate: keyof Gates,
    request: FastifyRequest,
    { raw }: FastifyReply,
    bytes: number,
  ): Promise<Leave> {
    const party = request.caller?.id ?? networkOf(request.ip);
    const outcome = await this.gates[gate].enter(party, { gone: () => raw.destroyed, bytes });
    if (typeof outcome !== 'function') throw turnedAway(outcome);
    raw.once('close', () => {
      // the handler may still be at work, unless this was its answer
      if (raw.writableEnded) outcome();
      else setTimeout(outcome, ABANDONED_MS).unref();
    });
    return outcome;
  }
}

function turnedAway(why: TurnedAway): HttpProblem {
  if (why === 'late') {
    return new HttpProblem('busy', 'It did not get its turn in time. Repeat it in some seconds.', {
      headers: { 'retry-after': '5' },
    });
  }
  const message = 'Too many of your requests wait for their turn. Send fewer at once.';
  return new HttpProblem('too-many-requests', message, { headers: { 'retry-after': '1' } });
}

function isStream(payload: unknown): boolean {
  return typeof (payload as { readonly pipe?: unknown } | null)?.pipe === 'function';
}
