import { STORY_IDS } from '../../../apps/api/src/docs/story-ids.js';
import type { RouteObject } from '../../e2e/support/document.js';

const SCIM = 'urn:ietf:params:scim:schemas:core:2.0';
const user = (name: string) => ({
  schemas: [`${SCIM}:User`],
  userName: `${name}@contoso.example`,
  externalId: `emea-${name}`,
  name: { formatted: 'Ada Lovelace' },
  emails: [{ value: `${name}@contoso.example`, primary: true }],
  active: true,
});
const group = (name: string) => ({
  schemas: [`${SCIM}:Group`],
  displayName: `Archive ${name}`,
  externalId: `emea-${name}`,
  members: [{ value: STORY_IDS.person }, { value: STORY_IDS.sparePerson }],
});
const patch = (operation: object) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [operation],
});

const scim = (
  method: string,
  path: string,
  example: { readonly id?: string; readonly filter?: string; readonly body?: object } = {},
) => route(method, `/scim/v2/${path}`, { type: 'application/scim+json', ...example });

/** SCIM has a document of its own, so its requests are told here, in the words of the examples. */
export const SCIM_ROUTES: readonly RouteObject[] = [
  scim('GET', 'ServiceProviderConfig'),
  scim('GET', 'ResourceTypes'),
  scim('GET', 'ResourceTypes/{id}', { id: 'User' }),
  scim('GET', 'Schemas'),
  scim('GET', 'Schemas/{id}', { id: `${SCIM}:User` }),
  scim('GET', 'Users', { filter: 'userName eq "ada@contoso.example"' }),
  scim('GET', 'Users/{id}', { id: STORY_IDS.person }),
  scim('POST', 'Users', { body: user('made') }),
  scim('PUT', 'Users/{id}', { id: STORY_IDS.person, body: user('put') }),
  scim('PATCH', 'Users/{id}', {
    id: STORY_IDS.person,
    body: patch({ op: 'replace', path: 'active', value: true }),
  }),
  scim('GET', 'Groups', { filter: `members.value eq "${STORY_IDS.person}"` }),
  scim('GET', 'Groups/{id}', { id: STORY_IDS.group }),
  scim('POST', 'Groups', { body: group('made') }),
  scim('PUT', 'Groups/{id}', { id: STORY_IDS.group, body: group('put') }),
  scim('PATCH', 'Groups/{id}', {
    id: STORY_IDS.group,
    body: patch({ op: 'add', path: 'members', value: [{ value: STORY_IDS.person }] }),
  }),
  scim('DELETE', 'Users/{id}', { id: STORY_IDS.sparePerson }),
  scim('DELETE', 'Groups/{id}', { id: STORY_IDS.spareGroup }),
];

const TOKEN = `contoso.${'a'.repeat(43)}`;

/** Routes of browsers: what their paths may be like. The documented description stands otherwise. */
export const PATHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/sign-in/{provider}': { provider: 'contoso' },
  '/sign-in/{provider}/callback': { provider: 'contoso' },
  '/sign-in/link/{link}': { link: TOKEN },
};

function route(
  method: string,
  path: string,
  {
    id,
    filter,
    body,
    type,
  }: {
    readonly id?: string;
    readonly filter?: string;
    readonly body?: object;
    readonly type: string;
  },
): RouteObject {
  const parameters = [
    ...(id === undefined ? [] : [{ name: 'id', in: 'path' as const, schema: {}, example: id }]),
    ...(filter === undefined
      ? []
      : [{ name: 'filter', in: 'query' as const, schema: {}, example: filter }]),
  ];
  const content = { [type]: { schema: {}, examples: { story: { value: body } } } };
  return {
    ...{ method, path },
    operation: {
      operationId: `${method} ${path}`,
      summary: path,
      parameters,
      ...(body === undefined ? {} : { requestBody: { content } }),
      responses: {},
    },
  };
}
