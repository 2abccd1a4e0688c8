import type { Schemas } from '#lib/client';
import { api } from './client.js';

/** What somebody may be allowed to do. The names are those of the api's documentation. */
export type Permission =
  | 'catalogue'
  | 'read'
  | 'emit'
  | 'record'
  | 'approve'
  | 'comment'
  | 'organise'
  | 'plan'
  | 'decide'
  | 'curate'
  | 'integrate'
  | 'administer'
  | 'audit'
  | 'verify'
  | 'transfer'
  | 'erase';

export type Session = Schemas['Session'];

/** Who is signed in; suspends until that is known. */
export function useSession(): Session {
  return api.useSuspenseQuery('get', '/api/v1/session').data;
}

/** The program that is looked at; suspends until it is known. */
export function useProgram(): Schemas['Program'] {
  return api.useSuspenseQuery('get', '/api/v1/program').data;
}

/** The model that heads the pages: the program's choice, else the first that it follows. */
export function useHeadline(): string | undefined {
  const { headline, models } = useProgram();
  return headline ?? models[0];
}

/** Whether somebody may do something anywhere at all. */
export function may({ permissions }: Session, permission: Permission): boolean {
  return permissions.includes(permission);
}

/** Whether somebody may do something in the whole program. */
export function mayEverywhere({ grants }: Session, permission: Permission): boolean {
  return grants.some(
    ({ under, permissions }) => under === null && permissions.includes(permission),
  );
}

/** Whether somebody may do something with a unit. @param path the unit itself and its ancestors */
export function mayAt(
  { grants }: Session,
  permission: Permission,
  path: readonly string[],
): boolean {
  return grants.some(
    ({ under, permissions }) =>
      permissions.includes(permission) && (under === null || path.includes(under)),
  );
}
