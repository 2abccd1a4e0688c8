import type { FastifyInstance } from 'fastify';
import { traitsOf } from './route.js';

/** A route that is served. */
export interface ServedRoute {
  readonly method: string;
  /** With `:name` for its steps. */
  readonly url: string;
  /** Whether it needs no key. */
  readonly open: boolean;
}

/** Knows which methods each path offers, so that a wrong one is told from a wrong path. */
export class Methods {
  readonly #routes = new Map<string, { readonly matches: RegExp; readonly methods: Set<string> }>();

  readonly #served: ServedRoute[] = [];

  /** Every route, in the order they were registered. */
  get served(): readonly ServedRoute[] {
    return this.#served;
  }

  /** Notes every route that is registered from now on. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', ({ url, method, config }) => {
      const methods = (Array.isArray(method) ? method : [method]) as readonly string[];
      const known = this.#routes.get(url) ?? { matches: pattern(url), methods: new Set<string>() };
      const { open } = traitsOf(config);
      for (const one of methods) {
        known.methods.add(one);
        this.#served.push({ method: one, url, open });
      }
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
