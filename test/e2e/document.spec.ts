import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Client } from './support/client.js';
import {
  differences,
  type Document,
  inOrder,
  type RouteObject,
  routesOf,
} from './support/document.js';
import { tellStory } from './support/story.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.admin.get('/api/openapi.json')).body;
});
afterAll(() => api.stop());

/** Routes whose example cannot stand beside the others: what to do first, or why it is left out. */
const APART: Readonly<Record<string, string>> = {
  'stream-stream': 'never ends; stream.spec.ts listens to it',
  'log-export': 'no JSON; log.spec.ts exports and imports',
  'log-import': 'needs an empty program; log.spec.ts exports and imports',
  'proposals-approve': 'somebody else approves; approvals.spec.ts does',
  'session-create': 'needs somebody who is signed in; the specs of test/access do',
  'session-end': 'needs somebody who is signed in; the specs of test/access do',
  'session-endOthers': 'needs somebody who is signed in; the specs of test/access do',
  'ownaccount-password': 'needs somebody who is signed in; the specs of test/access do',
  'ownaccount-begin': 'needs somebody who is signed in; the specs of test/access do',
  'ownaccount-confirm': 'needs somebody who is signed in; the specs of test/access do',
  'ownaccount-end': 'needs somebody who is signed in; the specs of test/access do',
  'signin-useLink': 'needs a link; sign-in-links.spec.ts uses some',
  'signinpages-offer': 'a page; sign-in-page.spec.ts opens it',
  'signinpages-enter': 'a form; sign-in-page.spec.ts sends it',
  'signinpages-begin': 'leads to a provider; sign-in-provider.spec.ts follows it',
  'signinpages-finish': 'comes from a provider; sign-in-provider.spec.ts comes back',
  'signinpages-look': 'a page; sign-in-links.spec.ts opens it',
  'signinpages-use': 'a form; sign-in-links.spec.ts sends it',
  'demo-look': 'about another program; demo.spec.ts asks',
  'demo-begin': 'loads a whole program; demo.spec.ts does',
  'demo-visit': 'needs a demo that is loaded; demo.spec.ts visits it',
  'metrics-figures': 'no JSON; operations.spec.ts reads it',
};

describe('the OpenAPI document', () => {
  test('is of version 3.1, and every reference in it leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    const text = JSON.stringify(document);
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(50);
    for (const name of named) expect(document.components.schemas).toHaveProperty(name as string);
  });

  test('describes CloudEvents in all three modes', () => {
    const operation = document.paths['/api/v1/events']?.post;
    const content = operation?.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual([
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
      'application/json',
    ]);
    for (const [type, { schema, examples }] of Object.entries(content)) {
      expect(differences(document, schema, examples?.story.value), type).toEqual([]);
    }
    expect(content['application/cloudevents-batch+json']?.schema).toMatchObject({ type: 'array' });
    const headers = (operation?.parameters ?? []).filter(({ name }) => name.startsWith('ce-'));
    expect(headers.map(({ name }) => name).toSorted()).toEqual([
      'ce-id',
      'ce-source',
      'ce-specversion',
      'ce-subject',
      'ce-time',
      'ce-type',
    ]);
    expect(headers.every(({ required }) => required === false)).toBe(true);
  });

  test('shows whole numbers that could stand there, and keys that are no JWTs', () => {
    const text = JSON.stringify(document);
    expect(text).not.toContain('9007199254740991');
    expect(text).not.toContain('JWT');
    expect(text).toContain('A Waymark key');
  });

  test('names every step of a path, and a summary for every route', () => {
    for (const { path, method, operation } of routesOf(document)) {
      const steps = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const described = (operation.parameters ?? []).filter((one) => one.in === 'path');
      expect(
        described.map(({ name }) => name),
        `${method} ${path}`,
      ).toEqual(steps);
      expect(operation.summary).toBeTruthy();
    }
  });

  test('holds examples that run, and their answers are as described', async () => {
    const client = await api.newProgram('story');
    const ids = await tellStory(client, () => api.advised('story'));
    const ran = new Set<string>();
    for (const route of inOrder(routesOf(document))) {
      if (APART[route.operation.operationId]) continue;
      const caller = route.path === '/api/v1/programs' ? api.admin : client;
      for (const type of typesOf(route)) {
        const answer = await run(route, type, caller, ids);
        const where = `${route.method} ${route.path} ${type}: ${JSON.stringify(answer.body).slice(0, 500)}`;
        expect(answer.status, where).toBeLessThan(300);
        const described = route.operation.responses[String(answer.status)];
        expect(described, where).toBeDefined();
        const schema = described?.content?.['application/json']?.schema;
        expect(schema ? differences(document, schema, answer.body) : [], where).toEqual([]);
        const { results = [] } = answer.body ?? {};
        for (const result of results) expect(result.status, where).toBe('recorded');
      }
      ran.add(route.operation.operationId);
    }
    expect(ran.size).toBeGreaterThan(30);
  });
});

/** The content types in which a route says it takes a body; one undefined for a route without. */
function typesOf({ operation }: RouteObject): readonly (string | undefined)[] {
  const types = Object.keys(operation.requestBody?.content ?? {});
  return types.length > 0 ? types : [undefined];
}

/** Sends the example of a route as it is written, the ids of the story put in. */
function run(
  { method, path, operation }: RouteObject,
  type: string | undefined,
  client: Client,
  ids: ReadonlyMap<string, string>,
): Promise<Answer> {
  const real = (value: unknown): string => {
    let text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const [example, id] of ids) text = text.replaceAll(example, id);
    return text;
  };
  const given = (where: string) =>
    (operation.parameters ?? []).filter((one) => one.in === where && one.example !== undefined);
  let url = path;
  for (const { name, example } of given('path')) url = url.replace(`{${name}}`, real(example));
  const query = new URLSearchParams(
    given('query').map(({ name, example }): [string, string] => [name, real(example)]),
  );
  const body = type && operation.requestBody?.content[type]?.examples?.story.value;
  const headers = given('header').map(({ name, example }): [string, string] => [
    name,
    real(example),
  ]);
  return client.send(
    method,
    query.size > 0 ? `${url}?${query}` : url,
    body === undefined ? undefined : real(body),
    {
      ...(body === undefined || !type ? {} : { 'content-type': type }),
      ...Object.fromEntries(headers),
    },
  );
}
