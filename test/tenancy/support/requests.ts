import type { RouteObject } from '../../e2e/support/document.js';

/** A request as it goes out. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** How the texts of an example become those of a program. */
export type Words = (text: string) => string;

/** The parts of a request that can name something. */
export const PARTS = ['path', 'query', 'headers', 'body'] as const;
export type Part = (typeof PARTS)[number];

/** A route that cannot be called as the document describes it. */
export class Uncallable extends Error {}

/**
 * The requests of a route's examples, one for each content type it takes.
 * @param words by part, so that one part can speak of another program than the rest
 * @throws Uncallable when a step of the path or a body that it needs has no example
 */
export function examplesOf(
  { method, path, operation }: RouteObject,
  words: Readonly<Record<Part, Words>>,
): readonly Request[] {
  const parameters = operation.parameters ?? [];
  const given = (where: string) =>
    parameters.filter((one) => one.in === where && one.example !== undefined);
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  let url = path;
  for (const { name, example } of given('path')) {
    url = url.replace(`{${name}}`, encodeURIComponent(words.path(text(example))));
  }
  if (url.includes('{')) throw new Uncallable(`${method} ${path} has no example of its path.`);
  const query = new URLSearchParams(
    given('query').map(({ name, example }): [string, string] => [name, words.query(text(example))]),
  );
  const headers = Object.fromEntries(
    given('header').map(({ name, example }) => [name, words.headers(text(example))]),
  );
  const types = Object.entries(operation.requestBody?.content ?? {});
  const address = query.size > 0 ? `${url}?${query}` : url;
  if (types.length === 0) return [{ method, url: address, headers, body: undefined }];
  return types.map(([type, media]) => {
    const example = media.examples?.story.value;
    if (example === undefined) throw new Uncallable(`${method} ${path} has no example of ${type}.`);
    return {
      ...{ method, url: address, body: words.body(text(example)) },
      headers: { ...headers, 'content-type': type },
    };
  });
}

/** `METHOD /path/{step}` of every route that the guard has a rule for. */
export function ruledRoutes(rules: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(rules).map((rule) => rule.replace(/:(\w+)/g, '{$1}'));
}
