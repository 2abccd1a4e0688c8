import type { FastifyReply, FastifyRequest } from 'fastify';
import { JSON_TYPE, SCIM_TYPE } from '../http/content-types.js';
import { instantText } from '../http/instants.js';
import type { Attribute, Filter } from './filter.js';
import { isObject, type Resource } from './fits.js';
import { ScimFault } from './scim-fault.js';

const SCIM = '/scim/v2';
/** What bodies may come as. */
export const SCIM_TYPES = [SCIM_TYPE, JSON_TYPE] as const;
/** The most resources of one page. */
export const LONGEST_PAGE = 500;
const USUAL_PAGE = 100;
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** The address that resources name themselves by. */
export function baseOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}${SCIM}`;
}

/** What a resource says of itself. */
export function metaOf(
  resourceType: 'User' | 'Group',
  base: string,
  of: {
    readonly id: string;
    readonly createdAt: number;
    readonly changedAt: number;
    readonly version: number;
  },
) {
  return {
    resourceType,
    created: instantText(of.createdAt),
    lastModified: instantText(of.changedAt),
    location: `${base}/${resourceType}s/${of.id}`,
    version: tagOf(of.version),
  };
}

/** The ETag of a version. */
export function tagOf(version: number): string {
  return `W/"${version}"`;
}

/**
 * The versions that `If-Match` or `If-None-Match` names; tags that are not of ours fit nothing.
 * @source RFC 7644, section 3.14: versions of resources are weak
 */
export function versionsIn(header: string | undefined): 'any' | readonly number[] | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  return header
    .split(',')
    .map((tag) => /^(?:W\/)?"(\d{1,9})"$/.exec(tag.trim())?.[1])
    .filter((version) => version !== undefined)
    .map(Number);
}

/** One page of a list. */
export interface Page {
  readonly total: number;
  readonly start: number;
  readonly resources: readonly Resource[];
}

/** The page as SCIM has it. @source RFC 7644, section 3.4.2 */
export function listResponse({ total, start, resources }: Page) {
  return {
    schemas: [LIST],
    totalResults: total,
    startIndex: start,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/** Which page is wanted. */
export function pageIn(query: {
  readonly startIndex?: number | undefined;
  readonly count?: number | undefined;
}): { readonly start: number; readonly count: number } {
  return {
    start: query.startIndex ?? 1,
    count: Math.min(query.count ?? USUAL_PAGE, LONGEST_PAGE),
  };
}

/** Answers with a resource under its address and version, and leaves it out (304) when the client has it. */
export function sendResource(
  request: FastifyRequest,
  reply: FastifyReply,
  resource: Resource,
  wanted: Wanted,
): Resource | undefined {
  const { location, version } = resource['meta'] as { location: string; version: string };
  reply.header('etag', version).header('location', location);
  const had = versionsIn(request.headers['if-none-match']);
  if (request.method === 'GET' && Array.isArray(had) && had.some((one) => tagOf(one) === version)) {
    reply.status(304);
    return undefined;
  }
  return shaped(resource, wanted);
}

/** What of a resource is wanted. */
export interface Wanted {
  readonly attributes?: string | undefined;
  readonly excludedAttributes?: string | undefined;
}

const ALWAYS = new Set(['schemas', 'id']);

/** The parts of a resource that are wanted. @source RFC 7644, section 3.9 */
export function shaped(resource: Resource, { attributes, excludedAttributes }: Wanted): Resource {
  if (attributes !== undefined) {
    const names = namesIn(attributes);
    return picked(resource, (name) => ALWAYS.has(name) || wants(names, name));
  }
  if (excludedAttributes === undefined) return resource;
  const names = new Set(namesIn(excludedAttributes));
  return picked(resource, (name) => ALWAYS.has(name) || !names.has(name.toLowerCase()));
}

/** Whether an attribute will be shown. */
export function isWanted(name: string, { attributes, excludedAttributes }: Wanted): boolean {
  if (attributes !== undefined) return wants(namesIn(attributes), name);
  return !namesIn(excludedAttributes ?? '').includes(name.toLowerCase());
}

function wants(names: readonly string[], name: string): boolean {
  const low = name.toLowerCase();
  return names.some((one) => one === low || one.startsWith(`${low}.`));
}

function namesIn(list: string): readonly string[] {
  return list.split(',').map((name) => name.trim().toLowerCase().split(':').at(-1) ?? '');
}

function picked(resource: Resource, keep: (name: string) => boolean): Resource {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => keep(name)));
}

/** The members of a body under the names they have in the schema, whatever their case. */
export function canonical(body: unknown, names: readonly string[]): unknown {
  if (!isObject(body)) return body;
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [known.get(name.toLowerCase()) ?? name, value]),
  );
}

/** Refuses a filter about attributes that no such resource has. @throws ScimFault `invalidFilter` */
export function requireKnown(filter: Filter, known: readonly string[]): void {
  for (const { name } of attributesIn(filter)) {
    const fits = known.some((one) => one.toLowerCase() === name.toLowerCase());
    if (!fits && !/^urn:/i.test(name)) {
      throw new ScimFault('invalidFilter', `There is no attribute "${name.slice(0, 100)}".`);
    }
  }
}

/** The attributes that a filter is about. */
export function attributesIn(filter: Filter): readonly Attribute[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.flatMap(attributesIn);
    case 'not':
      return attributesIn(filter.of);
    case 'some':
      return [{ name: filter.name }];
    default:
      return [filter.attribute];
  }
}

/** A text that a filter wants an attribute to equal, so that nothing else can fit; undefined when it does not. */
export function wantedOf(filter: Filter, name: string, part?: string): string | undefined {
  if (filter.kind === 'and') {
    return wantedOf(filter.parts[0], name, part) ?? wantedOf(filter.parts[1], name, part);
  }
  if (filter.kind === 'some' && part !== undefined) {
    return filter.name.toLowerCase() === name ? wantedOf(filter.of, part) : undefined;
  }
  if (filter.kind !== 'compare' || filter.with !== 'eq') return undefined;
  const { attribute, value } = filter;
  if (attribute.name.toLowerCase() !== name || typeof value !== 'string') return undefined;
  const asked = attribute.part?.toLowerCase();
  return asked === undefined || asked === part ? value : undefined;
}
