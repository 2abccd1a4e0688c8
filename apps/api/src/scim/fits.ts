import type { Attribute, COMPARISONS, Filter } from './filter.js';

/** A resource, or a value of one of its attributes, as JSON. */
export type Resource = Readonly<Record<string, unknown>>;

/** Attributes whose case counts. @source RFC 7643, sections 3.1 and 4.2 */
const EXACT = new Set(['id', 'externalid', 'value', '$ref', 'location', 'version']);

/** Attributes that are instants. */
const INSTANTS = new Set(['created', 'lastmodified']);

/**
 * Whether a resource fits a filter.
 * @param of the attribute that `resource` is a value of, where it is one
 * @source RFC 7644, section 3.4.2.2
 */
export function fits(resource: Resource, filter: Filter, of = ''): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => fits(resource, part, of));
    case 'or':
      return filter.parts.some((part) => fits(resource, part, of));
    case 'not':
      return !fits(resource, filter.of, of);
    case 'some':
      return listOf(member(resource, filter.name)).some(
        (one) => isObject(one) && fits(one, filter.of, filter.name),
      );
    case 'present':
      return valuesOf(resource, filter.attribute).length > 0;
    case 'compare':
      return compares(resource, filter, of);
  }
}

function compares(
  resource: Resource,
  { attribute, value, with: comparison }: Filter & { readonly kind: 'compare' },
  of: string,
): boolean {
  const kind = kindOf(attribute, of);
  const values = valuesOf(resource, attribute);
  const equal =
    value === null
      ? values.length === 0
      : values.some((one) => holds(compared(one, kind), 'eq', compared(value, kind)));
  if (comparison === 'eq') return equal;
  if (comparison === 'ne') return !equal;
  if (value === null) return false;
  return values.some((one) => holds(compared(one, kind), comparison, compared(value, kind)));
}

type Kind = 'exact' | 'folded' | 'instant';

/** `emails.value` is an address, whose case does not count; `members.value` an id, whose case does. */
function kindOf({ name, part }: Attribute, of: string): Kind {
  const last = (part ?? name).toLowerCase();
  if (INSTANTS.has(last)) return 'instant';
  const whole = (of === '' ? name : of).toLowerCase();
  return EXACT.has(last) && whole !== 'emails' ? 'exact' : 'folded';
}

function compared(value: unknown, kind: Kind): unknown {
  if (typeof value !== 'string' || kind === 'exact') return value;
  return kind === 'instant' ? Date.parse(value) : value.toLowerCase();
}

function holds(given: unknown, comparison: (typeof COMPARISONS)[number], wanted: unknown): boolean {
  if (typeof given !== typeof wanted) return false;
  if (typeof given === 'boolean') return comparison === 'eq' && given === wanted;
  const [a, b] = [given, wanted] as [string, string] | [number, number];
  switch (comparison) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'co':
      return String(a).includes(String(b));
    case 'sw':
      return String(a).startsWith(String(b));
    case 'ew':
      return String(a).endsWith(String(b));
  }
}

/** The values of an attribute; of one with parts, its `value` when no part is named. */
function valuesOf(resource: Resource, { name, part }: Attribute): readonly unknown[] {
  return listOf(member(resource, name))
    .map((one) =>
      isObject(one)
        ? part === undefined
          ? (one['value'] ?? one)
          : member(one, part)
        : part === undefined
          ? one
          : undefined,
    )
    .filter((one) => one !== undefined && one !== null && one !== '');
}

/** A member of an object, whatever the case of its name. */
export function member(of: Resource, name: string): unknown {
  if (Object.hasOwn(of, name)) return of[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(of).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : of[found];
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function isObject(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
