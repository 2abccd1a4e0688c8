import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Client, type Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done } from './reads.js';

let api: TestApi;
let admin: Client;
let ahead = 0;
/** Two of the office, neither of whose keys the other made. */
let ada: Client;
let grace: Client;

beforeAll(async () => {
  api = await startTestApi({ worker: false, clock: { now: () => Date.now() + ahead } });
  admin = await api.newProgram('approvals');
  const units = [
    { unit: 'group', name: 'Group', kind: 'enterprise' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'group' },
    { unit: 'desk', name: 'Desk', kind: 'team', parent: 'emea' },
    { unit: 'apac', name: 'APAC', kind: 'region', parent: 'group' },
  ].map((unit) => ({ ...unit, occurredAt: '2008-01-01' }));
  await done(admin.post('/units', { units }));
  ada = await keyOf(admin, 'Ada');
  grace = await keyOf(admin, 'Grace');
});
afterAll(() => api.stop());
beforeEach(() => ask({ waivers: true, corrections: true }));

async function keyOf(maker: Client, name: string, more: object = {}): Promise<Client> {
  const { key } = await done(maker.post('/keys', { name, role: 'program-office', ...more }));
  return new Client(api.url, key);
}

async function ask(approvals: object): Promise<void> {
  await done(admin.put('/program', { name: 'Approvals', approvals }));
}

const waiver = (reason: string) => ({ milestone: 'governance.established', reason });
const proposed = async (by: Client, body: object, path = 'waivers', unit = 'desk') => {
  const answer = await by.post(`/units/${unit}/${path}`, body);
  expect([answer.status, answer.body.proposal?.state]).toEqual([202, 'open']);
  return answer.body.proposal.id as string;
};
const approve = (by: Client, id: string, headers = {}) =>
  by.post(`/proposals/${id}/approval`, undefined, headers);
const events = async (unit = 'desk'): Promise<readonly Json[]> =>
  (await done(admin.get(`/units/${unit}/history?limit=500`))).items.flatMap(
    ({ event }: Json) => event ?? [],
  );
const stateOf = async (id: string) => (await done(admin.get(`/proposals/${id}`))).proposal.state;
const day = (daysAgo: number) =>
  new Date(Date.now() + ahead - daysAgo * 86_400_000).toISOString().slice(0, 10);

describe('the setting', () => {
  test('is off at first, kept where it is left out, and changed member by member', async () => {
    const fresh = await api.newProgram('approvals-fresh');
    const { approvals } = await done(fresh.get('/program'));
    expect(approvals).toEqual({ waivers: false, corrections: false });
    await done(fresh.put('/program', { name: 'Fresh', approvals: { waivers: true } }));
    await done(fresh.put('/program', { name: 'Fresher' }));
    await done(fresh.put('/program', { name: 'Fresher', approvals: { corrections: true } }));
    const wanted = { waivers: true, corrections: true };
    expect((await done(fresh.get('/program'))).approvals).toEqual(wanted);
    const { items } = await done(fresh.get('/log'));
    const changes = items.map(({ data }: Json) => data);
    expect(changes.at(-1)).toEqual({ approvals: { corrections: true } });
  });

  test('off, everything is recorded at once', async () => {
    await ask({ waivers: false, corrections: false });
    const { status, body } = await ada.post('/units/apac/waivers', waiver('Off.'));
    expect(status).toBe(201);
    const retraction = { event: body.event.id, reason: 'Never mind.' };
    expect((await ada.post('/units/apac/retractions', retraction)).status).toBe(201);
  });
});

describe('a waiver', () => {
  test('is recorded as its proposer’s once somebody else approves, and says who did', async () => {
    const sponsored = { milestone: 'sponsor.approved', reason: 'The group’s sponsor holds.' };
    const before = (await events()).length;
    const id = await proposed(ada, {
      ...sponsored,
      occurredAt: '2015-03-01',
    });
    expect(await events()).toHaveLength(before);
    const opened = await done(grace.get(`/proposals/${id}`));
    expect(opened.proposal).toMatchObject({
      ...{ id, unit: 'desk', kind: 'waiver', state: 'open', event: null },
      wanted: { ...sponsored, occurredAt: '2015-03-01' },
      proposedBy: { name: 'Ada' },
    });
    expect(opened.obstacle).toBeNull();
    const { status, body } = await approve(grace, id);
    expect(status).toBe(201);
    expect(body.event).toMatchObject({
      ...{ type: 'milestone.waived', unit: 'desk', actor: 'Ada', occurredAt: '2015-03-01' },
      data: { ...sponsored, approvedBy: expect.any(String) },
    });
    const stages = (standings: readonly Json[]) =>
      standings.map(({ model, stage, next }) => ({ model, stage, next }));
    expect(stages(body.standings)).toEqual(stages(opened.preview.after));
    expect(stages(opened.preview.before)).not.toEqual(stages(opened.preview.after));
    const { proposal } = await done(admin.get(`/proposals/${id}`));
    expect(proposal).toMatchObject({
      ...{ state: 'approved', event: body.event.id, decidedBy: body.event.data.approvedBy },
      decidedAt: body.event.recordedAt,
    });
    const standings = await done(admin.get('/units/desk/standings'));
    expect(standings.items).toEqual(body.standings);
  });

  test('is refused at once where it would be refused, and is shown before it is proposed', async () => {
    const unknown = { milestone: 'never.was', reason: 'By decision.' };
    expect((await ada.post('/units/desk/waivers', unknown)).status).toBe(422);
    const later = { ...waiver('Later.'), occurredAt: day(-400) };
    expect((await ada.post('/units/desk/waivers', later)).status).toBe(422);
    const stale = await ada.post('/units/desk/waivers', waiver('Stale.'), { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    const preview = await ada.post('/units/desk/waivers?preview=true', waiver('Preview.'));
    expect([preview.status, Object.keys(preview.body)]).toEqual([200, ['before', 'after']]);
    const { items } = await done(admin.get('/proposals?limit=500'));
    const reasons = items.map(({ wanted }: Json) => wanted.reason);
    for (const reason of ['Later.', 'Stale.', 'Preview.']) expect(reasons).not.toContain(reason);
  });

  test('is proposed once for an idempotency key', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await ada.post('/units/desk/waivers', waiver('Once.'), headers);
    const second = await ada.post('/units/desk/waivers', waiver('Once.'), headers);
    expect([second.status, second.body]).toEqual([202, first.body]);
    const { items } = await done(admin.get('/proposals?limit=500'));
    expect(items.filter(({ wanted }: Json) => wanted.reason === 'Once.')).toHaveLength(1);
  });

  test('is brought back or dated anew by approval too, and taken back without', async () => {
    await ask({ waivers: false, corrections: false });
    const given = (await done(ada.post('/units/apac/waivers', waiver('Given.')))).event.id;
    await ask({ waivers: true });
    const longer = { event: given, reason: 'Longer.', expiresOn: '2090-12-31' };
    await proposed(ada, longer, 'corrections', 'apac');
    const ended = await done(
      ada.post(`/units/apac/waivers/${given}/end`, { reason: 'Over.', occurredAt: day(0) }),
    ).catch(() => done(ada.post(`/units/apac/waivers/${given}/end`, { reason: 'Over.' })));
    await proposed(ada, { event: ended.event.id, reason: 'Not over.' }, 'retractions', 'apac');
    const taken = await ada.post('/units/apac/retractions', { event: given, reason: 'Wrong.' });
    expect(taken.status).toBe(201);
    const undo = { event: taken.body.event.id, reason: 'Right after all.' };
    await proposed(ada, undo, 'retractions', 'apac');
  });
});

describe('corrections and retractions', () => {
  const achieve = async (occurredAt: string) => {
    const body = { milestone: 'hub.launched', occurredAt };
    return (await done(ada.post('/units/emea/milestones', body))).event.id as string;
  };

  test('of what was lately are recorded at once', async () => {
    const event = await achieve(day(10));
    const correction = { event, reason: 'A day earlier.', occurredAt: day(11) };
    const { status, body } = await ada.post('/units/emea/corrections', correction);
    expect(status).toBe(201);
    const retraction = { event: body.event.id, reason: 'Not at all.' };
    expect((await ada.post('/units/emea/retractions', retraction)).status).toBe(201);
  });

  test('of what was more than 30 days ago, or would then be, wait for somebody else', async () => {
    const [old, late] = [await achieve('2012-01-01'), await achieve(day(5))];
    const correction = { event: old, reason: 'The minutes say May.', occurredAt: '2012-05-01' };
    const corrected = await proposed(ada, correction, 'corrections', 'emea');
    await proposed(
      ada,
      { event: late, reason: 'Long ago.', occurredAt: '2011-01-01' },
      'corrections',
      'emea',
    );
    const retracted = await proposed(
      ada,
      { event: old, reason: 'Another unit.' },
      'retractions',
      'emea',
    );
    const { body } = await approve(grace, corrected);
    expect(body.event).toMatchObject({ type: 'milestone.achieved', occurredAt: '2012-05-01' });
    const [retraction] = (await events('emea')).filter(({ data }) => data.event === old);
    expect(retraction).toMatchObject({
      ...{ type: 'event.retracted', actor: 'Ada' },
      data: { reason: 'The minutes say May.', approvedBy: expect.any(String) },
    });
    // the facts changed: what was proposed beside it cannot be any more
    const opened = await done(grace.get(`/proposals/${retracted}`));
    expect(opened.preview).toBeNull();
    expect(opened.obstacle).toContain('retracted');
    const refused = await approve(grace, retracted);
    expect([refused.status, refused.body.type]).toEqual([
      422,
      'urn:waymark:problem:already-retracted',
    ]);
    expect(await stateOf(retracted)).toBe('open');
  });

  test('an approval is not carried on to what becomes of it', async () => {
    const id = await proposed(ada, waiver('First.'), 'waivers', 'emea');
    const { event } = (await approve(grace, id)).body;
    const again = await proposed(
      ada,
      { event: event.id, reason: 'Until then.', expiresOn: '2090-01-01' },
      'corrections',
      'emea',
    );
    const { data } = (await approve(grace, again)).body.event;
    expect(data).toEqual({ ...waiver('First.'), expiresOn: '2090-01-01' });
  });
});

describe('who decides', () => {
  test('is somebody else: not oneself, nor with a key of one’s own making', async () => {
    const boss = await keyOf(admin, 'Boss', { role: 'administrator' });
    const spare = await keyOf(boss, 'Spare of the boss');
    for (const [proposer, approver] of [
      [ada, ada],
      [boss, spare],
      [spare, boss],
    ] as const) {
      const id = await proposed(proposer, waiver('Mine.'));
      const refused = await approve(approver, id);
      expect([refused.status, refused.body.type]).toEqual([
        403,
        'urn:waymark:problem:own-proposal',
      ]);
      expect(await stateOf(id)).toBe('open');
      expect((await approve(grace, id)).status).toBe(201);
    }
  });

  test('records exactly once, however many approve at once', async () => {
    const id = await proposed(ada, waiver('All at once.'));
    const helpers = await Promise.all(['Eve', 'Mia', 'Zoe'].map((name) => keyOf(admin, name)));
    const answers = await Promise.all(
      [grace, ...helpers, grace].map((client) => approve(client, id)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    const recorded = (await events()).filter(({ data }) => data.reason === 'All at once.');
    expect(recorded).toHaveLength(1);
  });

  test('approves or rejects, and the first decision stands', async () => {
    const id = await proposed(ada, waiver('Contested.'));
    const answers = await Promise.all([
      approve(grace, id),
      grace.post(`/proposals/${id}/rejection`, { reason: 'No.' }),
      ada.post(`/proposals/${id}/withdrawal`, {}),
    ]);
    const good = answers.filter(({ status }) => status < 300);
    expect([good.length, answers.filter(({ status }) => status === 409).length]).toEqual([1, 2]);
    const recorded = (await events()).filter(({ data }) => data.reason === 'Contested.');
    expect(recorded).toHaveLength((await stateOf(id)) === 'approved' ? 1 : 0);
  });

  test('sees the unit and may approve; others are told that there is nothing', async () => {
    const id = await proposed(ada, waiver('Only in EMEA.'));
    const apac = await keyOf(admin, 'Of APAC', { under: 'apac' });
    const never = '0198c0de-0000-7000-8000-0000000000ff';
    for (const path of ['approval', 'rejection', 'withdrawal']) {
      const hidden = await apac.post(`/proposals/${id}/${path}`, undefined);
      const unknown = await apac.post(`/proposals/${never}/${path}`, undefined);
      expect([hidden.status, hidden.body.type]).toEqual([404, unknown.body.type]);
    }
    expect((await apac.get(`/proposals/${id}`)).status).toBe(404);
    expect((await apac.get('/proposals?unit=desk')).status).toBe(404);
    const { items } = await done(apac.get('/proposals?limit=500'));
    expect(items.every(({ unit }: Json) => unit === 'apac')).toBe(true);
    const auditor = await keyOf(admin, 'Auditor', { role: 'auditor' });
    expect((await auditor.get(`/proposals/${id}`)).status).toBe(200);
    expect((await approve(auditor, id)).status).toBe(403);
    const emea = await keyOf(admin, 'Of EMEA', { under: 'emea' });
    expect((await approve(emea, id)).status).toBe(201);
  });

  test('may ask for the unit as it was seen', async () => {
    const id = await proposed(ada, waiver('As seen.'));
    expect((await approve(grace, id, { 'if-match': '"1"' })).status).toBe(412);
    const { version } = await done(admin.get('/units/desk'));
    expect((await approve(grace, id, { 'if-match': `"${version}"` })).status).toBe(201);
  });
});

describe('a proposal', () => {
  test('is rejected with a reason, and closed', async () => {
    const id = await proposed(ada, waiver('Rejected.'));
    const rejected = await done(grace.post(`/proposals/${id}/rejection`, { reason: 'Not this.' }));
    expect(rejected.proposal).toMatchObject({ state: 'rejected', reason: 'Not this.' });
    expect((await approve(grace, id)).status).toBe(409);
    expect((await grace.post(`/proposals/${id}/rejection`, {})).status).toBe(409);
  });

  test('is withdrawn by its proposer alone', async () => {
    const id = await proposed(ada, waiver('Withdrawn.'));
    const refused = await grace.post(`/proposals/${id}/withdrawal`, {});
    expect(refused.body.type).toBe('urn:waymark:problem:not-own-proposal');
    expect((await ada.post(`/proposals/${id}/withdrawal`, {})).body.proposal.state).toBe(
      'withdrawn',
    );
    expect((await approve(grace, id)).status).toBe(409);
  });

  test('stays approvable when the program stops asking', async () => {
    const id = await proposed(ada, waiver('Still open.'));
    await ask({ waivers: false, corrections: false });
    expect((await approve(grace, id)).status).toBe(201);
  });

  test('is listed by state and unit, page by page, the latest first', async () => {
    const ids = [];
    for (const reason of ['One.', 'Two.', 'Three.']) {
      ids.unshift(await proposed(ada, waiver(reason), 'waivers', 'group'));
    }
    const first = await done(ada.get('/proposals?unit=group&state=open&limit=2'));
    const rest = await done(
      ada.get(`/proposals?unit=group&state=open&limit=2&cursor=${first.next}`),
    );
    expect([...first.items, ...rest.items].map(({ id }: Json) => id)).toEqual(ids);
    expect(rest.next).toBeNull();
    expect((await done(ada.get('/proposals?unit=group&state=rejected'))).items).toEqual([]);
  });

  test('keeps its words sealed', async () => {
    await proposed(ada, waiver('zanzibar was the reason'));
    const rows = await api.testDatabase.admin('SELECT row_to_json(proposal) AS row FROM proposal');
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const word of ['zanzibar', 'Ada', 'governance']) expect(text).not.toContain(word);
  });
});

test('systems cannot propose: what needs approval is refused event by event, repeats are known', async () => {
  await ask({ waivers: false, corrections: false });
  const event = (id: string, type: string, data: object) => ({
    ...{ specversion: '1.0', id, source: 'https://ci.example', subject: 'apac', data },
    ...{ type: `waymark.milestone.${type}.v1`, time: '2013-03-01T09:00:00Z' },
  });
  const send = async (...batch: object[]) =>
    (
      await done(
        admin.post('/events', JSON.stringify(batch), {
          'content-type': 'application/cloudevents-batch+json',
        }),
      )
    ).results;
  const first = event('w1', 'waived', waiver('From elsewhere.'));
  expect((await send(first))[0].status).toBe('recorded');
  await ask({ waivers: true });
  const achieved = event('a1', 'achieved', { milestone: 'hub.launched' });
  const results = await send(first, event('w2', 'waived', waiver('Another.')), achieved);
  expect(results.map(({ status }: Json) => status)).toEqual(['duplicate', 'rejected', 'recorded']);
  expect(results[1].problem.type).toBe('urn:waymark:problem:approval-needed');
});

test('nobody decides for 30 days: it expires', async () => {
  const id = await proposed(ada, waiver('Too late.'));
  ahead += 30 * 86_400_000 + 1_000;
  expect(await stateOf(id)).toBe('expired');
  expect((await approve(grace, id)).body.type).toBe('urn:waymark:problem:proposal-closed');
});
