import { createRequire } from 'node:module';
import {
  applyMapping,
  type Finding,
  readMapping,
  type SourceKind,
  type ToolDelivery,
} from '#lib/integrations';

/** What JSON can say, to be changed at will. */
export type Payload = ReturnType<typeof JSON.parse>;

interface Examples {
  readonly name: string;
  readonly examples: readonly Payload[];
}

/** Real payloads of GitHub, by their event. @source @octokit/webhooks-examples */
export const GITHUB = createRequire(import.meta.url)(
  '@octokit/webhooks-examples',
) as readonly Examples[];

/** A real payload of GitHub. @param change what is different in it */
export function github(
  event: string,
  action: string,
  change?: (payload: Payload) => void,
): Payload {
  const examples = GITHUB.find(({ name }) => name === event)?.examples ?? [];
  const found = examples.find((one) => one.action === action);
  if (!found) throw new Error(`There is no example of ${event} ${action}.`);
  return changed(found, change);
}

const RECEIVED = Date.parse('2026-11-22T12:00:00Z');

/** A copy of a payload. @param change what is different in it */
export function changed(
  payload: Payload,
  change: (payload: Payload) => void = () => undefined,
): Payload {
  const copy: Payload = structuredClone(payload);
  change(copy);
  return copy;
}

/** A delivery as a source keeps it. */
export function delivery(kind: SourceKind, event: string, payload: unknown): ToolDelivery {
  return { kind, event, headers: {}, payload, receivedAt: RECEIVED };
}

/** What one ready-made rule makes of a delivery. */
export function made(
  use: string,
  event: string,
  payload: unknown,
  parameters: Readonly<Record<string, unknown>> = {},
): readonly Finding[] {
  const kind = use.split('/', 1)[0] as SourceKind;
  const rules = readMapping(kind, [{ id: 'it', use, with: parameters }]);
  const { findings, remarks } = applyMapping(rules, delivery(kind, event, payload));
  if (remarks.length > 0) throw new Error(remarks.join(' '));
  return findings;
}
