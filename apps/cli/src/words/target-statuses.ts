import type { Schemas } from '#lib/client';

/** How a target may stand. */
export const TARGET_STATUSES = [
  'done',
  'on-track',
  'at-risk',
  'late',
  'aim',
] as const satisfies readonly Schemas['TargetStatus'][];
