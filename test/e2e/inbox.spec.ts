import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../access/support/browser.js';
import { keyOf } from '../access/two-subtrees.js';
import { Client, type Json } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let office: Client;
/** The id of a person by name. */
const people = new Map<string, string>();
beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('inbox');
  await done(office.put('/program', { name: 'Inbox', models: ['lithium'] }));
  const unit = (key: string, parent: string | null) => ({
    ...{ unit: key, name: `Unit ${key}`, kind: 'region', parent, occurredAt: '2009-01-01' },
  });
  const units = [unit('corp', null), unit('east', 'corp'), unit('west', 'corp')];
  await done(office.post('/units', { units }));
  for (const region of ['east', 'west']) {
    for (const milestone of ['sponsor.approved', 'hub.launched']) {
      await done(
        office.post(`/units/${region}/milestones`, { milestone, occurredAt: '2012-01-01' }),
      );
    }
    const lapse = { milestone: 'sponsor.approved', occurredAt: '2013-01-01' };
    await done(office.post(`/units/${region}/lapses`, lapse));
  }
  for (const [name, role, under] of [
    ['Ada Lovelace', 'program-office', undefined],
    ['Björn of the East', 'program-office', 'east'],
    ['Wanda of the West', 'program-office', 'west'],
    ['Eve, who reads', 'executive', undefined],
  ] as const) {
    const email = `${name.split(/\W/)[0]?.toLowerCase()}@contoso.example`;
    const { id } = await done(office.post('/people', { name, email }));
    people.set(name, id);
    await done(office.post('/grants', { person: id, role, ...(under ? { under } : {}) }));
  }
  const group = (await done(office.post('/groups', { name: 'Deciders' }))).id;
  await done(office.post('/grants', { group, role: 'program-office', under: 'west' }));
  const member = (
    await done(office.post('/people', { name: 'Gil Adams', email: 'gil@contoso.example' }))
  ).id;
  await done(office.put(`/groups/${group}/members/${member}`));
  await api.advised('inbox');
});
afterAll(() => api.stop());

async function done(answer: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await answer;
  if (status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

const gone = async (unit: string): Promise<Json> =>
  (await done(office.get(`/alerts?unit=${unit}&rule=sponsor-gone`))).items[0];
const idsOf = async (query: string, by = office): Promise<string[]> =>
  (await done(by.get(`/alerts?${query}`))).items.map(({ id }: Json) => id);

describe('those who may decide', () => {
  const names = async (query: string, by = office) =>
    (await done(by.get(`/people/names${query}`))).items.map(({ name }: Json) => name);

  test('are found by part of their name, where their role reaches', async () => {
    expect(await names('')).toEqual([
      'Ada Lovelace',
      'Björn of the East',
      'Gil Adams',
      'Wanda of the West',
    ]);
    expect(await names('?unit=east')).toEqual(['Ada Lovelace', 'Björn of the East']);
    expect(await names('?q=ada')).toEqual(['Ada Lovelace', 'Gil Adams']);
    expect(await names('?q=BJO')).toEqual(['Björn of the East']);
    expect(await names('?q=a&limit=1')).toEqual(['Ada Lovelace']);
    expect(await names('?q=zz')).toEqual([]);
  });

  test('are told by name and id alone, and only where somebody looks', async () => {
    const { items } = await done(office.get('/people/names?q=ada&limit=1'));
    expect(items).toEqual([{ id: people.get('Ada Lovelace'), name: 'Ada Lovelace' }]);
    const east = new Client(api.url, await keyOf(office, 'program-office', 'east'));
    expect(await names('', east)).toEqual(['Ada Lovelace', 'Björn of the East']);
    expect((await east.get('/people/names?unit=west')).status).toBe(404);
    const reader = new Client(api.url, await keyOf(office, 'executive'));
    expect((await reader.get('/people/names')).status).toBe(403);
  });

  test('are not those who were switched off', async () => {
    const id = people.get('Wanda of the West');
    await done(office.put(`/people/${id}`, { active: false }));
    expect(await names('?q=wanda')).toEqual([]);
    await done(office.put(`/people/${id}`, { active: true }));
    expect(await names('?q=wanda')).toEqual(['Wanda of the West']);
  });
});

describe('an inbox of alerts', () => {
  test('says who did what about an alert, and when', async () => {
    const { id, decided, assigned, unitName } = await gone('east');
    expect({ decided, assigned, unitName }).toEqual({
      ...{ decided: null, assigned: null, unitName: 'Unit east' },
    });
    const person = people.get('Björn of the East');
    const given = await done(office.post(`/alerts/${id}/assignment`, { person }));
    const seen = await done(office.post(`/alerts/${id}/acknowledgement`));
    expect(await gone('east')).toMatchObject({
      state: 'acknowledged',
      assignedTo: 'Björn of the East',
      assigned: {
        to: 'Björn of the East',
        person,
        by: 'Administrator',
        at: given.event.recordedAt,
      },
      decided: { act: 'acknowledged', by: 'Administrator', at: seen.event.recordedAt },
    });
    await done(office.post(`/alerts/${id}/snooze`, { until: '2199-01-01' }));
    expect(await gone('east')).toMatchObject({
      ...{ state: 'snoozed', snoozedUntil: '2199-01-01T00:00:00Z', decided: { act: 'snoozed' } },
    });
  });

  test('gives an alert to those who may decide about it, and to nobody else', async () => {
    const { id } = await gone('west');
    for (const name of ['Björn of the East', 'Eve, who reads']) {
      expect(
        await office.post(`/alerts/${id}/assignment`, { person: people.get(name) }),
      ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/person' }] } });
    }
    for (const body of [{}, { to: 'Ada', person: people.get('Ada Lovelace') }]) {
      expect((await office.post(`/alerts/${id}/assignment`, body)).status).toBe(422);
    }
    const east = new Client(api.url, await keyOf(office, 'program-office', 'east'));
    const person = people.get('Ada Lovelace');
    expect((await east.post(`/alerts/${id}/assignment`, { person })).status).toBe(404);
    expect((await gone('west')).assigned).toBeNull();
  });

  test('is narrowed to a unit, to what waits, and to whom it was given', async () => {
    const [east, west] = [(await gone('east')).id, (await gone('west')).id];
    await done(office.post(`/alerts/${east}/assignment`, { person: people.get('Ada Lovelace') }));
    await done(office.post(`/alerts/${west}/resolution`));
    const rule = 'rule=sponsor-gone';
    expect(await idsOf(`${rule}&settled=false`)).toEqual([east]);
    expect(await idsOf(`${rule}&settled=true`)).toEqual([west]);
    expect(await idsOf(`${rule}&assignee=${people.get('Ada Lovelace')}`)).toEqual([east]);
    expect(await idsOf(`${rule}&assignee=nobody`)).toEqual([west]);
    expect(await idsOf(`${rule}&unit=corp`)).toEqual([]);
    expect(new Set(await idsOf(`${rule}&under=corp`))).toEqual(new Set([east, west]));
    for (const wrong of ['assignee=ada', 'settled=perhaps', 'rule=none', 'state=gone']) {
      expect((await office.get(`/alerts?${wrong}`)).status, wrong).toBe(422);
    }
    expect((await office.get('/alerts?unit=nobody')).status).toBe(404);
  });

  test('is one’s own when one signed in', async () => {
    const ada = people.get('Ada Lovelace') ?? '';
    const browser = new Browser();
    const { url } = await done(office.post(`/people/${ada}/recovery`, {}));
    const token = new URL(url).pathname.split('/').at(-1);
    const password = 'a long enough passphrase';
    await browser.call('POST', `${api.url}/api/v1/sign-in/link`, { token, password });
    const mine = await browser.call('GET', `${api.url}/api/v1/alerts?assignee=me`);
    expect(mine.body.items.map(({ id }: Json) => id)).toEqual([(await gone('east')).id]);
    expect(await idsOf('assignee=me')).toEqual([]);
  });

  test('is counted by severity, rule and state, of what is in sight', async () => {
    const { items } = await done(office.get('/alerts?limit=500'));
    const count = (fits: (one: Json) => boolean) => items.filter(fits).length;
    const whole = await done(office.get('/alerts/summary'));
    for (const state of Object.keys(whole.states)) {
      expect(whole.states[state], state).toBe(count((one) => one.state === state));
      for (const { severity, states } of whole.severities) {
        const there = count((one) => one.state === state && one.severity === severity);
        expect(states[state], `${severity} ${state}`).toBe(there);
      }
      for (const { rule, severity, states } of whole.rules) {
        const there = count(
          (one) => one.state === state && one.rule === rule && one.severity === severity,
        );
        expect(states[state], `${rule} ${severity} ${state}`).toBe(there);
      }
    }
    expect(whole.severities.map(({ severity }: Json) => severity)).toEqual([
      'critical',
      'warning',
      'info',
    ]);
    expect(whole.states.resolved).toBe(1);
    const east = await done(office.get('/alerts/summary?under=east'));
    expect(east.states.resolved).toBe(0);
    const limited = new Client(api.url, await keyOf(office, 'executive', 'east'));
    expect(await done(limited.get('/alerts/summary'))).toEqual(east);
    expect((await limited.get('/alerts/summary?under=west')).status).toBe(404);
  });

  test('lets go of whoever was erased', async () => {
    const person = people.get('Ada Lovelace');
    await done(office.post('/erasures', { person, reason: 'Asked for it.' }));
    const { assigned, assignedTo } = await gone('east');
    expect({ to: assigned.to, assignedTo }).toEqual({ to: '[erased]', assignedTo: '[erased]' });
  });
});
