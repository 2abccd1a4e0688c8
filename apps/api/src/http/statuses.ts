import type * as access from '#lib/access';
import type * as catalogue from '#lib/catalogue';
import type * as demo from '#lib/demo';
import type * as eventLog from '#lib/event-log';
import type * as integrations from '#lib/integrations';
import type * as platform from '#lib/platform';
import type * as projections from '#lib/projections';
import type { Faulty, RefusalCode } from '#lib/recording';
import type { HttpCode } from './http-problem.js';

/** The codes of all error classes that a lib exports. */
type CodesOf<Lib> = {
  [Name in keyof Lib]: Lib[Name] extends abstract new (
    ...parts: never[]
  ) => Error & { readonly code: infer Code extends string }
    ? string extends Code
      ? never
      : Code
    : never;
}[keyof Lib];

/** Errors that end a start or a rebuild and are never met by a request. */
type OfOperators =
  | 'administrator-key-unfit'
  | 'data-dir-in-use'
  | 'database-unfit'
  | 'embedded-postgres'
  | 'model-files'
  | 'nothing-to-borrow'
  | 'shared-model-edited'
  | 'environment'
  | 'secrets'
  | 'sign-in-settings'
  | 'unfit'
  | 'unreadable-given';

export type ErrorCode =
  | HttpCode
  | RefusalCode
  | Faulty['code']
  | 'database-unavailable'
  | Exclude<CodesOf<typeof access>, OfOperators>
  | Exclude<CodesOf<typeof catalogue>, OfOperators>
  | CodesOf<typeof demo>
  | Exclude<CodesOf<typeof eventLog>, OfOperators>
  | CodesOf<typeof integrations>
  | Exclude<CodesOf<typeof platform>, OfOperators>
  | CodesOf<typeof projections>;

/** The HTTP status and title of every error code: a code without a status does not compile. */
export const STATUSES: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  malformed: [400, 'The request is malformed'],
  'unstorable-text': [400, 'The request is malformed'],

  unauthenticated: [401, 'A key is needed'],
  'origin-unproven': [401, 'The proof of origin does not hold'],
  'sign-in-refused': [401, 'Not signed in'],
  'code-needed': [401, 'A one-time code is needed'],
  forbidden: [403, 'This is not allowed'],
  'beyond-reach': [403, 'This reaches too far'],
  'own-proposal': [403, 'Somebody else has to approve it'],
  'not-own-proposal': [403, 'It is the proposal of somebody else'],
  'milestone-not-allowed': [403, 'This key may not record that milestone'],
  'not-own-fact': [403, 'Somebody else recorded that'],

  'grant-beyond-reach': [403, 'Nobody can give more than they have'],
  'key-too-mighty': [403, 'The key would be mightier than its maker'],

  'cross-site': [403, 'Another site sent this'],
  'https-needed': [403, 'Only over https'],
  'not-let-in': [403, 'You may not come in'],
  'local-accounts-off': [403, 'Passwords are not taken here'],
  'beyond-own-reach': [403, 'They may do more than you'],

  'not-found': [404, 'There is nothing here'],
  'unit-unknown': [404, 'There is no such unit'],
  'model-missing': [404, 'There is no such model'],
  'target-unknown': [404, 'There is no such target'],
  'recommendation-unknown': [404, 'There is no such recommendation'],
  'alert-unknown': [404, 'There is no such alert'],
  'proposal-unknown': [404, 'There is no such proposal'],
  'key-unknown': [404, 'There is no such key'],
  'calendar-link-unknown': [404, 'There is no such calendar link'],
  'board-pack-unknown': [404, 'There is no such board pack'],
  'source-unknown': [404, 'There is no such source'],
  'delivery-unknown': [404, 'There is no such delivery'],
  'match-unknown': [404, 'There is no such match'],
  'mapping-version-unknown': [404, 'There is no such version of the mapping'],
  'subscription-unknown': [404, 'There is no such subscription'],
  'message-unknown': [404, 'There is no such message'],
  'channel-unknown': [404, 'There is no such channel'],
  'dispatch-unknown': [404, 'There is no such delivery'],
  'import-unknown': [404, 'There is no such import'],
  'unknown-key': [404, 'There is no such key'],
  'unknown-person': [404, 'There is no such person'],
  'unknown-group': [404, 'There is no such group'],
  'unknown-grant': [404, 'There is no such grant'],
  'provider-unknown': [404, 'There is no such provider'],
  'link-over': [404, 'The link is over'],
  'unknown-program': [404, 'There is no such program'],
  'method-not-allowed': [405, 'This method is not offered here'],

  'too-slow': [408, 'The request came too slowly'],

  'event-conflict': [409, 'The id is taken by other content'],
  'idempotency-conflict': [409, 'The idempotency key is taken by another request'],
  'log-empty': [409, 'There is nothing to sign'],
  'log-contradicted': [409, 'The log is not the one that was signed'],
  'log-not-empty': [409, 'The program has facts of its own'],
  'person-exists': [409, 'Somebody has that already'],
  'person-switched-off': [409, 'The person is switched off'],
  'group-exists': [409, 'A group has that name already'],
  'grant-exists': [409, 'The role was given already'],
  'last-administrator': [409, 'This is the last administrator'],
  'demo-program-taken': [409, 'Another program has the name of the demo'],
  'demo-being-loaded': [409, 'The demo is being loaded'],
  'demo-not-ready': [409, 'The demo is not ready'],
  'program-exists': [409, 'The program exists already'],
  'import-under-way': [409, 'The import is under way'],
  'rebuild-under-way': [409, 'The read models are being rebuilt'],
  'changed-since': [412, 'It has changed since'],
  'proposal-closed': [409, 'The proposal is closed'],
  'version-conflict': [412, 'The unit has changed since'],
  'too-large': [413, 'The request is too large'],
  'address-too-long': [414, 'The address is too long'],
  'media-type': [415, 'This content type is not taken here'],

  invalid: [422, 'A value is against the rules'],
  faulty: [422, 'It has faults'],
  'source-unfit': [422, 'The source cannot be like that'],
  'channel-unfit': [422, 'The channel cannot be like that'],
  'subscription-unfit': [422, 'The subscription cannot be like that'],
  'sheet-unreadable': [422, 'The sheet cannot be read'],
  'mapping-invalid': [422, 'The mapping has faults'],
  'unit-incomplete': [422, 'The unit is incomplete'],
  'unit-retired-not': [422, 'The unit is not retired'],
  'unit-has-units-below': [422, 'Units lie below it'],
  'unit-retired': [422, 'The unit is retired'],
  'heir-unknown': [422, 'There is no such heir'],
  'heir-retired': [422, 'The heir is retired'],
  'heir-same': [422, 'The heir is the unit itself'],
  'heir-below': [422, 'The heir lies below the unit'],
  'milestone-not-held': [422, 'The milestone is not held'],
  'milestone-held-better': [422, 'The heir holds it better'],
  'assignee-unfit': [422, 'They may not decide about it'],
  'plan-too-large': [422, 'Too much at once'],
  'parent-unknown': [422, 'There is no such parent'],
  'parent-retired': [422, 'The parent is retired'],
  'parent-circle': [422, 'The tree would close a circle'],
  'model-unknown': [422, 'There is no such model'],
  'model-version-unknown': [422, 'There is no such version of the model'],
  'milestone-unknown': [422, 'There is no such milestone'],
  'target-incomplete': [422, 'The target is incomplete'],
  'target-of-other-kind': [422, 'The key is taken by a target of another kind'],
  'stage-unknown': [422, 'There is no such stage'],
  'dimension-unknown': [422, 'There is no such dimension'],
  'level-unknown': [422, 'There is no such level'],
  'date-invalid': [422, 'Not a date'],
  'invalid-date': [422, 'Not a date'],
  'date-in-future': [422, 'The date lies in the future'],
  'future-date': [422, 'The date lies in the future'],
  'date-in-past': [422, 'The date lies in the past'],
  'event-unknown': [422, 'There is no such event'],
  'event-of-other-unit': [422, 'The event is about something else'],
  'event-not-retractable': [422, 'The event cannot be retracted'],
  'already-retracted': [422, 'The event is retracted already'],
  'event-not-a-waiver': [422, 'The event is not a waiver'],
  'event-not-correctable': [422, 'The event cannot be corrected'],
  'nothing-corrected': [422, 'Nothing would change'],
  'field-not-of-fact': [422, 'The fact has no such field'],
  'approval-needed': [422, 'Somebody else has to approve it'],
  'subject-erased': [422, 'It names somebody who was erased'],
  'reserved-source': [422, 'The source is reserved'],
  'password-refused': [422, 'The password is too weak'],
  'not-the-owner': [422, 'It does not match'],
  'no-password': [422, 'The account has no password'],
  'no-session': [422, 'There is no session'],
  'name-needed': [422, 'A name and an address are needed'],
  'expiry-in-past': [422, 'The day is over'],
  'key-unfit': [422, 'The key cannot be made like that'],
  'too-much-asked': [422, 'Too much asked at once'],
  'question-unfit': [422, 'The question does not fit'],
  'known-at-in-future': [422, 'The date lies in the future'],
  'log-import-fault': [422, 'The log cannot be imported'],

  'too-many-attempts': [429, 'Too many attempts'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  'newer-shape': [500, 'The log was written by a newer Waymark'],
  'uploaded-model-lost': [500, 'An uploaded model is damaged'],
  'secrets-mismatch': [500, 'The secrets do not belong to this data'],
  'nobody-to-erase': [404, 'There is nothing of theirs here'],
  'own-erasure': [422, 'It would erase whoever asks'],
  'erasure-register': [503, 'The register of erasures is away'],
  busy: [503, 'Too much is asked at once'],
  'provider-away': [503, 'The provider is away'],
  'not-ready': [503, 'Not ready'],
  'projection-behind': [503, 'Read models are behind'],
  'database-unavailable': [503, 'The database is away'],
};
