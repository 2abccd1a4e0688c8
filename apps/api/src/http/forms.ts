import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './http-problem.js';

export const FORM_TYPE = 'application/x-www-form-urlencoded';
const MOST_FIELDS = 20;

/** Reads what forms of pages send: texts by name; what was left empty is left out. */
export function readForms(instance: FastifyInstance): void {
  instance.addContentTypeParser(
    FORM_TYPE,
    { parseAs: 'string', bodyLimit: 16_384 },
    async (_request: unknown, body: string | Buffer) => {
      const fields = [...new URLSearchParams(body.toString())];
      const names = new Set(fields.map(([name]) => name));
      if (fields.length > MOST_FIELDS || names.size < fields.length || names.has('__proto__')) {
        throw new HttpProblem('malformed', 'The form cannot be read.');
      }
      return Object.fromEntries(fields.filter(([, text]) => text !== ''));
    },
  );
}
