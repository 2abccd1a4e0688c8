import { type Owner, parseDue, type ProgramId, type Target } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';

/** The same targets with their owners in clear; texts whose key is gone read as erased. */
export async function ownersInClear<Planned extends Target>(
  tx: Tx,
  log: Pick<EventLog, 'owners'>,
  program: ProgramId,
  targets: readonly Planned[],
): Promise<readonly Planned[]> {
  const owned = targets.filter(({ owner }) => owner !== null);
  if (owned.length === 0) return targets;
  const clear = await log.owners(
    tx,
    program,
    owned.map(({ owner }) => owner as Owner),
  );
  const byTarget = new Map(owned.map((target, index) => [target, clear[index] as Owner]));
  return targets.map((target) => ({ ...target, owner: byTarget.get(target) ?? null }));
}

/** The earliest date first, aims last; then by unit and key. */
export function earliestFirst(a: Target, b: Target): number {
  return deadlineOf(a) - deadlineOf(b) || compare(a.unit, b.unit) || compare(a.target, b.target);
}

/** Aims come after everything that has a date. */
function deadlineOf({ due }: Target): number {
  return (due === null ? undefined : parseDue(due)?.deadline) ?? Number.MAX_SAFE_INTEGER;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
