import { ScimFlag, type ScimPatch } from '#lib/contracts';
import type { z } from 'zod';
import { type Filter, parsePath, type Path } from './filter.js';
import { fits, isObject, member, type Resource } from './fits.js';
import { ScimFault } from './scim-fault.js';
import { KEPT, NOT_KEPT, READ_ONLY } from './user.js';

/** One change, as it came. */
export type Operation = z.output<typeof ScimPatch>['Operations'][number];
type Draft = Record<string, unknown>;

/**
 * A user after changes, to be checked like one that was sent whole. The shapes that directories
 * really send are taken: values without a path, paths as names of members, flags as texts, and
 * values for an address that is not there yet.
 * @throws ScimFault `invalidPath`, `invalidValue`, `mutability`, `noTarget`
 * @source RFC 7644, section 3.5.2
 */
export function patchedUser(user: Resource, operations: readonly Operation[]): Resource {
  const draft: Draft = structuredClone({ ...user });
  for (const { op, path, value } of operations) {
    if (path !== undefined) change(draft, op, parsePath(path), value);
    else if (op === 'remove') throw new ScimFault('noTarget', 'Say by "path" what to remove.');
    else changeAll(draft, op, value);
  }
  return draft;
}

function changeAll(draft: Draft, op: 'add' | 'replace', value: unknown): void {
  if (!isObject(value)) {
    throw new ScimFault('invalidValue', 'Without a "path", "value" is an object of attributes.');
  }
  for (const [name, part] of Object.entries(value)) {
    const path = parsePath(name);
    // clients send whole resources back
    if (nameIn(READ_ONLY, path.name) === undefined) change(draft, op, path, part);
  }
}

function change(draft: Draft, op: Operation['op'], path: Path, value: unknown): void {
  const name = nameIn(KEPT, path.name);
  if (name === undefined) return requireOther(path.name);
  const gone = op === 'remove' || value === null || value === undefined;
  if (name === 'emails') changeEmails(draft, op, path, gone ? undefined : value);
  else if (path.of) throw new ScimFault('invalidPath', `"${name}" has one value only.`);
  else if (name === 'name') changeName(draft, path.part, gone ? undefined : value);
  else if (path.part !== undefined) throw new ScimFault('invalidPath', `"${name}" has no parts.`);
  else if (gone && name === 'active') throw new ScimFault('invalidValue', 'Say true or false.');
  else if (gone) delete draft[name];
  else draft[name] = value;
}

/** @throws ScimFault unless it is an attribute that is taken and not kept */
function requireOther(name: string): void {
  if (/^urn:/i.test(name) || nameIn(NOT_KEPT, name) !== undefined) return;
  if (nameIn(READ_ONLY, name) !== undefined) {
    throw new ScimFault('mutability', `"${name}" cannot be changed.`);
  }
  throw new ScimFault('invalidPath', `There is no attribute "${name.slice(0, 100)}".`);
}

function changeName(draft: Draft, part: string | undefined, value: unknown): void {
  const before = isObject(draft['name']) ? draft['name'] : {};
  if (part !== undefined) {
    const known = nameIn(['formatted', 'givenName', 'familyName'], part);
    if (known !== undefined) draft['name'] = { ...before, [known]: value };
  } else if (value === undefined) delete draft['name'];
  else if (isObject(value)) draft['name'] = { ...before, ...value };
  else throw new ScimFault('invalidValue', '"name" is an object.');
}

function changeEmails(draft: Draft, op: Operation['op'], path: Path, value: unknown): void {
  const before = Array.isArray(draft['emails']) ? (draft['emails'] as Resource[]) : [];
  const { of, part } = path;
  if (of === undefined) {
    const all = part === undefined ? value : value === undefined ? undefined : { [part]: value };
    const wanted = all === undefined ? [] : Array.isArray(all) ? all : [all];
    const after = op === 'add' ? withAdded(before, wanted) : wanted;
    draft['emails'] = after;
    return;
  }
  const change = part === undefined ? value : { [part]: value };
  const fitting = before.filter((one) => fits(one, of, 'emails'));
  if (op === 'remove' || value === undefined) {
    draft['emails'] = before.flatMap((one) => {
      if (!fitting.includes(one)) return [one];
      return part === undefined ? [] : [{ ...one, [part]: undefined }];
    });
  } else if (!isObject(change)) {
    throw new ScimFault('invalidValue', 'An address is an object with a "value".');
  } else if (fitting.length === 0) {
    draft['emails'] = withAdded(before, [{ ...meant(of), ...change }]);
  } else {
    draft['emails'] = before.map((one) => (fitting.includes(one) ? { ...one, ...change } : one));
  }
}

/** There is one primary address: the last that says so. */
function withAdded(before: readonly Resource[], added: readonly unknown[]): unknown[] {
  const first = added.some((one) => isObject(one) && isSet(member(one, 'primary')));
  return [...before.map((one) => (first ? { ...one, primary: false } : one)), ...added];
}

function isSet(flag: unknown): boolean {
  return ScimFlag.safeParse(flag).data === true;
}

/** What a value looks like that would fit a filter: `type eq "work"` means the address of work. */
function meant(filter: Filter): Resource {
  if (filter.kind === 'and') return { ...meant(filter.parts[0]), ...meant(filter.parts[1]) };
  if (filter.kind !== 'compare' || filter.with !== 'eq') return {};
  return { [filter.attribute.name]: filter.value };
}

function nameIn<Name extends string>(names: readonly Name[], given: string): Name | undefined {
  return names.find((name) => name.toLowerCase() === given.toLowerCase());
}
