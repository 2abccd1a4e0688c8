/** Somebody who may sign in. */
export interface Person {
  /** A UUID; the author of what they record, and the subject under whose key it is sealed. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What they are called where they are provisioned from; the address where nothing else was given. */
  readonly userName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Their id where they are provisioned from. */
  readonly externalId: string | null;
  /** False: nobody comes in as them, and no session of theirs goes on. */
  readonly active: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Counts changes, from 1. */
  readonly version: number;
}

/** What can be said of a person; null takes it away. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly userName?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly externalId?: string | null | undefined;
  readonly active?: boolean | undefined;
}

/** A person that somebody wants to make; active when it does not say otherwise. */
export interface PersonWish extends PersonChange {
  readonly name: string;
  readonly email: string;
}

/** A row of `person`. */
export interface PersonRow {
  readonly id: string;
  readonly sealed: Readonly<Record<string, string>>;
  readonly active: boolean;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly version: number;
}

/** The columns of `PersonRow`. */
export const PERSON_COLUMNS = 'id, sealed, active, created_at, changed_at, version';

/** What is sealed of a person. */
export type PersonTexts = Readonly<
  Partial<Record<'name' | 'email' | 'userName' | 'givenName' | 'familyName' | 'externalId', string>>
>;

/** The person of a row. */
export function toPerson(row: PersonRow, texts: PersonTexts): Person {
  const { name = '', email = '' } = texts;
  return {
    id: row.id,
    name,
    email,
    userName: texts.userName ?? email,
    givenName: texts.givenName ?? null,
    familyName: texts.familyName ?? null,
    externalId: texts.externalId ?? null,
    active: row.active,
    createdAt: row.created_at.getTime(),
    changedAt: row.changed_at.getTime(),
    version: row.version,
  };
}

/** The texts after a change. A user name that only repeats the address follows it. */
export function changedTexts(before: PersonTexts, change: PersonChange): PersonTexts {
  const { active: _, ...said } = change;
  const texts: Record<string, string> = { ...before };
  for (const [name, text] of Object.entries(said)) {
    if (text === null) delete texts[name];
    else if (text !== undefined) texts[name] = text;
  }
  if (texts['userName'] === texts['email']) delete texts['userName'];
  return texts;
}
