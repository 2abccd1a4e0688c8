import type { Request } from './requests.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What tells that a text is of another program. */
export interface Foreign {
  /** In its keys. */
  readonly mark: string;
  /** In its texts; nobody else ever sends it. */
  readonly secret: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * What of another program stands in an answer and not in the requests that led to it; a secret, in
 * any case.
 */
export function foreignIn(
  answer: string,
  { mark, secret, ids }: Foreign,
  known: readonly Request[],
): readonly string[] {
  const sent = decoded(JSON.stringify(known));
  const words = answer.match(new RegExp(`[\\w-]*(?:${mark}|${secret})[\\w-]*`, 'g')) ?? [];
  const uuids = (answer.match(UUID) ?? []).filter((id) => ids.has(id));
  return [...new Set([...words, ...uuids])].filter(
    (word) => word.includes(secret) || !sent.includes(word),
  );
}

function decoded(text: string): string {
  try {
    return `${text} ${decodeURIComponent(text)}`;
  } catch {
    return text;
  }
}
