import { DEFAULT_PROGRAM, type Permission } from '#lib/access';

/**
 * Who may call a route: the permission that is needed, and where it must reach.
 * - `unit`: the `{unit}` of the path; out of sight, it is not there (404)
 * - `sight`: what the route reads or changes is narrowed to what is in sight
 * - `program`: the whole program, since what it does cannot be narrowed
 * - `anywhere`: it is the same for all who have the permission, however far it reaches
 */
export interface Rule {
  readonly needs: Permission;
  readonly reach: 'unit' | 'sight' | 'program' | 'anywhere';
  /** Who has only this permission may take back comments of their own. */
  readonly ownComments?: Permission;
  /** Only for keys of the server’s administrator. */
  readonly server?: true;
  /** Only in this program. */
  readonly only?: string;
}

/** Anybody who is signed in or has a key. */
export type Access = Rule | 'anybody-known';

const inUnit = (needs: Permission): Rule => ({ needs, reach: 'unit' });
const inSight = (needs: Permission): Rule => ({ needs, reach: 'sight' });
const inProgram = (needs: Permission): Rule => ({ needs, reach: 'program' });
const anywhere = (needs: Permission): Rule => ({ needs, reach: 'anywhere' });
const ofDefault = (needs: Permission): Rule => ({
  ...inProgram(needs),
  only: DEFAULT_PROGRAM,
});

/**
 * The one table of routes: a route that is neither here nor open is refused to everybody. HEAD goes
 * with GET.
 */
export const RULES: Readonly<Record<string, Access>> = {
  'GET /api/v1/session': 'anybody-known',
  'DELETE /api/v1/session': 'anybody-known',
  'DELETE /api/v1/session/others': 'anybody-known',
  'PUT /api/v1/session/password': 'anybody-known',
  'POST /api/v1/session/totp': 'anybody-known',
  'POST /api/v1/session/totp/confirmation': 'anybody-known',
  'POST /api/v1/session/totp/end': 'anybody-known',

  'GET /api/v1/program': anywhere('catalogue'),
  'PUT /api/v1/program': inProgram('curate'),
  'POST /api/v1/programs': { needs: 'administer', reach: 'program', server: true },

  'GET /api/v1/demo': ofDefault('administer'),
  'POST /api/v1/demo': ofDefault('administer'),
  'POST /api/v1/demo/visit': ofDefault('administer'),

  'POST /api/v1/keys': inSight('administer'),
  'GET /api/v1/keys': inSight('administer'),
  'PUT /api/v1/keys/:id': inSight('administer'),
  'POST /api/v1/keys/:id/rotation': inSight('administer'),
  'DELETE /api/v1/keys/:id': inSight('administer'),

  'GET /api/v1/people': inProgram('administer'),
  'POST /api/v1/people': inProgram('administer'),
  'GET /api/v1/people/names': inSight('decide'),
  'GET /api/v1/people/:id': inProgram('administer'),
  'PUT /api/v1/people/:id': inProgram('administer'),
  'DELETE /api/v1/people/:id': inProgram('administer'),
  'POST /api/v1/people/:id/recovery': inProgram('administer'),
  'GET /api/v1/groups': inProgram('administer'),
  'POST /api/v1/groups': inProgram('administer'),
  'GET /api/v1/groups/:id': inProgram('administer'),
  'PUT /api/v1/groups/:id': inProgram('administer'),
  'DELETE /api/v1/groups/:id': inProgram('administer'),
  'GET /api/v1/groups/:id/members': inProgram('administer'),
  'PUT /api/v1/groups/:id/members/:person': inProgram('administer'),
  'DELETE /api/v1/groups/:id/members/:person': inProgram('administer'),
  'GET /api/v1/grants': inSight('administer'),
  'POST /api/v1/grants': inSight('administer'),
  'DELETE /api/v1/grants/:id': inSight('administer'),

  'GET /api/v1/models': anywhere('catalogue'),
  'GET /api/v1/models/:model': anywhere('catalogue'),
  'POST /api/v1/models': inProgram('curate'),
  'POST /api/v1/models/imports': inProgram('curate'),
  'GET /api/v1/models/:model/upgrade': inSight('read'),
  'PUT /api/v1/models/:model/adoption': inProgram('curate'),
  'GET /api/v1/milestones': anywhere('catalogue'),
  'PUT /api/v1/milestones/:milestone': inProgram('curate'),

  'PUT /api/v1/units/:unit': inSight('organise'),
  'POST /api/v1/units': inSight('organise'),
  'GET /api/v1/units/:unit': inUnit('read'),
  'GET /api/v1/units': inSight('read'),
  'DELETE /api/v1/units/:unit': inUnit('organise'),
  'POST /api/v1/units/:unit/merger': inUnit('organise'),
  'POST /api/v1/units/:unit/reinstatement': inUnit('organise'),

  'POST /api/v1/units/:unit/milestones': inUnit('emit'),
  'POST /api/v1/units/:unit/lapses': inUnit('emit'),
  'POST /api/v1/units/:unit/assessments': inUnit('emit'),
  'POST /api/v1/units/:unit/waivers': inUnit('record'),
  'POST /api/v1/units/:unit/waivers/:event/end': inUnit('record'),
  'POST /api/v1/units/:unit/retractions': { ...inUnit('record'), ownComments: 'comment' },
  'POST /api/v1/units/:unit/corrections': inUnit('record'),
  'POST /api/v1/events': inSight('emit'),
  'GET /api/v1/ready-made-rules': inProgram('integrate'),
  'GET /api/v1/sources': inProgram('integrate'),
  'PUT /api/v1/sources/:source': inProgram('integrate'),
  'GET /api/v1/sources/:source': inProgram('integrate'),
  'DELETE /api/v1/sources/:source': inProgram('integrate'),
  'POST /api/v1/sources/:source/rotation': inProgram('integrate'),
  'GET /api/v1/sources/:source/mappings': inProgram('integrate'),
  'GET /api/v1/sources/:source/mappings/:version': inProgram('integrate'),
  'GET /api/v1/sources/:source/deliveries': inProgram('integrate'),
  'GET /api/v1/sources/:source/deliveries/:id': inProgram('integrate'),
  'POST /api/v1/sources/:source/deliveries/:id/replay': inProgram('integrate'),
  'POST /api/v1/sources/:source/deliveries/replay': inProgram('integrate'),
  'POST /api/v1/sources/:source/dry-run': inProgram('integrate'),
  'POST /api/v1/sources/:source/undo': inProgram('integrate'),
  'GET /api/v1/sources/:source/unmatched': inProgram('integrate'),
  'GET /api/v1/sources/:source/matches': inProgram('integrate'),
  'PUT /api/v1/sources/:source/matches/:external': inProgram('integrate'),
  'DELETE /api/v1/sources/:source/matches/:external': inProgram('integrate'),
  'GET /api/v1/channels': inProgram('integrate'),
  'PUT /api/v1/channels/:name': inProgram('integrate'),
  'GET /api/v1/channels/:name': inProgram('integrate'),
  'DELETE /api/v1/channels/:name': inProgram('integrate'),
  'POST /api/v1/channels/:name/test': inProgram('integrate'),
  'GET /api/v1/channels/:name/messages': inProgram('integrate'),
  'GET /api/v1/channels/:name/messages/:id': inProgram('integrate'),
  'GET /api/v1/notices': inProgram('integrate'),
  'GET /api/v1/subscriptions': inProgram('integrate'),
  'PUT /api/v1/subscriptions/:name': inProgram('integrate'),
  'GET /api/v1/subscriptions/:name': inProgram('integrate'),
  'DELETE /api/v1/subscriptions/:name': inProgram('integrate'),
  'POST /api/v1/subscriptions/:name/rotation': inProgram('integrate'),
  'POST /api/v1/subscriptions/:name/test': inProgram('integrate'),
  'GET /api/v1/subscriptions/:name/deliveries': inProgram('integrate'),
  'POST /api/v1/subscriptions/:name/deliveries/:id/redelivery': inProgram('integrate'),

  'POST /api/v1/imports': inProgram('integrate'),
  'GET /api/v1/imports': inProgram('integrate'),
  'GET /api/v1/imports/:id': inProgram('integrate'),
  'GET /api/v1/imports/:id/events': inProgram('integrate'),
  'POST /api/v1/imports/:id/undo': inProgram('integrate'),

  'POST /api/v1/units/:unit/comments': inUnit('comment'),
  'GET /api/v1/units/:unit/comments': inUnit('read'),

  'GET /api/v1/proposals': inSight('read'),
  'GET /api/v1/proposals/:id': inSight('read'),
  'POST /api/v1/proposals/:id/approval': inSight('approve'),
  'POST /api/v1/proposals/:id/rejection': inSight('approve'),
  'POST /api/v1/proposals/:id/withdrawal': inSight('record'),

  'GET /api/v1/units/:unit/standings': inUnit('read'),
  'GET /api/v1/units/:unit/history': inUnit('read'),
  'POST /api/v1/units/:unit/what-if': inUnit('read'),
  'POST /api/v1/units/:unit/what-if/plan': inUnit('plan'),
  'GET /api/v1/units/:unit/forecast': inUnit('read'),

  'PUT /api/v1/units/:unit/targets/:target': inUnit('plan'),
  'DELETE /api/v1/units/:unit/targets/:target': inUnit('plan'),
  'GET /api/v1/units/:unit/roadmap': inUnit('read'),
  'PUT /api/v1/rollups/:unit/targets/:target': inUnit('plan'),
  'DELETE /api/v1/rollups/:unit/targets/:target': inUnit('plan'),
  'GET /api/v1/rollups/:unit/roadmap': inUnit('read'),
  'GET /api/v1/exports/roadmap.ics': inSight('read'),
  'POST /api/v1/calendar-links': inSight('plan'),
  'GET /api/v1/calendar-links': inSight('plan'),
  'DELETE /api/v1/calendar-links/:id': inSight('plan'),

  // shows figures: it asks for `read` itself
  'POST /api/v1/board-packs': inSight('plan'),
  'GET /api/v1/board-packs': inSight('read'),
  'GET /api/v1/board-packs/:id': inSight('read'),
  'GET /api/v1/board-packs/:id/pack.pdf': inSight('read'),
  'GET /api/v1/board-packs/:id/pack.xlsx': inSight('read'),

  'GET /api/v1/rollups/:unit': inUnit('read'),
  'GET /api/v1/rollups/:unit/heatmap': inUnit('read'),
  'GET /api/v1/rollups/:unit/disagreements': inUnit('read'),
  'GET /api/v1/rollups/:unit/trend': inUnit('read'),
  'GET /api/v1/rollups/:unit/transitions': inUnit('read'),
  'GET /api/v1/rollups/:unit/changes': inUnit('read'),
  'GET /api/v1/rollups/:unit/blockers': inUnit('read'),
  'GET /api/v1/rollups/:unit/best-moves': inUnit('read'),
  'GET /api/v1/rollups/:unit/forecast': inUnit('read'),
  'POST /api/v1/rollups/:unit/what-if': inUnit('read'),
  'POST /api/v1/rollups/:unit/what-if/plan': inUnit('plan'),

  'GET /api/v1/units/:unit/recommendations': inUnit('read'),
  'GET /api/v1/recommendations': inSight('read'),
  'POST /api/v1/recommendations/:id/decision': inSight('decide'),
  'GET /api/v1/alerts': inSight('read'),
  'GET /api/v1/alerts/summary': inSight('read'),
  'POST /api/v1/alerts/:id/acknowledgement': inSight('decide'),
  'POST /api/v1/alerts/:id/snooze': inSight('decide'),
  'POST /api/v1/alerts/:id/assignment': inSight('decide'),
  'POST /api/v1/alerts/:id/resolution': inSight('decide'),

  'POST /api/v1/erasures': inProgram('erase'),
  'POST /api/v1/erasures/report': inProgram('erase'),
  'GET /api/v1/erasures': inProgram('erase'),

  'GET /api/v1/audit': inProgram('audit'),
  'GET /api/v1/exports/:file': inSight('read'),
  'GET /api/v1/exports/audit.jsonl': inProgram('audit'),

  'GET /api/v1/log': inSight('read'),
  'GET /api/v1/log/verification': inProgram('verify'),
  // with the keys of its texts it takes `transfer`, which the route asks for itself
  'GET /api/v1/log/export': inProgram('verify'),
  'GET /api/v1/log/heads': inProgram('verify'),
  'POST /api/v1/log/heads': inProgram('verify'),
  'POST /api/v1/log/import': inProgram('transfer'),
  'GET /api/v1/stream': inSight('read'),

  'GET /scim/v2/ServiceProviderConfig': anywhere('provision'),
  'GET /scim/v2/ResourceTypes': anywhere('provision'),
  'GET /scim/v2/ResourceTypes/:id': anywhere('provision'),
  'GET /scim/v2/Schemas': anywhere('provision'),
  'GET /scim/v2/Schemas/:id': anywhere('provision'),
  'GET /scim/v2/Users': inProgram('provision'),
  'POST /scim/v2/Users': inProgram('provision'),
  'GET /scim/v2/Users/:id': inProgram('provision'),
  'PUT /scim/v2/Users/:id': inProgram('provision'),
  'PATCH /scim/v2/Users/:id': inProgram('provision'),
  'DELETE /scim/v2/Users/:id': inProgram('provision'),
  'GET /scim/v2/Groups': inProgram('provision'),
  'POST /scim/v2/Groups': inProgram('provision'),
  'GET /scim/v2/Groups/:id': inProgram('provision'),
  'PUT /scim/v2/Groups/:id': inProgram('provision'),
  'PATCH /scim/v2/Groups/:id': inProgram('provision'),
  'DELETE /scim/v2/Groups/:id': inProgram('provision'),
};

/** The rule of a route; undefined when it has none. */
export function ruleOf(method: string, url: string | undefined): Access | undefined {
  const known = `${method === 'HEAD' ? 'GET' : method} ${url ?? ''}`;
  return Object.hasOwn(RULES, known) ? RULES[known] : undefined;
}
