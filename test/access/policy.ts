/**
 * Who may call what, as it was decided: written by hand, beside the table that the guard goes by, so
 * that the two have to be changed together. A administrator, P program office, E executive,
 * I integration, U auditor; `*` anybody who is known, `S` the administrator of the server, `D`
 * administrators of the program `default`.
 * Then how far it reaches: `unit`, the unit of the path must be in sight; `seen`, it is narrowed to
 * what is in sight; `whole`, only for those who are limited to nothing; `same`, the same for all.
 */
const TABLE = `
GET    /api/v1/session                                    *     same
DELETE /api/v1/session                                    *     same
DELETE /api/v1/session/others                             *     same
PUT    /api/v1/session/password                           *     same
POST   /api/v1/session/totp                               *     same
POST   /api/v1/session/totp/confirmation                  *     same
POST   /api/v1/session/totp/end                           *     same
GET    /api/v1/session                                    *     same
DELETE /api/v1/session                                    *     same
DELETE /api/v1/session/others                             *     same
PUT    /api/v1/session/password                           *     same
POST   /api/v1/session/totp                               *     same
POST   /api/v1/session/totp/confirmation                  *     same
POST   /api/v1/session/totp/end                           *     same
GET    /api/v1/program                                    APEIU same
PUT    /api/v1/program                                    A     whole
POST   /api/v1/programs                                   S     whole
GET    /api/v1/demo                                       D     whole
POST   /api/v1/demo                                       D     whole
POST   /api/v1/demo/visit                                 D     whole
POST   /api/v1/keys                                       A     seen
GET    /api/v1/keys                                       A     seen
PUT    /api/v1/keys/{id}                                  A     seen
POST   /api/v1/keys/{id}/rotation                         A     seen
DELETE /api/v1/keys/{id}                                  A     seen
GET    /api/v1/people                                     A     whole
POST   /api/v1/people                                     A     whole
GET    /api/v1/people/names                               AP    seen
GET    /api/v1/people/{id}                                A     whole
PUT    /api/v1/people/{id}                                A     whole
DELETE /api/v1/people/{id}                                A     whole
POST   /api/v1/people/{id}/recovery                       A     whole
GET    /api/v1/groups                                     A     whole
POST   /api/v1/groups                                     A     whole
GET    /api/v1/groups/{id}                                A     whole
PUT    /api/v1/groups/{id}                                A     whole
DELETE /api/v1/groups/{id}                                A     whole
GET    /api/v1/groups/{id}/members                        A     whole
PUT    /api/v1/groups/{id}/members/{person}               A     whole
DELETE /api/v1/groups/{id}/members/{person}               A     whole
GET    /api/v1/grants                                     A     seen
POST   /api/v1/grants                                     A     seen
DELETE /api/v1/grants/{id}                                A     seen
GET    /api/v1/people                                     A     whole
POST   /api/v1/people                                     A     whole
GET    /api/v1/people/{id}                                A     whole
PUT    /api/v1/people/{id}                                A     whole
DELETE /api/v1/people/{id}                                A     whole
POST   /api/v1/people/{id}/recovery                       A     whole
GET    /api/v1/groups                                     A     whole
POST   /api/v1/groups                                     A     whole
GET    /api/v1/groups/{id}                                A     whole
PUT    /api/v1/groups/{id}                                A     whole
DELETE /api/v1/groups/{id}                                A     whole
GET    /api/v1/groups/{id}/members                        A     whole
PUT    /api/v1/groups/{id}/members/{person}               A     whole
DELETE /api/v1/groups/{id}/members/{person}               A     whole
GET    /api/v1/grants                                     A     seen
POST   /api/v1/grants                                     A     seen
DELETE /api/v1/grants/{id}                                A     seen
GET    /api/v1/models                                     APEIU same
GET    /api/v1/models/{model}                             APEIU same
POST   /api/v1/models                                     A     whole
POST   /api/v1/models/imports                             A     whole
GET    /api/v1/models/{model}/upgrade                     APEU  seen
PUT    /api/v1/models/{model}/adoption                    A     whole
GET    /api/v1/milestones                                 APEIU same
PUT    /api/v1/milestones/{milestone}                     A     whole
PUT    /api/v1/units/{unit}                               AP    seen
POST   /api/v1/units                                      AP    seen
GET    /api/v1/units/{unit}                               APEU  unit
GET    /api/v1/units                                      APEU  seen
DELETE /api/v1/units/{unit}                               AP    unit
POST   /api/v1/units/{unit}/merger                        AP    unit
POST   /api/v1/units/{unit}/reinstatement                 AP    unit
POST   /api/v1/units/{unit}/milestones                    API   unit
POST   /api/v1/units/{unit}/lapses                        API   unit
POST   /api/v1/units/{unit}/assessments                   API   unit
POST   /api/v1/units/{unit}/waivers                       AP    unit
POST   /api/v1/units/{unit}/waivers/{event}/end           AP    unit
POST   /api/v1/units/{unit}/retractions                   APE   unit
POST   /api/v1/units/{unit}/corrections                   AP    unit
POST   /api/v1/events                                     API   seen
GET    /api/v1/ready-made-rules                           AP    whole
GET    /api/v1/sources                                    AP    whole
PUT    /api/v1/sources/{source}                           AP    whole
GET    /api/v1/sources/{source}                           AP    whole
DELETE /api/v1/sources/{source}                           AP    whole
POST   /api/v1/sources/{source}/rotation                  AP    whole
GET    /api/v1/sources/{source}/mappings                  AP    whole
GET    /api/v1/sources/{source}/mappings/{version}        AP    whole
GET    /api/v1/sources/{source}/deliveries                AP    whole
GET    /api/v1/sources/{source}/deliveries/{id}           AP    whole
POST   /api/v1/sources/{source}/deliveries/{id}/replay    AP    whole
POST   /api/v1/sources/{source}/deliveries/replay         AP    whole
POST   /api/v1/sources/{source}/dry-run                   AP    whole
POST   /api/v1/sources/{source}/undo                      AP    whole
GET    /api/v1/sources/{source}/unmatched                 AP    whole
GET    /api/v1/sources/{source}/matches                   AP    whole
PUT    /api/v1/sources/{source}/matches/{external}        AP    whole
DELETE /api/v1/sources/{source}/matches/{external}        AP    whole
GET    /api/v1/channels                                   AP    whole
PUT    /api/v1/channels/{name}                            AP    whole
GET    /api/v1/channels/{name}                            AP    whole
DELETE /api/v1/channels/{name}                            AP    whole
POST   /api/v1/channels/{name}/test                       AP    whole
GET    /api/v1/channels/{name}/messages                   AP    whole
GET    /api/v1/channels/{name}/messages/{id}              AP    whole
GET    /api/v1/notices                                    AP    whole
GET    /api/v1/subscriptions                              AP    whole
PUT    /api/v1/subscriptions/{name}                       AP    whole
GET    /api/v1/subscriptions/{name}                       AP    whole
DELETE /api/v1/subscriptions/{name}                       AP    whole
POST   /api/v1/subscriptions/{name}/rotation              AP    whole
POST   /api/v1/subscriptions/{name}/test                  AP    whole
GET    /api/v1/subscriptions/{name}/deliveries            AP    whole
POST   /api/v1/subscriptions/{name}/deliveries/{id}/redelivery AP    whole
GET    /api/v1/exports/{file}                             APEU  seen
POST   /api/v1/imports                                    AP    whole
GET    /api/v1/imports                                    AP    whole
GET    /api/v1/imports/{id}                               AP    whole
GET    /api/v1/imports/{id}/events                        AP    whole
POST   /api/v1/imports/{id}/undo                          AP    whole
POST   /api/v1/units/{unit}/comments                      APE   unit
GET    /api/v1/units/{unit}/comments                      APEU  unit
GET    /api/v1/proposals                                  APEU  seen
GET    /api/v1/proposals/{id}                             APEU  seen
POST   /api/v1/proposals/{id}/approval                    AP    seen
POST   /api/v1/proposals/{id}/rejection                   AP    seen
POST   /api/v1/proposals/{id}/withdrawal                  AP    seen
GET    /api/v1/proposals                                  APEU  seen
GET    /api/v1/proposals/{id}                             APEU  seen
POST   /api/v1/proposals/{id}/approval                    AP    seen
POST   /api/v1/proposals/{id}/rejection                   AP    seen
POST   /api/v1/proposals/{id}/withdrawal                  AP    seen
GET    /api/v1/units/{unit}/standings                     APEU  unit
GET    /api/v1/units/{unit}/history                       APEU  unit
POST   /api/v1/units/{unit}/what-if                       APEU  unit
POST   /api/v1/units/{unit}/what-if/plan                  AP    unit
GET    /api/v1/units/{unit}/forecast                      APEU  unit
PUT    /api/v1/units/{unit}/targets/{target}              AP    unit
DELETE /api/v1/units/{unit}/targets/{target}              AP    unit
GET    /api/v1/units/{unit}/roadmap                       APEU  unit
PUT    /api/v1/rollups/{unit}/targets/{target}            AP    unit
DELETE /api/v1/rollups/{unit}/targets/{target}            AP    unit
GET    /api/v1/rollups/{unit}/roadmap                     APEU  unit
GET    /api/v1/exports/roadmap.ics                        APEU  seen
POST   /api/v1/calendar-links                             AP    seen
GET    /api/v1/calendar-links                             AP    seen
DELETE /api/v1/calendar-links/{id}                        AP    seen
POST   /api/v1/board-packs                                AP    seen
GET    /api/v1/board-packs                                APEU  seen
GET    /api/v1/board-packs/{id}                           APEU  seen
GET    /api/v1/board-packs/{id}/pack.pdf                  APEU  seen
GET    /api/v1/board-packs/{id}/pack.xlsx                 APEU  seen
GET    /api/v1/rollups/{unit}                             APEU  unit
GET    /api/v1/rollups/{unit}/heatmap                     APEU  unit
GET    /api/v1/rollups/{unit}/disagreements               APEU  unit
GET    /api/v1/rollups/{unit}/trend                       APEU  unit
GET    /api/v1/rollups/{unit}/transitions                 APEU  unit
GET    /api/v1/rollups/{unit}/changes                     APEU  unit
GET    /api/v1/rollups/{unit}/blockers                    APEU  unit
GET    /api/v1/rollups/{unit}/best-moves                  APEU  unit
GET    /api/v1/rollups/{unit}/forecast                    APEU  unit
POST   /api/v1/rollups/{unit}/what-if                     APEU  unit
POST   /api/v1/rollups/{unit}/what-if/plan                AP    unit
GET    /api/v1/units/{unit}/recommendations               APEU  unit
GET    /api/v1/recommendations                            APEU  seen
POST   /api/v1/recommendations/{id}/decision              AP    seen
GET    /api/v1/alerts                                     APEU  seen
GET    /api/v1/alerts/summary                             APEU  seen
POST   /api/v1/alerts/{id}/acknowledgement                AP    seen
POST   /api/v1/alerts/{id}/snooze                         AP    seen
POST   /api/v1/alerts/{id}/assignment                     AP    seen
POST   /api/v1/alerts/{id}/resolution                     AP    seen
POST   /api/v1/erasures                                   A     whole
POST   /api/v1/erasures/report                            A     whole
GET    /api/v1/erasures                                   A     whole
POST   /api/v1/erasures                                   A     whole
GET    /api/v1/erasures                                   A     whole
GET    /api/v1/audit                                      AU    whole
GET    /api/v1/exports/audit.jsonl                        AU    whole
GET    /api/v1/log                                        APEU  seen
GET    /api/v1/audit                                      AU    whole
GET    /api/v1/exports/audit.jsonl                        AU    whole
GET    /api/v1/log/verification                           AU    whole
GET    /api/v1/log/heads                                  AU    whole
POST   /api/v1/log/heads                                  AU    whole
GET    /api/v1/log/export                                 AU    whole
GET    /api/v1/log/heads                                  AU    whole
POST   /api/v1/log/heads                                  AU    whole
POST   /api/v1/log/import                                 A     whole
GET    /api/v1/stream                                     APEU  seen
GET    /scim/v2/ServiceProviderConfig                     A     same
GET    /scim/v2/ResourceTypes                             A     same
GET    /scim/v2/ResourceTypes/{id}                        A     same
GET    /scim/v2/Schemas                                   A     same
GET    /scim/v2/Schemas/{id}                              A     same
GET    /scim/v2/Users                                     A     whole
POST   /scim/v2/Users                                     A     whole
GET    /scim/v2/Users/{id}                                A     whole
PUT    /scim/v2/Users/{id}                                A     whole
PATCH  /scim/v2/Users/{id}                                A     whole
DELETE /scim/v2/Users/{id}                                A     whole
GET    /scim/v2/Groups                                    A     whole
POST   /scim/v2/Groups                                    A     whole
GET    /scim/v2/Groups/{id}                               A     whole
PUT    /scim/v2/Groups/{id}                               A     whole
PATCH  /scim/v2/Groups/{id}                               A     whole
DELETE /scim/v2/Groups/{id}                               A     whole
`;

const INITIALS = {
  A: 'administrator',
  P: 'program-office',
  E: 'executive',
  I: 'integration',
  U: 'auditor',
} as const;

/** Who is named by something else than roles. */
const NAMED: Readonly<Record<string, 'everybody' | 'server' | 'default'>> = {
  '*': 'everybody',
  S: 'server',
  D: 'default',
};

export const ROLES = Object.values(INITIALS);
export type RoleName = (typeof ROLES)[number];

/** What was decided about one route. */
export interface Decided {
  readonly who: 'everybody' | 'server' | 'default' | ReadonlySet<RoleName>;
  readonly reach: 'unit' | 'seen' | 'whole' | 'same';
}

/** By method and path, as the OpenAPI document writes them. */
export const POLICY: ReadonlyMap<string, Decided> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line): [string, Decided] => {
      const [method, path, who = '', reach] = line.split(/\s+/);
      const roles = who.split('').map((initial) => INITIALS[initial as keyof typeof INITIALS]);
      return [
        `${method} ${path}`,
        {
          who: NAMED[who] ?? new Set(roles),
          reach: reach as Decided['reach'],
        },
      ];
    }),
);
