import type { Instant } from '#lib/domain';
import type { SourceKind } from '../mappings/tool-delivery.js';
import type { Arrival } from './arrival.js';
import { type Given, PROOFS } from './proofs.js';
import { readOutboundMessage } from './read-soap.js';
import { holds, type SourceSecret } from './secrets.js';

/** Why an arrival is not believed to be of a source. */
export const REFUSALS = [
  'no-proof',
  'malformed-proof',
  'other-secret',
  'ended-secret',
  'other-time',
  'other-organization',
  'no-message',
  'lost-secret',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

/** A longer body is not tried with secrets that have ended. */
const LONGEST_TRIED = 1024 * 1024;

const OF_GIVEN: Readonly<Record<Given, RefusalReason>> = {
  nothing: 'no-proof',
  malformed: 'malformed-proof',
  'of-another-time': 'other-time',
  whole: 'other-secret',
};
/** Of several ways, the one that came furthest says why. */
const FURTHEST_FIRST: readonly Given[] = ['whole', 'of-another-time', 'malformed', 'nothing'];

/**
 * Why an arrival of which no proof holds is refused by a source.
 * @param secrets all that are kept, those that have ended among them
 */
export function whyRefused(
  kind: SourceKind,
  arrival: Arrival,
  secrets: readonly SourceSecret[],
): RefusalReason {
  const isProvenBy = (some: readonly SourceSecret[]) =>
    some.some(({ secret }) => PROOFS[kind].some((proof) => proof.holds(arrival, secret)));
  const valid = secrets.filter((one) => holds(one, arrival.at));
  if (valid.length === 0) return 'lost-secret';
  // only what somebody sent who has the secret is read
  if (kind === 'salesforce' && isProvenBy(valid)) {
    return readOutboundMessage(arrival.body) ? 'other-organization' : 'no-message';
  }
  const ended = secrets.filter((one) => !holds(one, arrival.at));
  if (arrival.body.length <= LONGEST_TRIED && isProvenBy(ended)) return 'ended-secret';
  const given = new Set(PROOFS[kind].map((proof) => proof.given(arrival)));
  return OF_GIVEN[FURTHEST_FIRST.find((one) => given.has(one)) ?? 'nothing'];
}

/** What a source refused, of one reason. */
export interface Refused {
  readonly reason: RefusalReason;
  /** For whoever sets the tool up: why, and what to do. */
  readonly words: string;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** What a tool is called, and what it proves itself by. */
const TELLING: Readonly<Record<SourceKind, readonly [tool: string, proof: string, where: string]>> =
  {
    github: ['GitHub', 'signature', 'the header X-Hub-Signature-256'],
    gitlab: ['GitLab', 'token', 'the header X-Gitlab-Token or webhook-signature'],
    jira: ['Jira', 'signature', 'the header X-Hub-Signature'],
    'azure-devops': ['Azure DevOps', 'password', 'basic authentication'],
    servicenow: ['ServiceNow', 'password', 'the header Authorization, as Basic or Bearer'],
    salesforce: ['Salesforce', 'secret', 'the address, as ?secret=…'],
    generic: [
      'the tool',
      'proof',
      'the header X-Waymark-Signature, X-Waymark-Token, Authorization or webhook-signature',
    ],
  };
const SIGNING: ReadonlySet<SourceKind> = new Set(['github', 'jira']);

/**
 * Why something was refused and what to do about it, for whoever sets the tool up.
 * @param valid how many secrets hold now
 */
export function refusalWords(
  reason: RefusalReason,
  {
    kind,
    organization,
    valid,
  }: {
    readonly kind: SourceKind;
    readonly organization: string | null;
    readonly valid: number;
  },
): string {
  const [tool, proof, where] = TELLING[kind];
  const those = valid > 1 ? 'the two that are valid' : 'the one that is valid';
  const give = `Give ${tool} the secret of this source; where nobody has kept it, make another one.`;
  switch (reason) {
    case 'no-proof':
      return `No ${proof} came with it: it is expected in ${where}. ${give}`;
    case 'malformed-proof':
      return `The ${proof} could not be read: it is expected in ${where}, in the form that docs/sources.md shows. Look at what ${tool} sends, and at what stands between.`;
    case 'other-secret':
      return SIGNING.has(kind)
        ? `The signature was made with another secret than ${those}, or the body was changed on its way. ${give}`
        : `The ${proof} is of another secret than ${those}. ${give}`;
    case 'ended-secret':
      return `It was proven by the secret before the last, which has ended. Give ${tool} the new one; where nobody has kept it, make another one.`;
    case 'other-time':
      return `It was signed more than five minutes before or after it came. Set the clocks right on both sides; what is sent again has to be signed again.`;
    case 'other-organization':
      return `The secret is right, but the message is of another organisation than ${organization ?? 'the one'} that this source takes. Compare it with Setup, Company Information of Salesforce.`;
    case 'no-message':
      return 'It was no outbound message of Salesforce. Let an outbound message of a flow send to this address, and nothing else.';
    case 'lost-secret':
      return 'The secrets of this source cannot be opened with the secrets that this server has. Make another one and give it to the tool.';
  }
}
