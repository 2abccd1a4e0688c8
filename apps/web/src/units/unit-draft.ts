import type { Schemas } from '#lib/client';
import { readWhen } from '../recording/when.js';

/** A unit as somebody writes it down in a form. */
export interface UnitDraft {
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly tags: readonly string[];
  readonly models: readonly string[];
  readonly ownerName: string;
  readonly ownerEmail: string;
  /** When it began or changed, as written; empty: now. */
  readonly when: string;
}

export const EMPTY_DRAFT: UnitDraft = {
  name: '',
  kind: '',
  parent: null,
  tags: [],
  models: [],
  ownerName: '',
  ownerEmail: '',
  when: '',
};

/** A unit as it is, to be changed. */
export function draftOf(unit: Schemas['Unit']): UnitDraft {
  const { name, kind, parent, tags, models, owner } = unit;
  return {
    name,
    kind,
    parent,
    tags,
    models,
    ownerName: owner?.name ?? '',
    ownerEmail: owner?.email ?? '',
    when: '',
  };
}

/** What of a draft is to be sent: only what differs. @param before what it was; absent: it is new */
export function bodyOf(draft: UnitDraft, before: UnitDraft, now: Date): Schemas['PutUnit'] {
  const { name, kind, parent, tags, models, ownerName, ownerEmail, when } = draft;
  const ownerChanged = ownerName !== before.ownerName || ownerEmail !== before.ownerEmail;
  const nobody = ownerName.trim() === '' && ownerEmail.trim() === '';
  const read = readWhen(when, { now });
  return {
    ...(name === before.name ? {} : { name: name.trim() }),
    ...(kind === before.kind ? {} : { kind: kind.trim() }),
    ...(parent === before.parent ? {} : { parent }),
    ...(sameList(tags, before.tags) ? {} : { tags: [...tags] }),
    ...(sameList(models, before.models) ? {} : { models: [...models] }),
    ...(ownerChanged
      ? { owner: nobody ? null : { name: ownerName.trim(), email: ownerEmail.trim() } }
      : {}),
    ...(read ? { occurredAt: read.given } : {}),
  };
}

/** Whether nothing differs that would be sent. */
export const isUnchanged = (body: Schemas['PutUnit']): boolean =>
  Object.keys(body).every((key) => key === 'occurredAt');

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const KEY_LENGTH = 64;

/** A key for a name: "Europe, Middle East" → `europe-middle-east`; empty where it has no letter or digit. */
export function keyFor(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, KEY_LENGTH)
    .replace(/-$/, '');
}
