import { Webhook } from 'standardwebhooks';
import { onTestFinished } from 'vitest';
import type { Client, Json } from '../../e2e/support/client.js';
import { eventually } from '../../e2e/support/eventually.js';
import type { TestApi } from '../../e2e/support/test-api.js';
import { Endpoint, type Received } from './endpoint.js';
import { done } from './tool-office.js';

export const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
export const OTHER = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const ALLOWED = { WAYMARK_OUTBOUND_ALLOW: '127.0.0.1' };
export const RHYTHM = { boundariesMs: 300, reconcileMs: 60_000, subscriptionsMs: 200 };
/** Nothing but tests is sent. */
export const QUIET = { events: ['model.adopted'] };

/** A program of two teams. */
export async function program(api: TestApi, id: string): Promise<Client> {
  const client = await api.newProgram(id);
  for (const unit of ['care', 'sales']) {
    const wish = { name: unit, kind: 'team', occurredAt: '2010-01-01' };
    done(await client.put(`/units/${unit}`, wish));
  }
  return client;
}

export function subscribe(client: Client, endpoint: Endpoint, wish: object = {}) {
  const url = `${endpoint.url}/in?token=hidden`;
  return client.put('/subscriptions/board', { url, events: ['*'], secret: SECRET, ...wish });
}

export function achieve(client: Client, unit: string, milestone: string, occurredAt: string) {
  return client.post(`/units/${unit}/milestones`, { milestone, occurredAt });
}

export async function delivery(client: Client, fits: (one: Json) => boolean): Promise<Json> {
  return eventually(async () => {
    const { body } = done(await client.get('/subscriptions/board/deliveries'));
    return body.items.find(fits);
  });
}

export function verified({ text, headers }: Received, secret: string): unknown {
  return new Webhook(secret).verify(text, headers as Record<string, string>);
}

/** An endpoint for the test that runs. */
export async function opened(): Promise<Endpoint> {
  const endpoint = await Endpoint.open();
  onTestFinished(() => endpoint.close());
  return endpoint;
}
