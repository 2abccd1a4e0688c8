import type { FastifyInstance } from 'fastify';

/** Knows which methods each path offers, so that a wrong one is told from a wrong path. */
export class Methods {
  readonly #routes = new Map<string, { readonly matches: RegExp; readonly methods: Set<string> }>();

  /** Notes every route that is registered from now on. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ url, method }) => {
      const methods = (Array.isArray(method) ? method : [method]) as readonly string[];
      const known = this.#routes.get(url) ?? { matches: pattern(url), methods: new Set<string>() };
      for (const one of methods) known.methods.add(one);
      this.#routes.set(url, known);
    });
  }

  /** The methods offered at a URL, sorted; none when nothing is there. */
  at(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '/';
    const offered = [...this.#routes.values()].filter(({ matches }) => matches.test(path));
    return [...new Set(offered.flatMap(({ methods }) => [...methods]))].sort();
  }
}

function pattern(route: string): RegExp {
  const escaped = route
    .split('/')
    .map((step) =>
      step.startsWith(':')
        ? '[^/]+'
        : step.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*'),
    );
  return new RegExp(`^${escaped.join('/')}/?$`);
}
