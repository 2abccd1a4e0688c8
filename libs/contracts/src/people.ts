import { z } from 'zod';
import { InstantText } from './dates.js';
import { Limit, page } from './lists.js';
import { ROLES } from './program.js';
import { Email, Id, Name, text, UnitKeyText } from './text.js';

export const CreatePerson = z
  .strictObject({ name: Name, email: Email, active: z.boolean().optional() })
  .meta({
    id: 'CreatePerson',
    description: 'They have no role until a grant gives them one. `active` is true when left out.',
  });

export const ChangePerson = z
  .strictObject({
    name: Name.optional(),
    email: Email.optional(),
    active: z.boolean().optional(),
  })
  .meta({
    id: 'ChangePerson',
    description: 'What is left out stays. `active: false` signs them out at once.',
  });

export const PeopleQuery = z.strictObject({
  ...page,
  email: Email.optional().meta({ description: 'Only whoever has this address.' }),
});

export const PersonView = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    active: z.boolean().meta({ description: 'False: nobody comes in as them.' }),
    externalId: z
      .string()
      .nullable()
      .meta({ description: 'Their id where they are provisioned from (SCIM).' }),
    createdAt: InstantText,
    changedAt: InstantText,
  })
  .meta({ id: 'Person' });

export const NamesQuery = z.strictObject({
  q: text(200).optional(),
  unit: UnitKeyText.optional(),
  limit: Limit,
});

export const NamesView = z
  .object({ items: z.array(z.object({ id: Id, name: z.string() })) })
  .meta({ id: 'Names' });

export const PutGroup = z
  .strictObject({ name: Name })
  .meta({ id: 'PutGroup', description: '`name`: what providers call it in their claims.' });

export const GroupView = z
  .object({
    id: Id,
    name: z.string(),
    externalId: z
      .string()
      .nullable()
      .meta({ description: 'Its id where it is provisioned from (SCIM).' }),
    members: z.number().int().min(0),
    createdAt: InstantText,
    changedAt: InstantText,
  })
  .meta({ id: 'Group' });

export const MemberView = z
  .object({
    person: Id,
    name: z.string(),
    active: z.boolean(),
    issuer: z
      .string()
      .nullable()
      .meta({ description: 'The provider whose claims say so; null: an administrator, or SCIM.' }),
  })
  .meta({ id: 'Member' });

export const CreateGrant = z
  .strictObject({
    person: Id.optional(),
    group: Id.optional(),
    role: z.enum(ROLES),
    under: UnitKeyText.optional(),
  })
  .refine(({ person, group }) => (person === undefined) !== (group === undefined), {
    error: 'Give either a person or a group.',
    path: ['person'],
  })
  .meta({
    id: 'CreateGrant',
    description:
      'Gives a role to a person or to everybody in a group; `under` limits it to a unit and all below it.',
  });

export const GrantsQuery = z.strictObject({
  ...page,
  person: Id.optional().meta({ description: 'Only what was given to this person themselves.' }),
  group: Id.optional().meta({ description: 'Only what was given to this group.' }),
});

export const GrantView = z
  .object({
    id: Id,
    person: Id.nullable(),
    group: Id.nullable(),
    name: z.string().meta({ description: 'Of the person or group.' }),
    role: z.enum(ROLES),
    under: UnitKeyText.nullable(),
    createdAt: InstantText,
  })
  .meta({ id: 'Grant' });
