import type { FastifyInstance, FastifyRequest } from 'fastify';
import { immodestyOf } from '#lib/platform';
import {
  CLOUD_EVENT_TYPES,
  JSON_LINES_TYPES,
  JSON_TYPE,
  SCIM_TYPE,
  SHEET_TYPES,
  XML_TYPES,
  YAML_TYPES,
} from './content-types.js';
import { HttpProblem } from './http-problem.js';
import './request.js';
import { LIMITS, traitsOf } from './route.js';

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
      const immodesty = immodestyOf(text, mostValues(request));
      if (immodesty) throw new HttpProblem('malformed', immodesty);
      const parsed = (error: Error | null, body?: unknown) =>
        done(error && new HttpProblem('malformed', 'The body is not JSON.'), body);
      void parse(request, text, parsed);
    } catch (error) {
      done(error as Error);
    }
  };
  const json = (request: FastifyRequest, bytes: Buffer, done: Read) => {
    if (traitsOf(request.routeOptions.config).raw) return done(null, bytes);
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
  instance.addContentTypeParser(
    [...XML_TYPES],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, bytes: Buffer) => bytes,
  );
  instance.addContentTypeParser(
    [...SHEET_TYPES],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      await request.turn?.(bytes.length);
      return bytes;
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
