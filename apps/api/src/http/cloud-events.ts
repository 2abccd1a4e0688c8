import { HTTP } from 'cloudevents';
import { CLOUD_EVENT_DATA, CloudEventText, type CloudEventType } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { ForeignFact, Origin } from '#lib/recording';
import { checked } from './checked.js';
import { HttpProblem } from './http-problem.js';
import { problemOf } from './issues.js';

/** A CloudEvent as the log takes it. */
export interface Incoming {
  readonly unit: UnitKey;
  readonly origin: Origin;
  readonly fact: ForeignFact;
  /** Where in it stands when it occurred. */
  readonly dated: '/time' | '/data/occurredAt';
}

/** How a CloudEvent came: its attributes in headers (binary mode), or all of it in the body. */
export type Message =
  | {
      readonly mode: 'binary';
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly data: unknown;
    }
  | { readonly mode: 'structured'; readonly event: unknown };

/**
 * Reads one CloudEvent.
 * @throws HttpProblem `malformed`, `invalid`
 */
export function readCloudEvent(message: Message): Incoming {
  const attributes = CloudEventText.safeParse(throughSdk(message));
  if (!attributes.success) throw problemOf(attributes.error.issues, '');
  const { type, time, subject, source, id } = attributes.data;
  const data = CLOUD_EVENT_DATA[type].safeParse(attributes.data.data);
  if (!data.success) {
    const issues = data.error.issues.map((issue) => ({ ...issue, path: ['data', ...issue.path] }));
    throw problemOf(issues, '');
  }
  return {
    unit: subject as UnitKey,
    origin: { source, sourceId: id },
    fact: factOf(type, data.data, time),
    dated: 'occurredAt' in data.data ? '/data/occurredAt' : '/time',
  };
}

/** The SDK knows the format; id, time and version stay as given, since it makes up those that are missing. */
function throughSdk(message: Message): unknown {
  try {
    if (message.mode === 'binary') {
      const headers = decodedHeaders(message.headers);
      // without an id the SDK sees no event; that it is missing is said by the contract
      const event = HTTP.toEvent({ headers: { 'ce-id': '-', ...headers }, body: message.data });
      return {
        ...plain(event),
        id: headers['ce-id'],
        time: headers['ce-time'],
        specversion: headers['ce-specversion'],
        data: message.data,
      };
    }
    const { data_base64: encoded, ...given } = message.event as Record<string, unknown>;
    const data = encoded === undefined ? given.data : fromBase64(encoded);
    const headers = { 'content-type': 'application/cloudevents+json' };
    const event = HTTP.toEvent({ headers, body: { ...given, data } });
    const { id, time, specversion } = given;
    return { ...plain(event), id, time, specversion, data };
  } catch {
    throw new HttpProblem('malformed', 'This is not a CloudEvent of version 1.0.');
  }
}

function plain(event: object): object {
  return Object.fromEntries(Object.entries(event));
}

/** @source CloudEvents HTTP protocol binding 1.0.2, section 3.1.3.2: values are percent-encoded */
function decodedHeaders(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const decoded: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'content-type' && typeof value === 'string') decoded[name] = value;
    if (!name.startsWith('ce-') || typeof value !== 'string') continue;
    decoded[name] = decodeURIComponent(value.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  }
  return decoded;
}

function fromBase64(encoded: unknown): unknown {
  const bytes = Buffer.from(String(encoded), 'base64');
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function factOf(type: CloudEventType, data: object, time: string | undefined): ForeignFact {
  const { occurredAt = time, ...rest } = data as { occurredAt?: string };
  const dated = occurredAt === undefined ? rest : { ...rest, occurredAt };
  switch (type) {
    case 'waymark.milestone.achieved.v1':
      return checked({ kind: 'achieved', data: requireDate(dated) });
    case 'waymark.milestone.lapsed.v1':
      return checked({ kind: 'lapsed', data: requireDate(dated) });
    case 'waymark.milestone.assessed.v1':
      return checked({ kind: 'assessed', data: requireDate(dated) });
    case 'waymark.milestone.waived.v1':
      return checked({ kind: 'waived', data: dated });
    case 'waymark.milestone.retracted.v1':
      return checked({ kind: 'retracted', data: rest });
  }
}

function requireDate(data: object): object {
  if ('occurredAt' in data) return data;
  throw new HttpProblem(
    'malformed',
    'Say when it occurred: in `time`, or in `occurredAt` of the data.',
    {
      errors: [{ pointer: '/time', message: 'This is missing: give an instant.' }],
    },
  );
}
