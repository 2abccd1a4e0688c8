import type { UnitKey } from '#lib/domain';
import type { Masks, Viewer } from '#lib/projections';
import type { Proposal } from '#lib/recording';
import { instantText } from './instants.js';

/** A proposal as answers show it, to one who sees some units. */
export async function proposalView(masks: Masks, viewer: Viewer, proposal: Proposal) {
  const { proposedAt, expiresAt, decidedAt, wanted, ...rest } = proposal;
  return {
    ...rest,
    wanted: wanted === null ? null : await asSent(masks, viewer, wanted),
    proposedAt: instantText(proposedAt),
    expiresAt: instantText(expiresAt),
    decidedAt: decidedAt === null ? null : instantText(decidedAt),
  };
}

/** The body that was sent; a parent out of sight is null. */
async function asSent(masks: Masks, viewer: Viewer, wanted: unknown) {
  const { changes = {}, ...rest } = wanted as { readonly changes?: object };
  const body: { readonly parent?: UnitKey | null } = { ...rest, ...changes };
  if (typeof body.parent !== 'string') return body;
  const [masked] = await masks.units(viewer, [{ parent: body.parent }]);
  return { ...body, parent: masked?.parent ?? null };
}
