import type { Instant } from '#lib/domain';
import type { Seals } from '#lib/event-log';

/** What of a subscription nobody is shown again. */
export interface Confidential {
  readonly url: string;
  /** The one in force first; `until` of one that was rotated away. */
  readonly secrets: readonly { readonly secret: string; readonly until: Instant | null }[];
}

/** What this needs of the seals of the log. */
export type MasterSeals = Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>;

/** Where a secret belongs; sealed for one subscription, it opens for no other. */
const placeOf = (program: string, id: string) => `subscription ${program} ${id}`;

export function sealed(
  seals: MasterSeals,
  program: string,
  id: string,
  content: Confidential,
): Buffer {
  return seals.sealUnderMaster(JSON.stringify(content), placeOf(program, id));
}

/** What was sealed; undefined when another server did it. Secrets that are over are left out. */
export function unsealed(
  seals: MasterSeals,
  program: string,
  row: { readonly id: string; readonly sealed: Buffer },
  now: Instant,
): Confidential | undefined {
  const text = seals.unsealUnderMaster(row.sealed, placeOf(program, row.id));
  if (text === undefined) return undefined;
  const { url, secrets } = JSON.parse(text) as Confidential;
  return { url, secrets: secrets.filter(({ until }) => until === null || until > now) };
}
