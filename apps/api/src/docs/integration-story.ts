import type { Example } from './operation.js';
import { STORY_IDS } from './story-ids.js';

const unit = 'emea-support';

/** The examples of what other tools tell, in the same small enterprise. */
export const INTEGRATION_EXAMPLES = {
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
  mappingVersion: { path: { source: 'emea-tool', version: '1' } },
  keptDelivery: { path: { source: 'emea-tool', id: STORY_IDS.delivery } },
  replayDeliveries: {
    path: { source: 'emea-tool' },
    body: { status: 'failed', from: '2026-01-01' },
  },
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
  putSubscription: {
    path: { name: 'emea-board' },
    body: {
      url: 'https://hooks.contoso.example/waymark?for=board',
      events: ['milestone.*', 'standing.changed', 'alert.*'],
      under: 'emea',
      secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    },
  },
  subscription: { path: { name: 'emea-board' } },
  rotateSubscription: {
    path: { name: 'emea-board' },
    body: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', overlap: 'P7D' },
  },
  spareSubscription: { path: { name: 'emea-spare-hook' } },
  dispatches: { path: { name: 'emea-board' }, query: { status: 'waiting', limit: 20 } },
  dispatch: { path: { name: 'emea-board', id: STORY_IDS.dispatch } },
  putChannel: {
    path: { name: 'emea-chat' },
    body: {
      kind: 'slack',
      address: 'https://chat.contoso.example/services/T0000/B0000/hidden',
      under: 'emea',
      severities: ['critical', 'warning'],
      as: { digest: 'daily', hour: 8, zone: 'Europe/Berlin' },
      quietHours: { from: '20:00', to: '07:00', zone: 'Europe/Berlin' },
    },
  },
  channel: { path: { name: 'emea-chat' } },
  channelMessage: { path: { name: 'emea-chat', id: STORY_IDS.channelMessage } },
  spareChannel: { path: { name: 'emea-spare-chat' } },
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
