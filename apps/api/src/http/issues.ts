import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ProblemDetail } from '#lib/contracts';
import { HttpProblem } from './http-problem.js';
import { plainMessage, type ToldIssue } from './plain-messages.js';

/** What zod says beside the message and the path. */
interface Issue extends StandardSchemaV1.Issue, Omit<ToldIssue, 'message'> {
  readonly keys?: readonly string[];
  readonly params?: { readonly malformed?: boolean };
  readonly input?: unknown;
}

const MALFORMED_CODES = new Set([
  'invalid_type',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
]);

/**
 * The problem that issues of a schema make: 400 when something has not the shape that is asked for
 * (a wrong JSON type, a missing or unknown property, a text that cannot be kept), 422 when the shape
 * is right and a value is against the rules.
 * @param at where the checked part stands: '' for the body, `?` for the query, `{name}` for a step of the path
 */
export function problemOf(issues: readonly StandardSchemaV1.Issue[], at: string): HttpProblem {
  const malformed = issues.some(
    (issue: Issue) => MALFORMED_CODES.has(issue.code ?? '') || issue.params?.malformed,
  );
  const errors = issues.slice(0, 100).flatMap((issue) => details(issue, at));
  const count = errors.length === 1 ? 'One part' : `${errors.length} parts`;
  return malformed
    ? new HttpProblem('malformed', `${count} of the request cannot be read as what is asked for.`, {
        errors,
      })
    : new HttpProblem(
        'invalid',
        `${count} of the request is against the rules.`.replace(
          'parts of the request is',
          'parts of the request are',
        ),
        { errors },
      );
}

function details(issue: Issue, at: string): readonly ProblemDetail[] {
  const path = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  if (issue.code === 'unrecognized_keys' && issue.keys) {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key], at),
      message: `There is no property "${key.slice(0, 100)}" here.`,
    }));
  }
  return [{ pointer: pointerOf(path, at), message: plainMessage(issue) }];
}

/** A JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
function pointerOf(path: readonly PropertyKey[], at: string): string {
  const steps = path.map(String);
  if (at === '?') return `?${steps.join('.')}`;
  if (at !== '') return at;
  return steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
