import { createHmac } from 'node:crypto';

/** A request as a tool makes it. */
export interface ToolRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export function hexOf(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** As GitHub sends it. @source docs.github.com, Webhook events and payloads, Delivery headers */
export function fromGithub(
  secret: string,
  event: string,
  payload: unknown,
  delivery: string = crypto.randomUUID(),
): ToolRequest {
  const body = JSON.stringify(payload);
  return {
    body,
    headers: {
      ...JSON_TYPE,
      'user-agent': 'GitHub-Hookshot/044aadd',
      'x-github-event': event,
      'x-github-delivery': delivery,
      'x-github-hook-id': '292430182',
      'x-hub-signature-256': hexOf(secret, body),
    },
  };
}

/** Signed after the Standard Webhooks specification. @param at seconds since 1970 */
export function standard(
  secret: string,
  payload: unknown,
  { id = crypto.randomUUID() as string, at = Math.floor(Date.now() / 1000) } = {},
): ToolRequest {
  const body = JSON.stringify(payload);
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret;
  const signature = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return {
    body,
    headers: {
      ...JSON_TYPE,
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': `v1,${signature}`,
    },
  };
}
