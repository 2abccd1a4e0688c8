import { HttpProblem } from '../http/http-problem.js';

/** What SCIM calls a fault of a request. @source RFC 7644, section 3.12, table 9 */
export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness';

/** A request that SCIM refuses with 400. */
export class ScimFault extends HttpProblem {
  constructor(
    readonly scimType: ScimType,
    message: string,
  ) {
    super('malformed', message);
  }
}
