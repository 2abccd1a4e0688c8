import { INTEGRATION_EXAMPLES } from './integration-story.js';
import type { Example } from './operation.js';
import { SMALL_MODEL } from './small-model.js';
import { STORY_IDS } from './story-ids.js';

const unit = 'emea-support';

/** The examples of the document. All of them are about one small enterprise. */
export const EXAMPLES = {
  program: { body: { name: 'Contoso', models: ['lithium', 'altimeter'], headline: 'lithium' } },
  newSession: {
    body: { email: 'ada@contoso.example', password: 'four words make one', code: '123456' },
  },
  changePassword: {
    body: { current: 'four words make one', password: 'other words make another' },
  },
  beginCodes: { body: { current: 'four words make one' } },
  confirmCodes: { body: { pending: 'c2VhbGVk', code: '123456' } },
  endCodes: { body: { code: '123456' } },
  useLink: { body: { token: `contoso.${'0'.repeat(43)}`, password: 'four words make one' } },
  newProgram: { body: { id: 'fabrikam', name: 'Fabrikam' } },
  newKey: { body: { name: 'Import of last year’s list', role: 'administrator' } },
  key: { path: { id: STORY_IDS.key } },
  changedKey: { path: { id: STORY_IDS.key }, body: { requestsPerSecond: 50 } },
  rotation: { path: { id: STORY_IDS.key }, body: { overlap: 'P7D' } },
  newPerson: { body: { name: 'Ada Lovelace', email: 'ada@contoso.example' } },
  person: { path: { id: STORY_IDS.person } },
  changePerson: { path: { id: STORY_IDS.person }, body: { name: 'Grace Brewster Hopper' } },
  recovery: { path: { id: STORY_IDS.person }, body: { withoutCode: true } },
  sparePerson: { path: { id: STORY_IDS.sparePerson } },
  newGroup: { body: { name: 'Regional offices' } },
  group: { path: { id: STORY_IDS.group } },
  changeGroup: { path: { id: STORY_IDS.group }, body: { name: 'Program office' } },
  spareGroup: { path: { id: STORY_IDS.spareGroup } },
  member: { path: { id: STORY_IDS.group, person: STORY_IDS.person } },
  newGrant: { body: { person: STORY_IDS.person, role: 'executive', under: 'emea' } },
  grant: { path: { id: STORY_IDS.grant } },
  model: { path: { model: 'lithium' } },
  newModel: { headers: { 'content-type': 'application/yaml' }, body: SMALL_MODEL },
  modelImport: {
    query: { from: 'sheet', dryRun: 'true' },
    body: {
      files: [
        {
          path: 'care-first.csv',
          text: 'stage,criterion,milestone,key move\nStart,,,\nHeard,Somebody listens to customers.,listening.started,yes\nAnswered,Questions are answered in public.,public-responses.approved,yes\n',
        },
      ],
      model: { title: 'Care first' },
    },
  },
  sheetImport: {
    headers: { 'content-type': 'text/csv' },
    query: { dryRun: 'true' },
    body: 'unit,milestone,date,note\nemea-support,listening.started,2012-03-01,From the list of 2012\n',
  },
  sheetImported: { path: { id: STORY_IDS.sheetImport } },
  undoneImport: { path: { id: STORY_IDS.sheetImport }, body: { reason: 'It was the wrong list.' } },
  exportTable: { path: { file: 'units.csv' }, query: { under: unit } },
  upgrade: { path: { model: 'lithium' }, query: { to: 1 } },
  adopt: { path: { model: 'lithium' }, body: { version: 1 } },
  milestone: {
    path: { milestone: 'ambassadors.appointed' },
    body: {
      title: 'Ambassadors appointed',
      means: 'Each region has somebody who answers for the community there.',
      category: 'organisation',
      effort: 'S',
    },
  },
  putUnit: {
    path: { unit },
    body: {
      name: 'Support, EMEA',
      kind: 'function',
      parent: 'emea',
      tags: ['pilot'],
      owner: { name: 'Ada Lovelace', email: 'ada@contoso.example' },
      occurredAt: '2010-01-01',
    },
  },
  registerUnits: {
    body: {
      units: [
        { unit: 'apac', name: 'Asia and Pacific', kind: 'region', parent: 'contoso' },
        { unit: 'apac-support', name: 'Support, APAC', kind: 'function', parent: 'apac' },
      ],
    },
  },
  ...INTEGRATION_EXAMPLES,
  names: { query: { q: 'a', unit: 'emea-support' } },
  summary: { query: { under: 'contoso' } },
  under: { query: { under: 'contoso', limit: 20 } },
  units: { query: { under: 'emea', limit: 50 } },
  unit: { path: { unit } },
  retire: { path: { unit: 'emea-press' }, query: { occurredAt: '2020-06-30' } },
  merge: {
    path: { unit: 'emea-desk' },
    body: { into: 'emea-support', carry: ['crm.integrated'], occurredAt: '2019-01-01' },
  },
  reinstate: { path: { unit: 'emea-archive' }, body: { reason: 'The function was founded anew.' } },
  achieve: {
    path: { unit },
    body: {
      milestone: 'crm.integrated',
      occurredAt: '2012-Q2',
      note: 'Cases from the forum open in the CRM.',
      evidence: [{ title: 'Go-live notice', url: 'https://contoso.example/crm' }],
    },
  },
  lapse: {
    path: { unit },
    body: { milestone: 'sponsor.approved', occurredAt: '2014-05-31', reason: 'The sponsor left.' },
  },
  assess: {
    path: { unit },
    body: {
      milestone: 'extended.language',
      outcome: 'not-applicable',
      occurredAt: '2013-02-11',
      by: 'Program office',
      note: 'One language only.',
    },
  },
  waive: {
    path: { unit },
    body: {
      milestone: 'governance.established',
      reason: 'Under the group’s rules until its own are written.',
      expiresOn: '2030-12-31',
    },
  },
  endWaiver: {
    path: { unit, event: STORY_IDS.waiver },
    body: { reason: 'Its own rules are in force.' },
  },
  comment: {
    path: { unit },
    body: {
      text: 'Legal has seen the terms of use; the hub can take customers.',
      about: { milestone: 'hub.launched' },
    },
  },
  comments: { path: { unit }, query: { milestone: 'hub.launched', limit: 20 } },
  retract: { path: { unit }, body: { event: STORY_IDS.hub, reason: 'It was another unit’s hub.' } },
  correct: {
    path: { unit },
    body: {
      event: STORY_IDS.sponsor,
      reason: 'The minutes give another day.',
      occurredAt: '2011-02-14',
    },
  },
  report: { body: { email: 'ada@contoso.example' } },
  erase: {
    query: { preview: 'true' },
    body: { email: 'ada@contoso.example', reason: 'Asked for it when leaving.' },
  },
  proposals: { query: { state: 'open', unit, limit: 20 } },
  proposal: { path: { id: STORY_IDS.proposal } },
  rejectProposal: {
    path: { id: STORY_IDS.proposalToReject },
    body: { reason: 'The minutes say otherwise.' },
  },
  withdrawProposal: { path: { id: STORY_IDS.proposalToWithdraw }, body: {} },
  audit: { query: { from: '2026-01-01', action: 'key.*', outcome: 'done', limit: 20 } },
  auditExport: { query: { from: '2026-01-01' } },
  log: { query: { after: 0, limit: 20 } },
  exportLog: { query: { keys: 'none' } },
  standings: { path: { unit }, query: { asOf: '2012-01-01' } },
  whatIf: {
    path: { unit },
    body: { achieve: [{ milestone: 'hub.launched', on: '2031-01-01' }], lapse: [] },
  },
  rollup: { path: { unit: 'contoso' }, query: { model: 'lithium' } },
  heatmap: { path: { unit: 'contoso' }, query: { by: 'models', asOf: '2013-01-01' } },
  disagreements: { path: { unit: 'contoso' }, query: { models: 'lithium,altimeter' } },
  trend: {
    path: { unit: 'contoso' },
    query: { model: 'lithium', from: '2011-01-01', to: '2013-01-01', every: 'P3M' },
  },
  transitions: { path: { unit: 'contoso' }, query: { model: 'lithium' } },
  changes: { path: { unit: 'contoso' }, query: { from: '2011-01-01', to: '2013-01-01' } },
  subtreeWhatIf: {
    path: { unit: 'contoso' },
    body: {
      achieve: [
        { milestone: 'coe.formed', unit: 'emea' },
        { milestone: 'crm.integrated', each: { under: 'emea' }, on: '2031-06' },
      ],
    },
  },
  plan: {
    path: { unit },
    body: { achieve: [{ milestone: 'crm.integrated', on: '2031-06' }], prefix: 'crm-2031' },
  },
  subtreePlan: {
    path: { unit: 'contoso' },
    body: {
      achieve: [{ milestone: 'crm.integrated', each: { under: 'emea' }, on: '2031-Q2' }],
      owner: { name: 'Ada Lovelace', email: 'ada@contoso.example' },
    },
  },
  bestMoves: { path: { unit: 'contoso' } },
  putTarget: {
    path: { unit, target: 'full-integration' },
    body: {
      model: 'lithium',
      stage: 4,
      due: '2031-Q2',
      owner: { name: 'Ada Lovelace', email: 'ada@contoso.example' },
    },
  },
  dropTarget: {
    path: { unit: 'emea-desk', target: 'desk-hub' },
    query: { reason: 'The forum of the region will do.' },
  },
  forecast: { path: { unit } },
  shareForecast: {
    path: { unit: 'contoso' },
    query: { model: 'lithium', stage: 'sponsored', share: 0.8 },
  },
  roadmap: { path: { unit }, query: { asOf: '2012-06-30' } },
  putShareTarget: {
    path: { unit: 'emea', target: 'most-sponsored' },
    body: { model: 'lithium', stage: 2, share: 0.8, due: '2031-12-31' },
  },
  dropShareTarget: { path: { unit: 'emea', target: 'some-sponsored' } },
  calendar: { query: { under: 'emea' } },
  newBoardPack: {
    body: {
      unit: 'emea',
      title: 'EMEA, first quarter',
      text: 'Support leads; the desk waits for its hub.',
    },
  },
  boardPacks: { query: { unit: 'emea', limit: 20 } },
  boardPack: { path: { id: STORY_IDS.boardPack } },
  newCalendarLink: { body: { name: 'Roadmap of EMEA', under: 'emea' } },
  calendarLink: { path: { id: STORY_IDS.calendarLink } },
  subscribedCalendar: { path: { token: STORY_IDS.calendarToken } },
  subtreeRoadmap: { path: { unit: 'contoso' }, query: { limit: 20 } },
  decide: {
    path: { id: STORY_IDS.recommendation },
    body: { decision: 'dismissed', reason: 'Not this year.' },
  },
  alert: { path: { id: STORY_IDS.alert } },
  snooze: { path: { id: STORY_IDS.alert }, body: { until: '2031-01-01' } },
  assign: { path: { id: STORY_IDS.alert }, body: { to: 'Ada Lovelace' } },
} as const satisfies Readonly<Record<string, Example>>;
