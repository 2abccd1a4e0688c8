import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { By } from '#lib/recording';
import { HttpProblem } from './http-problem.js';

const ENTITY_TAGS =
  /^\s*(W\/)?"[\x21\x23-\x7e\x80-\xff]*"(\s*,\s*(W\/)?"[\x21\x23-\x7e\x80-\xff]*")*\s*$/;

/**
 * The versions that `If-Match` asks for. Tags that are not of ours, and weak ones, match nothing.
 * @throws HttpProblem `malformed`. @source RFC 9110, section 13.1.1
 */
export function ifMatchOf(request: FastifyRequest): By['ifMatch'] {
  const given = request.headers['if-match'];
  if (given === undefined) return undefined;
  if (given.trim() === '*') return 'any';
  if (!ENTITY_TAGS.test(given)) {
    throw new HttpProblem('malformed', 'If-Match takes entity tags such as "3", or *.', {
      errors: [
        {
          pointer: 'header:if-match',
          message: 'Send the ETag of the last answer as it came, with its quotes.',
        },
      ],
    });
  }
  return given
    .split(',')
    .map((tag) => /^"(\d{1,15})"$/.exec(tag.trim())?.[1])
    .filter((version) => version !== undefined)
    .map(Number);
}

/**
 * What `Idempotency-Key` asks for: the scope is caller, method and path, the digest covers the query,
 * the attributes of a CloudEvent and the body, whatever the order of its properties.
 * @throws HttpProblem `malformed`
 */
export function idempotencyOf(request: FastifyRequest, caller: string): By['idempotency'] {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(given)) {
    throw new HttpProblem(
      'malformed',
      'Idempotency-Key takes 1 to 255 printable ASCII characters.',
      {
        errors: [{ pointer: 'header:idempotency-key', message: 'Use a UUID, for example.' }],
      },
    );
  }
  const [path, query = ''] = request.url.split('?', 2) as [string, string?];
  const attributes = Object.entries(request.headers)
    .filter(([name]) => name.startsWith('ce-'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256')
    .update(canonical([query, attributes, request.body ?? null]))
    .digest();
  return { scope: `${caller} ${request.method} ${path}`, key: given, digest };
}

function canonical(value: unknown): string {
  if (Buffer.isBuffer(value)) return createHash('sha256').update(value).digest('hex');
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
