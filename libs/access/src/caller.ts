import type { UnitKey } from '#lib/domain';
import type { Reach } from '#lib/projections';
import { type Permission, PERMISSIONS_OF, type Role } from './permissions.js';

/** A role, and how far it reaches. */
export interface Grant {
  readonly role: Role;
  /** It holds for this unit and all below it, by the tree as it stands now; null: for the whole program. */
  readonly under: string | null;
  /** The only milestones that may be recorded; null: any. */
  readonly milestones: readonly string[] | null;
  /** The only permissions of the role that it gives; null: all of them. */
  readonly scopes: readonly Permission[] | null;
}

/** Who a request comes from. */
export interface Caller {
  readonly program: string;
  /** The UUID of the key or of the person: the author of what is recorded. */
  readonly id: string;
  readonly kind: 'key' | 'person';
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Whether it may make programs. */
  readonly serverAdministrator: boolean;
  /** What a key may ask for in a second; null: what the server allows by default. */
  readonly requestsPerSecond: number | null;
}

/** How far a permission reaches; undefined when the caller does not have it. */
export function reachOf(caller: Caller, permission: Permission): Reach | undefined {
  const giving = caller.grants.filter((grant) => gives(grant, permission));
  if (giving.length === 0) return undefined;
  const tops = union(giving.map(({ under }) => (under === null ? null : [under])));
  return {
    sight: tops === null ? 'everything' : (tops as readonly UnitKey[]),
    milestones: union(giving.map(({ milestones }) => milestones)),
  };
}

/** Whether a grant gives a permission, wherever it does. */
export function gives({ role, scopes }: Grant, permission: Permission): boolean {
  return (
    PERMISSIONS_OF[role].includes(permission) && (scopes === null || scopes.includes(permission))
  );
}

/** Everything that is in one of several limits; null is no limit. */
function union(limits: readonly (readonly string[] | null)[]): readonly string[] | null {
  const all = new Set<string>();
  for (const limit of limits) {
    if (limit === null) return null;
    for (const one of limit) all.add(one);
  }
  return [...all];
}
