import type { ProgramId } from '#lib/domain';
import { ERASED, type Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { ChannelKind, ChannelRow } from './channel.js';

/** An address as it is kept: one of a person under their key, so that it goes when they are erased. */
export type KeptAddress = Pick<ChannelRow, 'sealed' | 'subject' | 'address'>;

export type ChannelSeals = Pick<
  Seals,
  'seal' | 'unseal' | 'mailSubject' | 'sealUnderMaster' | 'unsealUnderMaster'
>;

const placeOf = (program: string, id: string) => `channel ${program} ${id}`;

export async function keepAddress(
  tx: Tx,
  seals: ChannelSeals,
  program: ProgramId,
  {
    id,
    kind,
    address,
  }: { readonly id: string; readonly kind: ChannelKind; readonly address: string },
): Promise<KeptAddress> {
  if (kind !== 'email') {
    const sealed = seals.sealUnderMaster(address, placeOf(program, id));
    return { sealed, subject: null, address: null };
  }
  const subject = await seals.mailSubject(tx, program, address);
  const kept = await seals.seal(tx, program, subject, { address });
  return { sealed: null, subject, address: kept.address ?? null };
}

/** The address in clear; `erased`: its owner was erased; undefined: another server sealed it. */
export async function addressOf(
  tx: Tx,
  seals: ChannelSeals,
  program: ProgramId,
  row: KeptAddress & { readonly id: string },
): Promise<string | 'erased' | undefined> {
  if (row.sealed) return seals.unsealUnderMaster(row.sealed, placeOf(program, row.id));
  if (row.subject === null || row.address === null) return undefined;
  const kept = { subject: row.subject, sealed: { address: row.address } };
  const [clear] = await seals.unseal(tx, program, [kept]);
  return clear?.address === ERASED ? 'erased' : clear?.address;
}
