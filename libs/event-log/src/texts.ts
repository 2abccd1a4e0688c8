import type { Owner } from '#lib/domain';
import { ERASED } from './append.js';
import type { SubjectKey } from './keyring.js';

/**
 * Where people's words stand in the data of an event, of whatever type and shape: these members at
 * the top, the titles of `evidence`, and the name and e-mail address of `owner`.
 */
const WRITTEN = ['note', 'reason', 'by', 'to'] as const;

/** The data of an event, whatever its type. */
export type EventBody = Readonly<Record<string, unknown>>;

/** An owner as stored: its texts sealed under the key of its subject. */
interface SealedOwner extends Owner {
  readonly subject: string;
}

/** The owner written in the data of an event, if any. */
export function ownerIn(body: EventBody): Owner | undefined {
  return isObject(body['owner']) ? (body['owner'] as unknown as Owner) : undefined;
}

/** The subject of the owner in the data of an event as stored, if any. */
export function ownerSubjectIn(body: EventBody): string | undefined {
  const subject = (ownerIn(body) as SealedOwner | undefined)?.subject;
  return typeof subject === 'string' ? subject : undefined;
}

/**
 * The data as it is stored: its shape stays, its texts are sealed.
 * @param owner the key of the owner it names; needed only when it names one
 */
export function sealTexts(
  body: EventBody,
  author: SubjectKey,
  owner: SubjectKey | undefined,
): EventBody {
  const named = ownerIn(body);
  const sealed = mapTexts(body, (text, place) => author.seal(text, place));
  if (!named) return sealed;
  if (!owner) throw new Error('The key of the owner was not loaded.');
  return {
    ...sealed,
    owner: {
      subject: owner.subject,
      name: owner.seal(named.name, 'owner.name'),
      email: owner.seal(named.email, 'owner.email'),
    },
  };
}

/** The data with its texts in clear; `ERASED` stands for those whose key is gone. */
export function unsealTexts(
  body: EventBody,
  author: SubjectKey | undefined,
  keyOf: (subject: string) => SubjectKey | undefined,
): EventBody {
  const clear = mapTexts(body, (text, place) => author?.unseal(text, place) ?? ERASED);
  const owner = ownerIn(body) as SealedOwner | undefined;
  if (!owner) return clear;
  const key = keyOf(owner.subject);
  return {
    ...clear,
    owner: {
      name: key?.unseal(owner.name, 'owner.name') ?? ERASED,
      email: key?.unseal(owner.email, 'owner.email') ?? ERASED,
    },
  };
}

function mapTexts(body: EventBody, change: (text: string, place: string) => string): EventBody {
  const changed: Record<string, unknown> = { ...body };
  for (const member of WRITTEN) {
    const text = body[member];
    if (typeof text === 'string') changed[member] = change(text, member);
  }
  const { evidence } = body;
  if (Array.isArray(evidence)) {
    changed['evidence'] = evidence.map((shown: unknown) =>
      isObject(shown) && typeof shown['title'] === 'string'
        ? { ...shown, title: change(shown['title'], 'evidence.title') }
        : shown,
    );
  }
  return changed;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
