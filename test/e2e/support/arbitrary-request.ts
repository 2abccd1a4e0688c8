import fc from 'fast-check';
import type { Document, JsonSchema, RouteObject } from './document.js';

/** A request as it goes out. */
export interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What breaks servers: wrong types, extremes, texts that databases and parsers stumble over. */
const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%00',
    "'; DROP TABLE event; --",
    '../../etc/passwd',
    '9999-99-99',
    '0000-01-01',
    '9899-12-31',
    '2011-02-30',
    '2011-01-01T24:00:00Z',
    '+275760-09-13T00:00:00Z',
    'infinity',
    '{"a":1}',
    [],
    {},
    [[[[[[[[]]]]]]]],
    { constructor: { prototype: {} } },
    JSON.parse('{"__proto__": {"admin": true}}'),
    'x'.repeat(5000),
    'ﷺ'.repeat(70),
    '🏁',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Requests to a route: mostly as the document describes them, with something hostile here and there. */
export function arbitraryRequest(
  document: Document,
  { method, path, operation }: RouteObject,
  known: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Request> {
  const values = new Values(document);
  const parameters = operation.parameters ?? [];
  const of = (where: string) =>
    Object.fromEntries(
      parameters
        .filter((one) => one.in === where)
        .map(({ name, schema }) => [name, { schema, known: known[name] ?? [] }]),
    );
  const steps = fc.record(
    mapped(of('path'), ({ schema, known: names }) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...(names.length > 0 ? names : ['x'])) },
        { weight: 1, arbitrary: values.of(schema) },
        { weight: 1, arbitrary: HOSTILE },
      ),
    ),
  );
  const query = fc.record(
    mapped(of('query'), ({ schema, known: names }) =>
      names.length > 0
        ? fc.oneof(fc.constantFrom(...names), values.spoiled(schema))
        : values.spoiled(schema),
    ),
    { requiredKeys: [] },
  );
  const headers = fc.record(
    mapped(of('header'), () => fc.oneof(fc.constantFrom('"1"', '*', 'a', '7', '3.5'), fc.string())),
    { requiredKeys: [] },
  );
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const body = media ? values.spoiled(media.schema) : fc.constant(undefined);
  return fc.tuple(steps, query, headers, body).map(([at, asked, sent, given]) => {
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(at[name]) || 'x');
    const search = new URLSearchParams(
      Object.entries(asked).map(([name, value]): [string, string] => [name, text(value)]),
    );
    return {
      method,
      url: search.size > 0 ? `${url}?${search}` : url,
      headers: {
        ...(type && given !== undefined ? { 'content-type': type } : {}),
        ...mapped(sent, (value) => text(value).replace(/[^\x20-\x7e]/g, '?')),
      },
      body: given === undefined ? undefined : type?.includes('json') ? json(given) : text(given),
    };
  });
}

/** Values that a schema of the document describes. */
class Values {
  constructor(private readonly document: Document) {}

  /** As described, or with something hostile in its place or within. */
  spoiled(schema: JsonSchema): fc.Arbitrary<unknown> {
    return fc.oneof(
      { weight: 3, arbitrary: this.of(schema) },
      { weight: 2, arbitrary: this.of(schema, true) },
      { weight: 1, arbitrary: HOSTILE },
    );
  }

  of(given: JsonSchema, spoil = false): fc.Arbitrary<unknown> {
    const schema = given as Record<string, never> & JsonSchema;
    if (typeof schema.$ref === 'string') {
      const name = (schema.$ref as string).split('/').at(-1) as string;
      return this.of(this.document.components.schemas[name] as JsonSchema, spoil);
    }
    const arbitrary = this.typed(schema, spoil);
    return spoil
      ? fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: HOSTILE })
      : arbitrary;
  }

  private typed(schema: JsonSchema, spoil: boolean): fc.Arbitrary<unknown> {
    const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
    if (choices) return fc.oneof(...choices.map((one) => this.of(one, spoil)));
    if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
    switch (schema.type) {
      case 'string':
        return stringOf(schema);
      case 'integer':
      case 'number':
        return numberOf(schema);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array':
        return fc.array(this.of((schema.items ?? {}) as JsonSchema, spoil), {
          minLength: (schema.minItems as number | undefined) ?? 0,
          maxLength: Math.max(3, (schema.minItems as number | undefined) ?? 0),
        });
      case 'object': {
        const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
        const required = (schema.required ?? []) as readonly string[];
        return fc.record(
          mapped(properties, (one) => this.of(one, spoil)),
          { requiredKeys: required.filter((name) => name in properties) as never[] },
        );
      }
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }
}

function stringOf(schema: JsonSchema): fc.Arbitrary<string> {
  const examples = typeof schema.example === 'string' ? [schema.example] : [];
  const plain =
    typeof schema.pattern === 'string'
      ? fc.stringMatching(new RegExp(schema.pattern, 'u'))
      : schema.format === 'uuid'
        ? fc.uuid()
        : fc.string({ minLength: Number(schema.minLength ?? 0), maxLength: 40 });
  return examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), plain) : plain;
}

function numberOf(schema: JsonSchema): fc.Arbitrary<number> {
  const min = Number(schema.minimum ?? schema.exclusiveMinimum ?? 0);
  const max = Number(schema.maximum ?? 100);
  return schema.type === 'integer'
    ? fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) })
    : fc.double({ min, max, noNaN: true });
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function encoded(value: unknown): string {
  return encodeURIComponent(text(value).replace(/[\ud800-\udfff]/g, '?')).slice(0, 2000);
}
