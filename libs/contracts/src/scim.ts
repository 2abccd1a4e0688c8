import { z } from 'zod';
import { Email, Id, isStorable, MALFORMED, Name, text } from './text.js';

export const SCIM_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const SCIM_GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const SCIM_PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The most members that one request may name. */
export const SCIM_MEMBERS = 5_000;
const MOST_OPERATIONS = 1_000;

const given = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** Some clients send `"True"` and `"False"`. */
export const ScimFlag = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(true|false)$/i, 'Give true or false.')
    .transform((value) => value.toLowerCase() === 'true'),
]);

const of = (schema: string) =>
  z
    .array(z.string().max(200))
    .max(20)
    .refine((schemas) => schemas.includes(schema), `"schemas" must name ${schema}.`);

const UserName = text(254);
const ExternalId = text(255);

/** What is taken of a user; attributes that are not named here are not kept. */
export const ScimUser = z.object({
  schemas: of(SCIM_USER),
  userName: UserName,
  externalId: given(ExternalId),
  displayName: given(Name),
  active: given(ScimFlag),
  name: given(
    z.object({
      formatted: given(Name),
      givenName: given(Name),
      familyName: given(Name),
    }),
  ),
  emails: given(
    z
      .array(
        z.object({
          value: given(Email),
          type: given(z.string().max(64)),
          primary: given(ScimFlag),
        }),
      )
      .max(20, 'At most 20 addresses are taken.'),
  ),
});

/** A member of a group: a person. */
export const ScimMember = z.object({
  value: Id,
  type: given(z.string().regex(/^user$/i, 'Groups hold users only; nested groups are not kept.')),
});

export const ScimMembers = z
  .array(ScimMember)
  .max(SCIM_MEMBERS, `One request names at most ${SCIM_MEMBERS} members.`);

/** What is taken of a group. */
export const ScimGroup = z.object({
  schemas: of(SCIM_GROUP),
  displayName: Name,
  externalId: given(ExternalId),
  members: given(ScimMembers),
});

/** Changes of a resource. `value` is checked with what it changes. */
export const ScimPatch = z.object({
  schemas: of(SCIM_PATCH),
  Operations: z
    .array(
      z.object({
        op: z
          .string()
          .regex(/^(add|remove|replace)$/i, 'Give add, remove or replace.')
          .transform((op) => op.toLowerCase() as 'add' | 'remove' | 'replace'),
        path: given(z.string().max(1000, 'A path has at most 1,000 characters.')),
        value: z.unknown().optional(),
      }),
    )
    .min(1, 'Give at least one operation.')
    .max(MOST_OPERATIONS, `At most ${MOST_OPERATIONS} operations are taken at once.`),
});

const number = z
  .string()
  .regex(/^-?\d{1,9}$/, 'Give a whole number.')
  .transform(Number);

/** What lists and single resources can be asked for. */
export const ScimQuery = z.object({
  filter: z
    .string()
    .max(4000, 'A filter has at most 4,000 characters.')
    .refine(isStorable, { params: MALFORMED, error: 'The filter holds a NUL.' })
    .optional(),
  startIndex: number.transform((index) => Math.max(1, index)).optional(),
  count: number.transform((count) => Math.max(0, count)).optional(),
  attributes: z.string().max(2000).optional(),
  excludedAttributes: z.string().max(2000).optional(),
});
