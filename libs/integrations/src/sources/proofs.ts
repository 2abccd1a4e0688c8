import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Arrival } from './arrival.js';
import type { SourceKind } from '../mappings/tool-delivery.js';

/** A way in which an arrival may prove where it comes from. */
export interface Proof {
  /** Whether whoever sent it has a secret. Takes as long whether it does or not. */
  readonly holds: (arrival: Arrival, secret: string) => boolean;
  /** What of such a proof came, whatever the secret. */
  readonly given: (arrival: Arrival) => Given;
}

/** Nothing; something that cannot be one; one of another time; one that holds or does not. */
export type Given = 'nothing' | 'malformed' | 'of-another-time' | 'whole';

/** How far the time that a sender signs may lie from ours. @source standardwebhooks.com, Webhook Metadata */
const WINDOW_MS = 5 * 60_000;

const MOST_SIGNATURES = 10;

/** What of a signature after the Standard Webhooks specification came; it is no older than its window. */
function standardParts({ headers, at }: Arrival) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = (headers['webhook-signature'] ?? '')
    .split(' ', MOST_SIGNATURES)
    .filter((one) => one.startsWith('v1,'));
  if (!id || !timestamp || !/^\d{1,12}$/.test(timestamp)) return undefined;
  if (signatures.length === 0) return undefined;
  const inTime = Math.abs(at - Number(timestamp) * 1000) <= WINDOW_MS;
  return { signed: `${id}.${timestamp}.`, signatures, inTime };
}

const standardWebhook: Proof = {
  holds: (arrival, secret) => {
    const parts = standardParts(arrival);
    if (!parts?.inTime) return false;
    const signature = createHmac('sha256', keyOf(secret))
      .update(parts.signed)
      .update(arrival.body)
      .digest();
    return parts.signatures.some((one) => same(Buffer.from(one.slice(3), 'base64'), signature));
  },
  given: (arrival) => {
    const parts = standardParts(arrival);
    if (parts) return parts.inTime ? 'whole' : 'of-another-time';
    return arrival.headers['webhook-signature'] ? 'malformed' : 'nothing';
  },
};

/** The password of HTTP basic authentication, whatever the user name. */
const basicPassword: Proof = {
  holds: (arrival, secret) => same(passwordOf(arrival), secret),
  given: (arrival) => givenOf(arrival.headers.authorization, passwordOf(arrival)),
};

function passwordOf({ headers }: Arrival): string | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]{1,2000})$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : text.slice(colon + 1);
}

const bearer: Proof = {
  holds: (arrival, secret) => same(tokenOf(arrival), secret),
  given: (arrival) => givenOf(arrival.headers.authorization, tokenOf(arrival)),
};

const tokenOf = ({ headers }: Arrival) =>
  /^Bearer +([\x21-\x7e]{1,500})$/i.exec(headers.authorization ?? '')?.[1];

const secretInAddress: Proof = {
  holds: ({ query }, secret) => same(query.secret, secret),
  given: ({ query }) => (query.secret ? 'whole' : 'nothing'),
};

/**
 * How each tool proves where a delivery comes from. Where several ways are named, one must hold.
 * @source docs.github.com, Validating webhook deliveries; docs.gitlab.com, Webhooks; developer.atlassian.com,
 * Webhooks, Secure admin webhooks; learn.microsoft.com, Service hooks, Web Hooks; help.salesforce.com, Outbound Messages
 */
export const PROOFS: Readonly<Record<SourceKind, readonly Proof[]>> = {
  github: [signedBody('x-hub-signature-256')],
  gitlab: [standardWebhook, secretHeader('x-gitlab-token')],
  jira: [signedBody('x-hub-signature')],
  'azure-devops': [basicPassword],
  servicenow: [basicPassword, bearer],
  // nothing that Salesforce sends is signed: what is in the address that it was given, beside the organisation
  salesforce: [basicPassword, secretInAddress],
  generic: [
    standardWebhook,
    signedBody('x-waymark-signature'),
    secretHeader('x-waymark-token'),
    bearer,
  ],
};

/** `sha256=` and the HMAC of the body, in hexadecimal. */
function signedBody(header: string): Proof {
  const told = ({ headers }: Arrival) =>
    /^sha256=([0-9a-f]{64})$/i.exec(headers[header] ?? '')?.[1];
  return {
    holds: (arrival, secret) => {
      const given = told(arrival);
      if (given === undefined) return false;
      const signature = createHmac('sha256', secret).update(arrival.body).digest();
      return timingSafeEqual(signature, Buffer.from(given, 'hex'));
    },
    given: (arrival) => givenOf(arrival.headers[header], told(arrival)),
  };
}

/** A secret after the specification says its bytes in base64; any other is taken as it is written. */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
}

function secretHeader(header: string): Proof {
  return {
    holds: ({ headers }, secret) => same(headers[header], secret),
    given: ({ headers }) => (headers[header] ? 'whole' : 'nothing'),
  };
}

/** What came of a proof that is read from one text. */
function givenOf(text: string | undefined, read: string | undefined): Given {
  if (!text) return 'nothing';
  return read === undefined ? 'malformed' : 'whole';
}

/** Compares hashes of both, so that the time tells nothing of where they differ or how long they are. */
function same(given: string | Buffer | undefined, wanted: string | Buffer): boolean {
  const hash = (content: string | Buffer) => createHash('sha256').update(content).digest();
  return given !== undefined && timingSafeEqual(hash(given), hash(wanted));
}
