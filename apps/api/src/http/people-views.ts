import type { Group, Person, RoleGrant } from '#lib/access';
import { instantText } from './instants.js';

/** A person as it is shown. */
export function personView({ id, name, email, active, externalId, ...times }: Person) {
  return { id, name, email, active, externalId, ...timesView(times) };
}

/** A group as it is shown. */
export function groupView({ id, name, externalId, members, ...times }: Group) {
  return { id, name, externalId, members, ...timesView(times) };
}

/** A grant as it is shown. @param name of the person or group */
export function grantView({ createdAt, ...grant }: RoleGrant, name: string) {
  return { ...grant, name, createdAt: instantText(createdAt) };
}

function timesView({ createdAt, changedAt }: Pick<Person, 'createdAt' | 'changedAt'>) {
  return { createdAt: instantText(createdAt), changedAt: instantText(changedAt) };
}

/** The page of a list whose items were asked for with one more than fit. */
export function pageById<Item extends { readonly id: string }>(
  found: readonly Item[],
  limit: number,
): { readonly shown: readonly Item[]; readonly next: string | null } {
  const shown = found.slice(0, limit);
  return { shown, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
