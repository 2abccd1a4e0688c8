import { type Caller, gives, PERMISSIONS, type Permission, type SignedIn } from '#lib/access';
import { instantText } from '../http/instants.js';

/** What is known of somebody's program. */
export interface KnownProgram {
  readonly programName: string | null;
  readonly demo: 'here' | 'offered' | null;
}

/** Who somebody is, as the api answers it. */
export function sessionView(
  caller: Caller,
  signedIn: SignedIn | undefined,
  { programName, demo }: KnownProgram,
) {
  const all = Object.keys(PERMISSIONS) as Permission[];
  return {
    kind: caller.kind,
    id: caller.id,
    program: caller.program,
    programName,
    demo,
    name: caller.name,
    email: signedIn?.email ?? null,
    grants: caller.grants.map((grant) => ({
      role: grant.role,
      under: grant.under,
      permissions: all.filter((one) => gives(grant, one)),
    })),
    permissions: all.filter((one) => caller.grants.some((grant) => gives(grant, one))),
    signedIn: signedIn
      ? {
          method: signedIn.method,
          expiresAt: instantText(signedIn.expiresAt),
          password: signedIn.has.password,
          codes: signedIn.has.codes,
        }
      : null,
  };
}
