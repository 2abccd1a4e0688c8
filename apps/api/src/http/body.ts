import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  CLOUD_EVENT_TYPES,
  JSON_LINES_TYPES,
  JSON_TYPE,
  SCIM_TYPE,
  YAML_TYPES,
} from './content-types.js';
import { HttpProblem } from './http-problem.js';
import './request.js';
import { LIMITS, traitsOf } from './route.js';

/** How deep JSON may be nested. Nothing that is taken needs more than a handful of levels. */
const DEEPEST = 32;
/** How many members and items a body may hold; those of batches are as many times larger. */
const MOST_VALUES = { general: 10_000, batch: 200_000 } as const;

type Read = (error: Error | null, body?: unknown) => void;

/** Reads bodies strictly: UTF-8, JSON of a modest depth and number of values, no `__proto__`. */
export function readBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  const parse = instance.getDefaultJsonParser('error', 'error');
  const read = (request: FastifyRequest, bytes: Buffer, done: Read) => {
    try {
      const text = decode(bytes);
      if (text.trim() === '') return done(null, undefined);
      requireModest(text, mostValues(request));
      const parsed = (error: Error | null, body?: unknown) =>
        done(error && new HttpProblem('malformed', 'The body is not JSON.'), body);
      void parse(request, text, parsed);
    } catch (error) {
      done(error as Error);
    }
  };
  const json = (request: FastifyRequest, bytes: Buffer, done: Read) => {
    const turn = request.turn?.(bytes.length);
    if (turn) turn.then(() => read(request, bytes, done), done);
    else read(request, bytes, done);
  };
  instance.addContentTypeParser(
    [JSON_TYPE, SCIM_TYPE, ...CLOUD_EVENT_TYPES],
    { parseAs: 'buffer' },
    json,
  );
  instance.addContentTypeParser(
    [...YAML_TYPES],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      await request.turn?.(bytes.length);
      return decode(bytes);
    },
  );
  // read line by line by the route itself, which counts the bytes
  instance.addContentTypeParser(
    [...JSON_LINES_TYPES],
    async (_request: FastifyRequest, stream: unknown) => stream,
  );
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem('malformed', 'The body is not UTF-8.');
  }
}

function mostValues({ routeOptions }: FastifyRequest): number {
  const { bodyLimit } = traitsOf(routeOptions.config);
  return bodyLimit > LIMITS.general ? MOST_VALUES.batch : MOST_VALUES.general;
}

/**
 * Refuses deep nesting and heaps of values before the text is parsed, so that nothing that recurses
 * or copies ever meets them.
 */
function requireModest(text: string, mostValues: number): void {
  let depth = 0;
  let values = 1;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (quoted) {
      if (character === 0x5c) index++;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) {
      quoted = true;
    } else if (character === 0x2c) {
      values++;
    } else if (character === 0x5b || character === 0x7b) {
      values++;
      depth++;
      if (depth > DEEPEST) {
        throw new HttpProblem('malformed', `The JSON is nested deeper than ${DEEPEST} levels.`);
      }
    } else if (character === 0x5d || character === 0x7d) {
      depth--;
    }
  }
  if (values > mostValues) {
    throw new HttpProblem('malformed', `The JSON holds more than ${mostValues} values.`);
  }
}
