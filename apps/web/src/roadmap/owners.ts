import type { Schemas } from '#lib/client';

/** Somebody who answers for a target. */
export type Owner = NonNullable<Schemas['PlannedTarget']['owner']>;

/** Those who own some of the targets, by name, each once. */
export function ownersOf(rows: readonly { readonly owner: Owner | null }[]): readonly Owner[] {
  const owners = new Map<string, Owner>();
  for (const { owner } of rows) if (owner) owners.set(owner.email.toLowerCase(), owner);
  return [...owners.values()].sort((a, b) => a.name.localeCompare(b.name));
}
