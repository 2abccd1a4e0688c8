import { createHash } from 'node:crypto';
import { immodestyOf } from '#lib/platform';
import type { SourceKind } from '../mappings/tool-delivery.js';
import { storable } from '../storable.js';
import type { Arrival } from './arrival.js';
import { readOutboundMessage } from './read-soap.js';

/** A delivery as it will be kept. */
export interface ReadDelivery {
  /** The tool's own id of it, or one made of its bytes. */
  readonly toolId: string;
  /** The tool's name for what happened; empty where it has none. */
  readonly event: string;
  /** JSON, or what came where that cannot be read. */
  readonly body: string;
  /** Why it can never be worked off. */
  readonly unreadable?: string;
}

const MOST_VALUES = 200_000;
const LONGEST_ID = 200;
const LONGEST_EVENT = 100;
const FORM = 'application/x-www-form-urlencoded';

/**
 * The deliveries that an arrival holds: one, but for Salesforce, which sends up to a hundred at once.
 * What cannot be read is a delivery as well, which says so.
 */
export function readArrival(kind: SourceKind, arrival: Arrival): readonly ReadDelivery[] {
  if (kind === 'salesforce') return readNotifications(arrival);
  const { headers } = arrival;
  const body = textOf(arrival);
  const { payload, unreadable } = readJson(body);
  const { id, event } = TOLD[kind];
  const told = (what: (headers: Headers, payload: unknown) => unknown) => {
    const given = what(headers, payload);
    return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  };
  return [
    {
      toolId: storable(told(id), LONGEST_ID) || hashOf(arrival.body),
      event: storable(told(event), LONGEST_EVENT),
      body,
      ...(unreadable === undefined ? {} : { unreadable }),
    },
  ];
}

/** What cannot be an outbound message has no organisation, so that nothing of it proves its origin. */
function readNotifications({ body }: Arrival): readonly ReadDelivery[] {
  return (readOutboundMessage(body)?.notifications ?? []).map(({ id, type, payload }) => ({
    toolId: storable(id, LONGEST_ID),
    event: storable(type, LONGEST_EVENT),
    body: JSON.stringify(payload),
  }));
}

type Headers = Arrival['headers'];
interface Told {
  readonly id: (headers: Headers, payload: unknown) => unknown;
  readonly event: (headers: Headers, payload: unknown) => unknown;
}

/** Where each tool tells the id of a delivery and what it is about. */
const TOLD: Readonly<Record<Exclude<SourceKind, 'salesforce'>, Told>> = {
  github: {
    id: (headers) => headers['x-github-delivery'],
    event: (headers) => headers['x-github-event'],
  },
  gitlab: {
    id: (headers) =>
      headers['webhook-id'] ?? headers['idempotency-key'] ?? headers['x-gitlab-event-uuid'],
    event: (headers) => headers['x-gitlab-event'],
  },
  jira: {
    id: (headers) => headers['x-atlassian-webhook-identifier'],
    event: (_, payload) => member(payload, 'webhookEvent'),
  },
  'azure-devops': {
    id: (_, payload) => member(payload, 'id'),
    event: (_, payload) => member(payload, 'eventType'),
  },
  servicenow: {
    id: (headers) => headers['x-waymark-delivery'],
    event: (headers, payload) => headers['x-waymark-event'] ?? member(payload, 'event'),
  },
  generic: {
    id: (headers) => headers['webhook-id'] ?? headers['x-waymark-delivery'],
    event: (headers, payload) => headers['x-waymark-event'] ?? member(payload, 'type'),
  },
};

function member(payload: unknown, name: string): unknown {
  return typeof payload === 'object' && payload !== null && Object.hasOwn(payload, name)
    ? (payload as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The text of the body; of a form, of its field `payload`, where GitHub puts it. */
function textOf({ headers, body }: Arrival): string {
  const text = body.toString('utf8');
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  return type === FORM ? (new URLSearchParams(text).get('payload') ?? text) : text;
}

function readJson(text: string): { readonly payload?: unknown; readonly unreadable?: string } {
  const unreadable = immodestyOf(text, MOST_VALUES);
  if (unreadable !== undefined) return { unreadable };
  try {
    return { payload: JSON.parse(text) as unknown };
  } catch {
    return { unreadable: 'The body is not JSON.' };
  }
}

function hashOf(body: Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
