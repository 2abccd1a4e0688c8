import { z } from 'zod';

/** What the tests read of an OpenAPI document. */
export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

export interface MediaObject {
  readonly schema: JsonSchema;
  readonly examples?: { readonly story: { readonly value: unknown } };
}

export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaObject>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, MediaObject>> }>
  >;
}

/** One route of the document. */
export interface RouteObject {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** Every route of a document, in its order. */
export function routesOf(document: Document): readonly RouteObject[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

/**
 * In an order in which all examples can run one after another: what is decided about advice comes
 * first, since the others change what is advised, and what takes something away comes last.
 */
export function inOrder(routes: readonly RouteObject[]): readonly RouteObject[] {
  const turn = ({ method, path }: RouteObject) =>
    /^\/api\/v1\/(alerts|recommendations)/.test(path) ? 0 : method === 'DELETE' ? 2 : 1;
  return routes.toSorted((a, b) => turn(a) - turn(b));
}

/** What an answer does otherwise than the document says of it; empty when it does what is said. */
export function differences(
  document: Document,
  schema: JsonSchema,
  body: unknown,
): readonly string[] {
  const $defs = document.components.schemas;
  const whole = JSON.parse(
    JSON.stringify({ ...schema, $defs }).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  const parsed = z.fromJSONSchema(whole).safeParse(body);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
}
