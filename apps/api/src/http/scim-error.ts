import type { Problem } from '#lib/contracts';
import { SCIM_TYPE } from './content-types.js';

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** What SCIM calls those faults of ours that it has a name for. @source RFC 7644, section 3.12 */
const TYPES: Readonly<Record<string, string>> = {
  'person-exists': 'uniqueness',
  'group-exists': 'uniqueness',
  malformed: 'invalidSyntax',
  'unstorable-text': 'invalidSyntax',
  invalid: 'invalidValue',
  'unknown-person': 'invalidValue',
};

/** Whether a request is SCIM's, so that its faults are told as SCIM tells them. */
export function isScim(url: string): boolean {
  return /^\/scim\/v2(?:[/?]|$)/.test(url);
}

/**
 * A problem as SCIM tells it. What the body is wrong about is 400 there, never 422, and so is
 * somebody in it who is not there.
 */
export function scimError(thrown: unknown, { type, status, detail, errors = [] }: Problem) {
  const code = type.slice(type.lastIndexOf(':') + 1);
  const inBody = status === 404 && errors[0]?.pointer.startsWith('/') === true;
  const known = status === 422 || inBody ? 400 : status;
  const { scimType = known === 400 || known === 409 ? TYPES[code] : undefined } = (thrown ??
    {}) as { scimType?: string };
  const more = errors
    .filter(({ message }) => !detail.includes(message))
    .map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`));
  return {
    status: known,
    type: `${SCIM_TYPE}; charset=utf-8`,
    body: {
      schemas: [ERROR],
      status: String(known),
      ...(scimType === undefined ? {} : { scimType }),
      detail: [detail, ...more].join(' ').slice(0, 2000),
    },
  };
}
