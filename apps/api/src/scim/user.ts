import type { Person, PersonChange } from '#lib/access';
import { Email, SCIM_USER, ScimUser } from '#lib/contracts';
import type { Resource } from './fits.js';
import { canonical, metaOf } from './resources.js';
import { ScimFault } from './scim-fault.js';
import { taken } from './taken.js';

/** Attributes of users that are kept, and such as only we write. */
export const KEPT = ['userName', 'externalId', 'displayName', 'active', 'name', 'emails'] as const;
export const READ_ONLY = ['schemas', 'id', 'meta', 'groups'] as const;
/** Attributes of the core schema that are taken and not kept, as is all of extensions. */
export const NOT_KEPT = [
  'nickName',
  'profileUrl',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'password',
  'phoneNumbers',
  'ims',
  'photos',
  'addresses',
  'entitlements',
  'roles',
  'x509Certificates',
] as const;
const NAME_PARTS = ['formatted', 'givenName', 'familyName'];
const EMAIL_PARTS = ['value', 'type', 'primary'];

/** A person as a SCIM user. @source RFC 7643, section 4.1 */
export function userResource(
  person: Person,
  groups: readonly { readonly id: string; readonly name: string }[],
  base: string,
): Resource {
  const { id, externalId, userName, name, givenName, familyName, active, email } = person;
  const formatted = [givenName, familyName].filter((part) => part !== null).join(' ');
  return {
    schemas: [SCIM_USER],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName,
    displayName: name,
    name: {
      formatted: formatted === '' ? name : formatted,
      ...(givenName === null ? {} : { givenName }),
      ...(familyName === null ? {} : { familyName }),
    },
    active,
    emails: [{ value: email, type: 'work', primary: true }],
    groups: groups.map((group) => ({
      value: group.id,
      display: group.name,
      type: 'direct',
      $ref: `${base}/Groups/${group.id}`,
    })),
    meta: metaOf('User', base, person),
  };
}

/**
 * What a SCIM user makes of a person: what it leaves out is taken away, but for `active`, which
 * stays as it is.
 * @throws HttpProblem `malformed`, `invalid`; ScimFault `invalidValue` without an e-mail address
 */
export function wishOf(body: unknown): PersonChange & { name: string; email: string } {
  const { userName, externalId, displayName, active, name, emails } = taken(ScimUser, named(body));
  const { formatted, givenName, familyName } = name ?? {};
  const parts = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  const wholeName = displayName ?? formatted ?? (parts === '' ? userName : parts);
  return {
    name: wholeName.slice(0, 200),
    email: addressIn(emails ?? []) ?? addressOf(userName),
    userName,
    givenName: givenName ?? null,
    familyName: familyName ?? null,
    externalId: externalId ?? null,
    active,
  };
}

/** The one address that is kept: the primary one, else that of work, else the first. */
function addressIn(
  emails: readonly {
    readonly value?: string | undefined;
    readonly type?: string | undefined;
    readonly primary?: boolean | undefined;
  }[],
): string | undefined {
  const filled = emails.filter(({ value }) => value !== undefined);
  const kept =
    filled.find(({ primary }) => primary) ??
    filled.find(({ type }) => type?.toLowerCase() === 'work') ??
    filled[0];
  return kept?.value;
}

/** @throws ScimFault `invalidValue` */
function addressOf(userName: string): string {
  if (Email.safeParse(userName).success) return userName;
  throw new ScimFault(
    'invalidValue',
    'Everybody has an e-mail address here: send "emails", or a "userName" that is one.',
  );
}

function named(body: unknown): unknown {
  const user = canonical(body, [...KEPT, ...READ_ONLY]);
  if (typeof user !== 'object' || user === null) return user;
  const { name, emails } = user as { name?: unknown; emails?: unknown };
  return {
    ...user,
    name: canonical(name, NAME_PARTS),
    emails: Array.isArray(emails) ? emails.map((one) => canonical(one, EMAIL_PARTS)) : emails,
  };
}
