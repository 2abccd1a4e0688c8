import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';

/** How deep JSON may be nested. Nothing that is taken needs more than a handful of levels. */
const DEEPEST = 40;

export const JSON_TYPE = 'application/json';
export const CLOUD_EVENT_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
] as const;
export const YAML_TYPES = [
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/x-yaml',
] as const;
export const JSON_LINES_TYPES = [
  'application/jsonl',
  'application/x-ndjson',
  'application/ndjson',
  'application/x-jsonlines',
  'application/octet-stream',
] as const;

/** Reads bodies strictly: UTF-8, JSON that is not nested beyond reason, no `__proto__`. */
export function readBodies(instance: FastifyInstance): void {
  instance.removeAllContentTypeParsers();
  const parse = instance.getDefaultJsonParser('error', 'error');
  const json = (
    request: FastifyRequest,
    bytes: Buffer,
    done: (error: Error | null, body?: unknown) => void,
  ) => {
    try {
      const text = decode(bytes);
      if (text.trim() === '') return done(null, undefined);
      requireFlat(text);
      const parsed = (error: Error | null, body?: unknown) =>
        done(error && new HttpProblem('malformed', 'The body is not JSON.'), body);
      void parse(request, text, parsed);
    } catch (error) {
      done(error as Error);
    }
  };
  instance.addContentTypeParser([JSON_TYPE, ...CLOUD_EVENT_TYPES], { parseAs: 'buffer' }, json);
  instance.addContentTypeParser(
    [...YAML_TYPES],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, bytes: Buffer) => decode(bytes),
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

/** Refuses deep nesting before the text is parsed, so that nothing that recurses ever meets it. */
function requireFlat(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (quoted) {
      if (character === 0x5c) index++;
      else if (character === 0x22) quoted = false;
    } else if (character === 0x22) {
      quoted = true;
    } else if (character === 0x5b || character === 0x7b) {
      depth++;
      if (depth > DEEPEST) {
        throw new HttpProblem('malformed', `The JSON is nested deeper than ${DEEPEST} levels.`);
      }
    } else if (character === 0x5d || character === 0x7d) {
      depth--;
    }
  }
}
