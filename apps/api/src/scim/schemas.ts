import { SCIM_GROUP, SCIM_USER } from '#lib/contracts';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';

interface Traits {
  readonly required?: boolean;
  readonly caseExact?: boolean;
  readonly multiValued?: boolean;
  readonly mutability?: 'readOnly' | 'readWrite' | 'immutable';
  readonly returned?: 'always' | 'default';
  readonly uniqueness?: 'none' | 'server';
  readonly type?: 'string' | 'boolean' | 'complex' | 'reference';
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly object[];
}

function attribute(name: string, description: string, traits: Traits = {}) {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...traits,
  };
}

const memberOf = (what: string, mutability: 'readOnly' | 'immutable') => [
  attribute('value', `The id of the ${what}.`, { mutability, caseExact: true }),
  attribute('$ref', `The address of the ${what}.`, {
    type: 'reference',
    referenceTypes: [what === 'group' ? 'Group' : 'User'],
    mutability,
    caseExact: true,
  }),
  attribute('type', what === 'group' ? 'Always "direct".' : 'Always "User".', { mutability }),
];

/** What is kept of users and groups. @source RFC 7643, section 7 */
export const schemas = (base: string) =>
  [
    {
      id: SCIM_USER,
      name: 'User',
      description: 'Somebody who may sign in.',
      attributes: [
        attribute('userName', 'What they sign in as elsewhere; its case does not count.', {
          required: true,
          uniqueness: 'server',
        }),
        attribute('displayName', 'How they are shown.'),
        attribute('name', 'The parts of their name.', {
          type: 'complex',
          subAttributes: [
            attribute('formatted', 'The whole name.'),
            attribute('givenName', 'The given name.'),
            attribute('familyName', 'The family name.'),
          ],
        }),
        attribute('active', 'Whether they may come in; false signs them out at once.', {
          type: 'boolean',
        }),
        attribute('emails', 'One address is kept: the primary one, else that of work.', {
          type: 'complex',
          multiValued: true,
          subAttributes: [
            attribute('value', 'The address.', { uniqueness: 'server' }),
            attribute('type', 'Always "work".'),
            attribute('primary', 'Always true.', { type: 'boolean' }),
          ],
        }),
        attribute('groups', 'The groups they are in.', {
          type: 'complex',
          multiValued: true,
          mutability: 'readOnly',
          subAttributes: [
            ...memberOf('group', 'readOnly'),
            attribute('display', 'The name of the group.', { mutability: 'readOnly' }),
          ],
        }),
      ],
    },
    {
      id: SCIM_GROUP,
      name: 'Group',
      description: 'People who share the roles that the group is given.',
      attributes: [
        attribute('displayName', 'The name of the group.', {
          required: true,
          caseExact: true,
          uniqueness: 'server',
        }),
        attribute('members', 'The people in it.', {
          type: 'complex',
          multiValued: true,
          subAttributes: memberOf('user', 'immutable'),
        }),
      ],
    },
  ].map((schema) => ({
    schemas: [SCHEMA],
    ...schema,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${schema.id}` },
  }));
