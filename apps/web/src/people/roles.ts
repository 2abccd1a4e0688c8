import type { Schemas } from '#lib/client';

export type Role = Schemas['Grant']['role'];

/** What each role is for, in a line. */
export const ROLE_TEXTS: Readonly<Record<Role, { readonly title: string; readonly may: string }>> =
  {
    administrator: { title: 'Administrator', may: 'everything, keys and people included' },
    'program-office': {
      title: 'Program office',
      may: 'records, corrects, plans, decides about advice',
    },
    executive: { title: 'Executive', may: 'reads' },
    integration: { title: 'Integration', may: 'records milestones; reads no units' },
    auditor: {
      title: 'Auditor',
      may: 'reads everything, the audit trail too, and verifies the log',
    },
  };

/** For choosing one. */
export const ROLE_CHOICES = Object.entries(ROLE_TEXTS).map(([value, { title, may }]) => ({
  value,
  label: `${title}: ${may}`,
}));
