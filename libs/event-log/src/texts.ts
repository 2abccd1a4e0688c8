import type { Owner } from '#lib/domain';
import { ERASED } from './append.js';
import type { SubjectKey } from './keyring.js';

/**
 * Where people's words stand in the data of an event, of whatever type and shape: these members at
 * the top, titles and addresses of `evidence`, and the name and e-mail address of `owner`.
 */
const WRITTEN = ['note', 'reason', 'by', 'to', 'text'] as const;
/** Of these, the ones that name somebody. */
const NAMING = ['by', 'to'] as const;
/** Members whose texts have one writer. */
export const WRITER_OF = [...WRITTEN, 'evidence'] as const;

/** The data of an event, whatever its type. */
export type EventBody = Readonly<Record<string, unknown>>;

/** By member: the subject under whose key its texts are sealed, where that is not the author. */
export type Writers = Readonly<Record<string, string>>;

/** An owner as stored: its texts sealed under the key of its subject. */
interface SealedOwner extends Owner {
  readonly subject: string;
}

type KeyOf = (subject: string) => SubjectKey | undefined;

/** The owner written in the data of an event, if any. */
export function ownerIn(body: EventBody): Owner | undefined {
  return isObject(body['owner']) ? (body['owner'] as unknown as Owner) : undefined;
}

/** The subject of the owner in the data of an event as stored, if any. */
export function ownerSubjectIn(body: EventBody): string | undefined {
  const subject = (ownerIn(body) as SealedOwner | undefined)?.subject;
  return typeof subject === 'string' ? subject : undefined;
}

/** By member, the e-mail address of the one whom it names, in data in clear. */
export function addressesIn(
  body: EventBody,
): readonly (readonly [member: string, email: string])[] {
  return NAMING.flatMap((member) => {
    const text = body[member];
    const email = typeof text === 'string' ? ADDRESS.exec(text)?.[1] : undefined;
    return email === undefined ? [] : [[member, email] as const];
  });
}

/** An address alone, or after a name and in angle brackets. */
const ADDRESS = /^\s*(?:[^<>@]*<)?([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>?\s*$/;

/** Those of the writers whose words are there to be sealed: what was erased belongs to nobody. */
export function writersIn(body: EventBody, writers: Writers = {}): Writers {
  return Object.fromEntries(
    Object.entries(writers).filter(([member]) => {
      const [first] = textsOf(body, member);
      return first !== undefined && first !== ERASED;
    }),
  );
}

/** Who wrote what, as stored: by member the subject, where that is not the author. */
export function storedWriters(body: EventBody): Writers {
  const { subjects } = body;
  if (!isObject(subjects)) return NONE;
  return Object.fromEntries(
    WRITER_OF.flatMap((member) => {
      const subject = subjects[member];
      return typeof subject === 'string' && UUID.test(subject) ? [[member, subject]] : [];
    }),
  );
}

const NONE: Writers = {};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What seals the texts of an event. */
export interface Sealing {
  readonly author: SubjectKey;
  /** The key of the owner it names; needed only when it names one. */
  readonly owner?: SubjectKey | undefined;
  /** By member: whose key seals it instead of the author's. */
  readonly writers?: Readonly<Record<string, SubjectKey>>;
}

/** The data as it is stored: its shape stays, its texts are sealed; `subjects` says under whose keys. */
export function sealTexts(body: EventBody, sealing: Sealing): EventBody {
  const { author, owner, writers = {} } = sealing;
  const named = ownerIn(body);
  const texts = mapTexts(body, (text, place, member) =>
    (writers[member] ?? author).seal(text, place),
  );
  const others = Object.entries(writers).map(([member, { subject }]) => [member, subject]);
  const sealed = others.length === 0 ? texts : { ...texts, subjects: Object.fromEntries(others) };
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
  keyOf: KeyOf,
): EventBody {
  const writers = storedWriters(body);
  const { subjects: _subjects, ...stored } = body;
  const clear = mapTexts(stored, (text, place, member) => {
    // addresses of evidence were stored in clear once
    if (place === 'evidence.url' && text.includes(':')) return text;
    const writer = writers[member];
    const key = writer === undefined ? author : keyOf(writer);
    return key?.unseal(text, place) ?? ERASED;
  });
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

/** The texts of a member that people write, in their order. */
function textsOf(body: EventBody, member: string): readonly string[] {
  if (!WRITER_OF.some((one) => one === member)) return [];
  const value = body[member];
  if (typeof value === 'string') return [value];
  if (member !== 'evidence' || !Array.isArray(value)) return [];
  return value.flatMap((shown: unknown) =>
    isObject(shown)
      ? [shown['title'], shown['url']].filter((text) => typeof text === 'string')
      : [],
  );
}

type Change = (text: string, place: string, member: string) => string;

function mapTexts(body: EventBody, change: Change): EventBody {
  const changed: Record<string, unknown> = { ...body };
  for (const member of WRITTEN) {
    const text = body[member];
    if (typeof text === 'string') changed[member] = change(text, member, member);
  }
  const { evidence } = body;
  if (Array.isArray(evidence)) {
    changed['evidence'] = evidence.map((shown: unknown) =>
      isObject(shown) ? mapShown(shown, change) : shown,
    );
  }
  return changed;
}

function mapShown(shown: EventBody, change: Change): EventBody {
  const changed: Record<string, unknown> = { ...shown };
  for (const part of ['title', 'url']) {
    const text = shown[part];
    if (typeof text === 'string') changed[part] = change(text, `evidence.${part}`, 'evidence');
  }
  return changed;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
