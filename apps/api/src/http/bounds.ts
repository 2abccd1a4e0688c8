import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';

/** How long path and query may be together. @source RFC 9110, section 4.1 */
const LONGEST_URL = 8_000;
/** More than any route has. */
const MOST_PARAMETERS = 64;
/** What a route asks for twice: the pair of times that are compared. */
const PAIRS: Readonly<Record<string, string>> = { '/api/v1/rollups/:unit/changes': 'knownAt' };

/** Refuses addresses that no client of ours makes, before anything is asked of them. */
export function boundAddresses(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    done(faultOf(request));
  });
}

function faultOf({ raw, query, routeOptions }: FastifyRequest): HttpProblem | undefined {
  const url = raw.url ?? '/';
  if (url.length > LONGEST_URL) {
    return new HttpProblem('address-too-long', `The address is longer than ${LONGEST_URL} bytes.`);
  }
  if (!url.includes('?')) return undefined;
  const given = Object.entries(query as Readonly<Record<string, unknown>>);
  if (given.length > MOST_PARAMETERS) {
    return new HttpProblem('malformed', `The query has more than ${MOST_PARAMETERS} parameters.`);
  }
  const pair = PAIRS[routeOptions.url ?? ''];
  const [repeated] = given.find(([name, value]) => Array.isArray(value) && name !== pair) ?? [];
  if (repeated === undefined) return undefined;
  // which one counts would be guesswork, here and in whatever stands in front
  const message = 'This parameter is given more than once; give it once.';
  return new HttpProblem('malformed', 'A parameter is given more than once.', {
    errors: [{ pointer: `?${repeated.slice(0, 100)}`, message }],
  });
}
