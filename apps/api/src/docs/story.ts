import { SMALL_MODEL } from './small-model.js';
import type { Example } from './operation.js';

/**
 * The ids that examples speak of. They stand for events of the story below; whoever runs the
 * examples puts the ids in their place that the story got.
 */
export const STORY_IDS = {
  sponsor: '0198c0de-0000-7000-8000-000000000001',
  hub: '0198c0de-0000-7000-8000-000000000002',
  waiver: '0198c0de-0000-7000-8000-000000000003',
  key: '0198c0de-0000-7000-8000-000000000004',
  recommendation: '0198c0de-0000-7000-8000-000000000005',
  alert: '0198c0de-0000-7000-8000-000000000006',
  calendarLink: '0198c0de-0000-7000-8000-000000000007',
  person: '0198c0de-0000-7000-8000-000000000021',
  sparePerson: '0198c0de-0000-7000-8000-000000000022',
  group: '0198c0de-0000-7000-8000-000000000023',
  spareGroup: '0198c0de-0000-7000-8000-000000000024',
  grant: '0198c0de-0000-7000-8000-000000000025',
  proposal: '0198c0de-0000-7000-8000-000000000008',
  proposalToReject: '0198c0de-0000-7000-8000-000000000009',
  proposalToWithdraw: '0198c0de-0000-7000-8000-00000000000a',
  boardPack: '0198c0de-0000-7000-8000-000000000031',
  delivery: '0198c0de-0000-7000-8000-000000000041',
  sheetImport: '0198c0de-0000-7000-8000-000000000051',
  calendarToken: 'wmc_0000000000000000000000000000000000000000000000000',
} as const;

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
  putSource: {
    path: { source: 'emea-tool' },
    body: {
      kind: 'generic',
      secret: 'the-tool-and-waymark-know-this',
      mapping: [
        {
          id: 'launched',
          when: 'event == "launched"',
          unit: { key: 'payload.unit' },
          record: 'achieved',
          milestone: 'hub.launched',
          occurredAt: 'received',
        },
      ],
      silentAfter: 'P7D',
    },
  },
  readyMadeRules: { query: { kind: 'github' } },
  source: { path: { source: 'emea-tool' } },
  keptDelivery: { path: { source: 'emea-tool', id: STORY_IDS.delivery } },
  dryRun: { path: { source: 'emea-tool' }, body: { since: '2026-01-01' } },
  undo: {
    path: { source: 'emea-tool' },
    query: { preview: 'true' },
    body: { mappingVersion: 1, from: '2026-01-01' },
  },
  putMatch: {
    path: { source: 'emea-tool', external: 'emea-help' },
    body: { unit: 'emea-desk' },
  },
  spareMatch: { path: { source: 'emea-tool', external: 'emea-spare-name' } },
  spareSource: { path: { source: 'emea-spare-tool' } },
  rotateSource: {
    path: { source: 'emea-tool' },
    body: { secret: 'the-tool-and-waymark-know-this', overlap: 'P7D' },
  },
  delivery: {
    path: { source: 'emea-tool' },
    headers: { 'x-waymark-token': 'the-tool-and-waymark-know-this' },
    body: { type: 'launched', unit: 'emea-desk' },
  },
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
  cloudEvent: {
    headers: {
      'ce-specversion': '1.0',
      'ce-id': 'release-79',
      'ce-source': 'https://ci.contoso.example',
      'ce-type': 'waymark.milestone.achieved.v1',
      'ce-subject': unit,
      'ce-time': '2013-05-01T09:00:00Z',
    },
    body: {
      specversion: '1.0',
      id: 'release-77',
      source: 'https://ci.contoso.example',
      type: 'waymark.milestone.achieved.v1',
      subject: unit,
      time: '2013-03-01T09:00:00Z',
      datacontenttype: 'application/json',
      data: { milestone: 'social-intelligence.adopted' },
    },
    bodies: {
      'application/cloudevents-batch+json': [
        {
          specversion: '1.0',
          id: 'release-78',
          source: 'https://ci.contoso.example',
          type: 'waymark.milestone.lapsed.v1',
          subject: unit,
          time: '2013-04-01T09:00:00Z',
          data: { milestone: 'social-intelligence.adopted', reason: 'It was switched off.' },
        },
      ],
      'application/json': { milestone: 'social-intelligence.adopted' },
    },
  },
} as const satisfies Readonly<Record<string, Example>>;
