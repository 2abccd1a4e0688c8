import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Arrival } from './arrival.js';
import type { SourceKind } from '../mappings/tool-delivery.js';

/** Whether an arrival proves that whoever sent it has a secret. Takes as long whether it does or not. */
export type Proof = (arrival: Arrival, secret: string) => boolean;

/** How far the time that a sender signs may lie from ours. @source standardwebhooks.com, Webhook Metadata */
const WINDOW_MS = 5 * 60_000;

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
  return ({ headers, body }, secret) => {
    const given = /^sha256=([0-9a-f]{64})$/i.exec(headers[header] ?? '')?.[1];
    if (given === undefined) return false;
    const signature = createHmac('sha256', secret).update(body).digest();
    return timingSafeEqual(signature, Buffer.from(given, 'hex'));
  };
}

/** Signatures after the Standard Webhooks specification, no older than its window. */
function standardWebhook({ headers, body, at }: Arrival, secret: string): boolean {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const given = headers['webhook-signature'];
  if (!id || !timestamp || !given || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(at - Number(timestamp) * 1000) > WINDOW_MS) return false;
  const signature = createHmac('sha256', keyOf(secret))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  return given
    .split(' ', MOST_SIGNATURES)
    .filter((one) => one.startsWith('v1,'))
    .some((one) => same(Buffer.from(one.slice(3), 'base64'), signature));
}

const MOST_SIGNATURES = 10;

/** A secret after the specification says its bytes in base64; any other is taken as it is written. */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
}

function secretHeader(header: string): Proof {
  return ({ headers }, secret) => same(headers[header], secret);
}

/** The password of HTTP basic authentication, whatever the user name. */
function basicPassword({ headers }: Arrival, secret: string): boolean {
  const encoded = /^Basic +([A-Za-z0-9+/=]{1,2000})$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return false;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon >= 0 && same(text.slice(colon + 1), secret);
}

function bearer({ headers }: Arrival, secret: string): boolean {
  return same(/^Bearer +([\x21-\x7e]{1,500})$/i.exec(headers.authorization ?? '')?.[1], secret);
}

function secretInAddress({ query }: Arrival, secret: string): boolean {
  return same(query.secret, secret);
}

/** Compares hashes of both, so that the time tells nothing of where they differ or how long they are. */
function same(given: string | Buffer | undefined, wanted: string | Buffer): boolean {
  const hash = (content: string | Buffer) => createHash('sha256').update(content).digest();
  return given !== undefined && timingSafeEqual(hash(given), hash(wanted));
}
