import type { Visitor } from '#lib/access';

/** As whom people look around in the demo: its administrator, and nobody in particular. */
export const VISITOR: Visitor = { name: 'Demo visitor', email: 'visitor@example.com' };
