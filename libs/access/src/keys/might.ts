import type { ProgramId, UnitKey } from '#lib/domain';
import { inSight, type Sight } from '#lib/projections';
import type { Tx } from '#lib/platform';
import { type Caller, type Grant, reachOf } from '../caller.js';
import { type Permission, PERMISSIONS_OF } from '../permissions.js';

/** What a key may do, and where. */
export interface Might extends Grant {
  readonly serverAdministrator: boolean;
}

/**
 * In what a key goes beyond somebody: it may do more (`role`, or `server`), elsewhere (`under`), or
 * record other milestones.
 */
export type Excess = 'server' | 'role' | 'under' | 'milestones';

/**
 * In what keys go beyond somebody who would make them, see them or have their secrets; undefined for
 * a key that does not. Of each permission of a key, the caller must have as much; and of
 * `administer`, since that is what is used.
 */
export async function excessesOf(
  tx: Tx,
  caller: Caller,
  mights: readonly Might[],
): Promise<readonly (Excess | undefined)[]> {
  const units = new Set<UnitKey>();
  for (const { under } of mights) if (under !== null) units.add(under as UnitKey);
  const seenBy = new Map<string, ReadonlySet<UnitKey>>();
  const seen = async (sight: Sight) => {
    const name = JSON.stringify(sight);
    const known = seenBy.get(name);
    if (known) return known;
    const viewer = { program: caller.program as ProgramId, sight };
    const found = await inSight(tx, viewer, [...units]);
    seenBy.set(name, found);
    return found;
  };
  const excesses: (Excess | undefined)[] = [];
  for (const might of mights) excesses.push(await excessOf(caller, might, seen));
  return excesses;
}

async function excessOf(
  caller: Caller,
  might: Might,
  seen: (sight: Sight) => Promise<ReadonlySet<UnitKey>>,
): Promise<Excess | undefined> {
  if (might.serverAdministrator && !caller.serverAdministrator) return 'server';
  for (const permission of ['administer' as const, ...permissionsOf(might)]) {
    const reach = reachOf(caller, permission);
    if (!reach) return 'role';
    if (reach.sight !== 'everything') {
      if (might.under === null) return 'under';
      if (!(await seen(reach.sight)).has(might.under as UnitKey)) return 'under';
    }
    const { milestones } = reach;
    if (milestones !== null && !might.milestones?.every((one) => milestones.includes(one))) {
      return 'milestones';
    }
  }
  return undefined;
}

/** The permissions that a grant gives. */
export function permissionsOf({ role, scopes }: Grant): readonly Permission[] {
  return PERMISSIONS_OF[role].filter((one) => scopes === null || scopes.includes(one));
}
