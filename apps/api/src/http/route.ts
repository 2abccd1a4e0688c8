import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import { JSON_TYPE } from './content-types.js';

const MB = 1024 * 1024;

/** How large a body may be, by kind of route; `open`: of whom nobody knows. */
export const LIMITS = {
  open: 16_384,
  general: MB,
  batch: 5 * MB,
  model: 5 * MB,
  webhook: 25 * MB,
  import: 50 * MB,
} as const;

/** What HTTP has to know of a route beside its path. */
export interface RouteTraits {
  /** Needs no key. */
  readonly open?: boolean;
  /** With a session only from pages of our own, although it only reads. */
  readonly ownSite?: boolean;
  readonly bodyLimit?: number;
  /** Its body is handed on as the bytes that came. */
  readonly raw?: boolean;
  /** Content types that are taken; JSON alone when left out. */
  readonly consumes?: readonly string[];
}

/** Where the document is told that a route needs no key. */
export const OPEN = 'x-waymark-open';

/** Says what a route takes where that is not the usual: a key, and JSON of at most 1 MB (16 kB where it is open). */
export const Route = (traits: RouteTraits) =>
  applyDecorators(RouteConfig(traits), ...(traits.open ? [ApiExtension(OPEN, true)] : []));

/** The traits of a route by its Fastify config. */
export function traitsOf(config: unknown): Required<RouteTraits> {
  const traits = (config ?? {}) as RouteTraits;
  return {
    open: traits.open ?? false,
    ownSite: traits.ownSite ?? false,
    raw: traits.raw ?? false,
    bodyLimit: traits.bodyLimit ?? (traits.open ? LIMITS.open : LIMITS.general),
    consumes: traits.consumes ?? [JSON_TYPE],
  };
}
