import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.js';
import { traitsOf } from './route.js';

export const FORM_TYPE = 'application/x-www-form-urlencoded';
const MOST_FIELDS = 20;
const LONGEST_FORM = 16_384;

/** Reads what forms of pages send: texts by name; what was left empty is left out. */
export function readForms(instance: FastifyInstance): void {
  instance.addContentTypeParser(
    FORM_TYPE,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (traitsOf(request.routeOptions.config).raw) return body;
      if (body.length > LONGEST_FORM) throw new HttpProblem('too-large', 'The form is too long.');
      const fields = [...new URLSearchParams(body.toString())];
      const names = new Set(fields.map(([name]) => name));
      if (fields.length > MOST_FIELDS || names.size < fields.length || names.has('__proto__')) {
        throw new HttpProblem('malformed', 'The form cannot be read.');
      }
      return Object.fromEntries(fields.filter(([, text]) => text !== ''));
    },
  );
}
