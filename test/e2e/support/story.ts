import { STORY_IDS } from '../../../apps/api/src/docs/story-ids.js';
import type { Answer, Client } from './client.js';

/**
 * Tells the story that the examples of the document are about.
 * @param advised waits until the worker has advised on it
 * @returns which id stands for which
 */
export async function tellStory(
  client: Client,
  advised: () => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const units = [
    { unit: 'contoso', name: 'Contoso', kind: 'enterprise', occurredAt: '2009-01-01' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'contoso' },
    { unit: 'emea-support', name: 'Support, EMEA', kind: 'function', parent: 'emea' },
    { unit: 'emea-press', name: 'Press', kind: 'team', parent: 'emea', occurredAt: '2010-01-01' },
    { unit: 'emea-desk', name: 'Service desk', kind: 'team', parent: 'emea' },
    { unit: 'emea-archive', name: 'Archive', kind: 'team', parent: 'emea' },
  ];
  done(await client.post('/units', { units }));
  done(await client.delete('/units/emea-archive'));
  done(
    await client.post('/units/emea-desk/milestones', {
      milestone: 'crm.integrated',
      occurredAt: '2011-06-01',
    }),
  );
  const record = async (path: string, body: unknown) =>
    done(await client.post(`/units/emea-support/${path}`, body)).body.event.id as string;
  const sponsor = await record('milestones', {
    milestone: 'sponsor.approved',
    occurredAt: '2011-03-01',
  });
  const hub = await record('milestones', { milestone: 'hub.launched', occurredAt: '2012-01-15' });
  const waiver = await record('waivers', { milestone: 'coe.formed', reason: 'The group has one.' });
  // a sponsor who left while everything rests on the sponsor: an alert
  done(
    await client.post('/units/contoso/milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2010-01-01',
    }),
  );
  done(
    await client.post('/units/contoso/milestones', {
      milestone: 'hub.launched',
      occurredAt: '2010-06-01',
    }),
  );
  done(
    await client.post('/units/contoso/lapses', {
      milestone: 'sponsor.approved',
      occurredAt: '2013-01-01',
    }),
  );
  done(await client.put('/units/emea-desk/targets/desk-hub', { milestone: 'hub.launched' }));
  done(
    await client.put('/rollups/emea/targets/some-sponsored', {
      model: 'lithium',
      stage: 2,
      share: 0.5,
    }),
  );
  const { body: made } = done(await client.post('/keys', { name: 'Spare', role: 'administrator' }));
  const link = done(await client.post('/calendar-links', { name: 'Spare' })).body;
  const shown = done(await client.post('/calendar-links', { name: 'Kept', under: 'emea' })).body;
  const pack = done(await client.post('/board-packs', { unit: 'emea' })).body.id;
  const tool = (name: string, mapping: readonly unknown[]) => {
    const secret = 'the-tool-and-waymark-know-this';
    return client.put(`/sources/${name}`, { kind: 'generic', secret, mapping });
  };
  const told = {
    ...{ id: 'launched', when: 'event == "launched"', unit: { external: 'payload.unit' } },
    ...{ record: 'achieved', milestone: 'hub.launched', occurredAt: 'received' },
  };
  done(await tool('emea-tool', [told]));
  done(await tool('emea-spare-tool', []));
  done(await client.put('/sources/emea-tool/matches/emea-spare-name', { unit: 'emea-desk' }));
  const sent = { type: 'launched', unit: 'emea-help' };
  const proof = { 'x-waymark-token': 'the-tool-and-waymark-know-this' };
  const delivery = done(await client.post('/webhooks/emea-tool', sent, proof)).body.delivery;
  const hook = (name: string) =>
    client.put(`/subscriptions/${name}`, {
      ...{ url: 'https://hooks.contoso.example/waymark', events: ['alert.*'] },
      secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    });
  done(await hook('emea-board'));
  done(await hook('emea-spare-hook'));
  const chat = (name: string) => {
    const address = 'https://chat.contoso.example/services/T0000/B0000/hidden';
    const as = { digest: 'weekly', hour: 8, zone: 'UTC' };
    return client.put(`/channels/${name}`, { kind: 'slack', address, as });
  };
  done(await chat('emea-chat'));
  done(await chat('emea-spare-chat'));
  const dispatch = done(await client.post('/subscriptions/emea-board/test', {})).body.id;
  const channelMessage = done(await client.post('/channels/emea-chat/test', {})).body.id;
  const sheet = 'unit,milestone,date\nemea-desk,listening.started,2012-03-01\n';
  const imported = await client.send('POST', '/imports', sheet, { 'content-type': 'text/csv' });
  const sheetImport = done(imported).body.id;
  const grace = { name: 'Grace Hopper', email: 'grace@contoso.example' };
  const person = done(await client.post('/people', grace)).body.id;
  const spare = { name: 'Charles Babbage', email: 'charles@contoso.example' };
  const sparePerson = done(await client.post('/people', spare)).body.id;
  const group = done(await client.post('/groups', { name: 'Office' })).body.id;
  const spareGroup = done(await client.post('/groups', { name: 'Spare' })).body.id;
  const grant = done(await client.post('/grants', { group, role: 'program-office' })).body.id;
  // for as long as these three are proposed
  const proposing = (approvals: { readonly waivers: boolean }) =>
    client.put('/program', { name: 'Contoso', approvals });
  done(await proposing({ waivers: true }));
  const propose = async (milestone: string) => {
    const waived = { milestone, reason: 'By decision of the group.' };
    return done(await client.post('/units/emea-support/waivers', waived)).body.proposal.id;
  };
  const proposals = [
    await propose('training.established'),
    await propose('governance.established'),
    await propose('risk-management.established'),
  ];
  done(await proposing({ waivers: false }));
  await advised();
  const first = async (path: string) => (await client.get(path)).body.items[0].id as string;
  return new Map([
    [STORY_IDS.sponsor, sponsor],
    [STORY_IDS.hub, hub],
    [STORY_IDS.waiver, waiver],
    [STORY_IDS.proposal, proposals[0]],
    [STORY_IDS.proposalToReject, proposals[1]],
    [STORY_IDS.proposalToWithdraw, proposals[2]],
    [STORY_IDS.key, made.id],
    [STORY_IDS.person, person],
    [STORY_IDS.sparePerson, sparePerson],
    [STORY_IDS.group, group],
    [STORY_IDS.spareGroup, spareGroup],
    [STORY_IDS.grant, grant],
    [STORY_IDS.delivery, delivery],
    [STORY_IDS.dispatch, dispatch],
    [STORY_IDS.channelMessage, channelMessage],
    [STORY_IDS.sheetImport, sheetImport],
    [STORY_IDS.calendarLink, link.id],
    [STORY_IDS.boardPack, pack],
    [STORY_IDS.calendarToken, /wmc_\w+/.exec(shown.url)?.[0] ?? ''],
    [STORY_IDS.recommendation, await first('/recommendations')],
    [STORY_IDS.alert, await first('/alerts')],
  ]);
}

function done(answer: Answer): Answer {
  if (answer.status < 300) return answer;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}
