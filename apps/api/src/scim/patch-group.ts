import { Id, SCIM_MEMBERS, ScimMember, ScimMembers } from '#lib/contracts';
import { type Filter, parsePath, type Path } from './filter.js';
import { isObject } from './fits.js';
import type { Operation } from './patch-user.js';
import { canonical } from './resources.js';
import { ScimFault } from './scim-fault.js';
import { taken } from './taken.js';

/** One step of a change of a group, in the order they came. */
export type Step =
  | { readonly kind: 'name'; readonly name: unknown }
  | { readonly kind: 'external'; readonly externalId: unknown }
  | { readonly kind: 'add' | 'remove' | 'replace'; readonly people: readonly string[] }
  | { readonly kind: 'remove-all' };

const READ_ONLY = new Set(['id', 'meta', 'schemas']);

/**
 * What changes of a group come to. Members are given as a list, as a filter in the path
 * (`members[value eq "…"]`), or, on removal, as a list beside the path.
 * @throws ScimFault, HttpProblem `malformed`, `invalid`. @source RFC 7644, section 3.5.2
 */
export function stepsOf(operations: readonly Operation[]): readonly Step[] {
  const steps = operations.flatMap(({ op, path, value }) => {
    if (path !== undefined) return [stepOf(op, parsePath(path), value)].flat();
    if (op === 'remove') throw new ScimFault('noTarget', 'Say by "path" what to remove.');
    if (!isObject(value)) {
      throw new ScimFault('invalidValue', 'Without a "path", "value" is an object of attributes.');
    }
    return Object.entries(value).flatMap(([name, part]) => {
      const named = parsePath(name);
      return READ_ONLY.has(named.name.toLowerCase()) ? [] : stepOf(op, named, part);
    });
  });
  const named = steps.reduce((sum, step) => sum + ('people' in step ? step.people.length : 0), 0);
  if (named > SCIM_MEMBERS) {
    throw new ScimFault('invalidValue', `One request names at most ${SCIM_MEMBERS} members.`);
  }
  return steps;
}

function stepOf(op: Operation['op'], path: Path, value: unknown): Step | readonly Step[] {
  const name = path.name.toLowerCase();
  if (name === 'members') return membersStep(op, path, value);
  if (path.of || path.part !== undefined) {
    throw new ScimFault('invalidPath', `"${path.name.slice(0, 100)}" has no parts.`);
  }
  if (name === 'displayname') return { kind: 'name', name: op === 'remove' ? undefined : value };
  if (name === 'externalid') {
    return { kind: 'external', externalId: op === 'remove' ? null : (value ?? null) };
  }
  if (name.startsWith('urn:')) return [];
  if (READ_ONLY.has(name)) {
    throw new ScimFault('mutability', `"${path.name}" cannot be changed.`);
  }
  throw new ScimFault('invalidPath', `There is no attribute "${path.name.slice(0, 100)}".`);
}

function membersStep(op: Operation['op'], path: Path, value: unknown): Step {
  if (path.part !== undefined) {
    throw new ScimFault('mutability', 'Members are added and removed, not changed.');
  }
  if (path.of) {
    const people = idsIn(path.of);
    if (op === 'remove') return { kind: 'remove', people };
    if (op === 'add') return { kind: 'add', people };
    throw new ScimFault('mutability', 'Members are added and removed, not changed.');
  }
  const none = value === undefined || value === null;
  if (op === 'remove' && none) return { kind: 'remove-all' };
  const list = none ? [] : Array.isArray(value) ? value : [value];
  const members = list.map((one) => canonical(one, Object.keys(ScimMember.shape)));
  return { kind: op, people: taken(ScimMembers, members).map((member) => member.value) };
}

/** The ids that a filter such as `value eq "…"` names. @throws ScimFault `invalidFilter` */
function idsIn(filter: Filter): readonly string[] {
  if (filter.kind === 'or') return filter.parts.flatMap(idsIn);
  const named =
    filter.kind === 'compare' &&
    filter.with === 'eq' &&
    filter.attribute.name.toLowerCase() === 'value';
  if (!named) throw new ScimFault('invalidFilter', 'Name members by value eq "…".');
  const id = Id.safeParse(filter.value).data;
  return id === undefined ? [] : [id];
}
