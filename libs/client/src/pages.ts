/**
 * The pages of the dashboard, as paths with `:name` for what differs. The api serves the dashboard at
 * each; links in mails and messages are made of them.
 */
export const PAGES = [
  '/',
  '/overview/:unit',
  '/units',
  '/units/:unit',
  '/units/:unit/history',
  '/units/:unit/roadmap',
  '/units/:unit/what-if',
  '/units/:unit/comments',
  '/roadmap',
  '/roadmap/:unit',
  '/alerts',
  '/proposals',
  '/board-packs',
  '/board-packs/:pack',
  '/models',
  '/models/:model',
  '/models/:model/upgrade',
  '/milestones',
  '/log',
  '/log/verification',
  '/imports',
  '/imports/new',
  '/imports/:import',
  '/people',
  '/groups',
  '/keys',
  '/audit',
  '/sources',
  '/sources/:source',
  '/subscriptions',
  '/subscriptions/:subscription',
  '/channels',
  '/channels/:channel',
  '/settings',
  '/account',
] as const;

/** The path of one page. */
export type Page = (typeof PAGES)[number];
