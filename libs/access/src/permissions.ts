/** What a person or a key may be: a name for a set of permissions. */
export const ROLES = [
  'administrator',
  'program-office',
  'executive',
  'integration',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** What can be allowed, and what it opens. */
export const PERMISSIONS = {
  catalogue: 'models, the dictionary of milestones and the name of the program',
  read: 'units, standings, roadmaps, rollups, advice, the log and the live stream',
  comment: 'commenting on units, and taking back comments of one’s own',
  emit: 'recording that milestones were achieved, lapsed or assessed',
  record: 'waivers, retractions and corrections',
  approve: 'approving what others proposed',
  organise: 'registering, changing, moving, merging and retiring units',
  plan: 'targets and calendar links',
  decide: 'deciding about recommendations and alerts',
  curate: 'models, the dictionary and the settings of the program',
  integrate: 'sources, mappings, imports of sheets, subscriptions and channels',
  administer: 'keys, people, groups and roles',
  provision: 'people and groups by SCIM',
  audit: 'the audit trail',
  verify: 'verifying the log, its signed heads and exports without the keys of its texts',
  transfer: 'exporting the log with the keys of its texts, and importing one',
  erase: 'erasing what a person wrote and what identifies them',
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** The one table of what each role may do. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: Object.keys(PERMISSIONS) as Permission[],
  'program-office': [
    'catalogue',
    'read',
    'comment',
    'emit',
    'record',
    'approve',
    'organise',
    'plan',
    'decide',
    'integrate',
  ],
  executive: ['catalogue', 'read', 'comment'],
  integration: ['catalogue', 'emit'],
  auditor: ['catalogue', 'read', 'audit', 'verify'],
};
