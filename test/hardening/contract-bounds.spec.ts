import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Document, type JsonSchema, routesOf } from '../e2e/support/document.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

/**
 * Of CloudEvents, data are held to the schema of their type, and attributes of others are passed over;
 * what tools send is kept as it comes, up to the limit of the route.
 */
const ATTRIBUTES =
  /^POST .api.v1.(events: application.cloudevents(-batch)?.json.(0.)?(data|\*)|webhooks.{source}: application.json.\*)$/;

describe('what a request may hold', () => {
  let api: TestApi;
  let document: Document;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
    document = (await api.admin.get('/api/openapi.json')).body;
  });
  afterAll(() => api.stop());

  test('has an end: every text and list of every body and parameter', () => {
    const routes = routesOf(document);
    const unbounded = routes.flatMap(({ method, path, operation }) => {
      const parts = [
        ...(operation.parameters ?? []).map(({ name, schema }) => [name, schema] as const),
        ...Object.entries(operation.requestBody?.content ?? {})
          // read as it comes, up to the limit of the route, and checked line by line
          .filter(([type]) => !/yaml|jsonl/.test(type))
          .map(([type, { schema }]) => [type, schema] as const),
      ];
      return parts.flatMap(([name, schema]) =>
        endless(document, schema, name).map((place) => `${method} ${path}: ${place}`),
      );
    });
    expect(unbounded.filter((place) => !ATTRIBUTES.test(place))).toEqual([]);
    expect(routes.length).toBeGreaterThan(50);
  });

  test.each<[string, JsonSchema, number]>([
    ['a text', { type: 'string' }, 1],
    ['a text of a length', { type: 'string', maxLength: 5 }, 0],
    ['a pattern that ends', { type: 'string', pattern: '^[a-z]{1,64}$' }, 0],
    ['a pattern that does not', { type: 'string', pattern: '^[a-z]+$' }, 1],
    ['a pattern that is not anchored', { type: 'string', pattern: '[a-z]' }, 1],
    ['a list', { type: 'array', items: { enum: ['a'] } }, 1],
    ['a list of texts', { type: 'array', maxItems: 3, items: { type: 'string' } }, 1],
    ['anything', {}, 1],
    ['an object of anything', { type: 'object', additionalProperties: {} }, 1],
    ['a choice', { anyOf: [{ type: 'null' }, { type: 'string' }] }, 1],
  ])('is judged well: %s', (_what, schema, faults) => {
    expect(endless(document, schema, '')).toHaveLength(faults);
  });
});

/** Formats that have a longest text of their own. */
const SHORT_FORMATS = ['uuid', 'date', 'date-time'];

/** The places of a schema that put no end to what they take. */
function endless(
  document: Document,
  schema: JsonSchema,
  place: string,
  seen: readonly string[] = [],
): readonly string[] {
  const into = (inner: unknown, step: string) =>
    endless(document, inner as JsonSchema, `${place}/${step}`, seen);
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) as string;
    if (seen.includes(name)) return [];
    const found = document.components.schemas[name] as JsonSchema;
    return endless(document, found, place, [...seen, name]);
  }
  for (const several of ['anyOf', 'oneOf'] as const) {
    const branches = schema[several];
    if (Array.isArray(branches)) return branches.flatMap((one) => into(one, several));
  }
  if (Array.isArray(schema.allOf)) {
    const each = schema.allOf.map((one) => into(one, 'allOf'));
    return each.some((faults) => faults.length === 0) ? [] : (each[0] ?? []);
  }
  if ('enum' in schema || 'const' in schema) return [];
  switch (schema.type) {
    case 'boolean':
    case 'null':
    case 'number':
    case 'integer':
      return [];
    case 'string':
      return isShort(schema) ? [] : [place];
    case 'array':
      return [
        ...(typeof schema.maxItems === 'number' ? [] : [`${place} (items)`]),
        ...into(schema.items ?? {}, '0'),
      ];
    case 'object': {
      const { properties, additionalProperties, propertyNames } = schema;
      const known = Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>);
      return [
        ...known.flatMap(([name, inner]) => into(inner, name)),
        ...(propertyNames ? into(propertyNames, 'name') : []),
        ...(typeof additionalProperties === 'object' ? into(additionalProperties, '*') : []),
      ];
    }
    default:
      return [place];
  }
}

function isShort({ maxLength, pattern, format }: JsonSchema): boolean {
  if (typeof maxLength === 'number' || SHORT_FORMATS.includes(format as string)) return true;
  if (typeof pattern !== 'string') return false;
  const quantifiers = pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'x');
  return pattern.startsWith('^') && pattern.endsWith('$') && !/[*+]|\{\d+,\}/.test(quantifiers);
}
