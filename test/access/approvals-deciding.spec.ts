import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Client, type Json } from '../e2e/support/client.js';
import { Eyes, waiver } from './approvals.js';
import { done } from './reads.js';
import { Browser } from './support/browser.js';

let eyes: Eyes;
beforeAll(async () => {
  eyes = await Eyes.open();
});
afterAll(() => eyes.api.stop());
beforeEach(() => eyes.ask({ waivers: true, corrections: true }));

describe('who decides', () => {
  test('is somebody else: not oneself, nor with a key of one’s own making', async () => {
    const boss = await eyes.keyOf(eyes.admin, 'Boss', { role: 'administrator' });
    const spare = await eyes.keyOf(boss, 'Spare of the boss');
    for (const [proposer, approver] of [
      [eyes.ada, eyes.ada],
      [boss, spare],
      [spare, boss],
    ] as const) {
      const id = await eyes.propose(proposer, waiver('Mine.'));
      const refused = await eyes.approve(approver, id);
      expect([refused.status, refused.body.type]).toEqual([
        403,
        'urn:waymark:problem:own-proposal',
      ]);
      expect(await eyes.stateOf(id)).toBe('open');
      expect((await eyes.approve(eyes.grace, id)).status).toBe(201);
    }
  });

  test('is not whoever holds two keys of one person, who has left meanwhile', async () => {
    const mail = 'leaver@contoso.example';
    const { id } = await done(eyes.admin.post('/people', { name: 'Leaver', email: mail }));
    await done(eyes.admin.post('/grants', { person: id, role: 'administrator' }));
    const link = await done(eyes.admin.post(`/people/${id}/recovery`));
    const browser = new Browser();
    const token = link.url.split('/').pop();
    const session = `${eyes.api.url}/api/v1/sign-in/link`;
    expect((await browser.call('POST', session, { token })).status).toBe(201);
    const keyOf = async (name: string) => {
      const wish = { name, role: 'program-office' };
      const { body } = await browser.call('POST', `${eyes.api.url}/api/v1/keys`, wish);
      return new Client(eyes.api.url, body.key);
    };
    const [left, right] = [await keyOf('Left'), await keyOf('Right')];
    const proposal = await eyes.propose(left, waiver('By two hands of one.'));
    expect((await eyes.approve(right, proposal)).status).toBe(403);
    expect((await eyes.admin.delete(`/people/${id}`)).status).toBe(204);
    expect((await eyes.approve(right, proposal)).status).toBe(403);
    expect(await eyes.stateOf(proposal)).toBe('open');
  });

  test('records exactly once, however many approve at once', async () => {
    const id = await eyes.propose(eyes.ada, waiver('All at once.'));
    const helpers = await Promise.all(
      ['Eve', 'Mia', 'Zoe'].map((name) => eyes.keyOf(eyes.admin, name)),
    );
    const answers = await Promise.all(
      [eyes.grace, ...helpers, eyes.grace].map((client) => eyes.approve(client, id)),
    );
    expect(answers.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([
      201, 409, 409, 409, 409,
    ]);
    const recorded = (await eyes.events()).filter(({ data }) => data.reason === 'All at once.');
    expect(recorded).toHaveLength(1);
  });

  test('approves or rejects, and the first decision stands', async () => {
    const id = await eyes.propose(eyes.ada, waiver('Contested.'));
    const answers = await Promise.all([
      eyes.approve(eyes.grace, id),
      eyes.grace.post(`/proposals/${id}/rejection`, { reason: 'No.' }),
      eyes.ada.post(`/proposals/${id}/withdrawal`, {}),
    ]);
    const good = answers.filter(({ status }) => status < 300);
    expect([good.length, answers.filter(({ status }) => status === 409).length]).toEqual([1, 2]);
    const recorded = (await eyes.events()).filter(({ data }) => data.reason === 'Contested.');
    expect(recorded).toHaveLength((await eyes.stateOf(id)) === 'approved' ? 1 : 0);
  });

  test('sees the unit and may approve; others are told that there is nothing', async () => {
    const id = await eyes.propose(eyes.ada, waiver('Only in EMEA.'));
    const apac = await eyes.keyOf(eyes.admin, 'Of APAC', { under: 'apac' });
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
    const auditor = await eyes.keyOf(eyes.admin, 'Auditor', { role: 'auditor' });
    expect((await auditor.get(`/proposals/${id}`)).status).toBe(200);
    expect((await eyes.approve(auditor, id)).status).toBe(403);
    const emea = await eyes.keyOf(eyes.admin, 'Of EMEA', { under: 'emea' });
    expect((await eyes.approve(emea, id)).status).toBe(201);
  });

  test('is not told of units that the proposer saw and they do not', async () => {
    const move = { parent: 'emea', occurredAt: '2014-01-01' };
    await done(eyes.admin.put('/units/desk', { parent: 'group', occurredAt: '2013-01-01' }));
    await done(eyes.admin.put('/units/desk', move));
    const [moved] = (await eyes.events()).filter(({ type }) => type === 'unit.moved');
    const wanted = { event: moved.id, reason: 'It went elsewhere.', parent: 'apac' };
    const id = await eyes.propose(eyes.ada, wanted, 'corrections');
    const emea = await eyes.keyOf(eyes.admin, 'Of EMEA', { under: 'emea' });
    const opened = await done(emea.get(`/proposals/${id}`));
    expect(opened.proposal.wanted).toEqual({ ...wanted, parent: null });
    expect([opened.preview, opened.obstacle]).toEqual([null, expect.stringContaining('see')]);
    const refused = await eyes.approve(emea, id);
    expect(refused.status).toBe(403);
    const listed = await done(emea.get('/proposals?unit=desk&limit=500'));
    const { parent } = listed.items.find((item: Json) => item.id === id).wanted;
    expect(parent).toBeNull();
    for (const body of [opened, refused.body, listed]) {
      expect(JSON.stringify(body)).not.toContain('apac');
    }
    // and who corrects the date of a stay elsewhere is not told where that was
    const [, away] = (await eyes.events()).filter(({ type }) => type === 'unit.moved');
    const dated = { event: away.id, reason: 'A day later.', occurredAt: '2013-01-02' };
    const unseen = await emea.post('/units/desk/corrections', dated);
    expect([403, 422]).toContain(unseen.status);
    expect(JSON.stringify(unseen.body)).not.toContain('group');
    expect((await eyes.approve(eyes.grace, id)).status).toBe(201);
    await done(eyes.admin.put('/units/desk', { parent: 'emea' }));
  });

  test('may ask for the unit as it was seen', async () => {
    const id = await eyes.propose(eyes.ada, waiver('As seen.'));
    expect((await eyes.approve(eyes.grace, id, { 'if-match': '"1"' })).status).toBe(412);
    const { version } = await done(eyes.admin.get('/units/desk'));
    expect((await eyes.approve(eyes.grace, id, { 'if-match': `"${version}"` })).status).toBe(201);
  });
});

describe('a proposal', () => {
  test('is rejected with a reason, and closed', async () => {
    const id = await eyes.propose(eyes.ada, waiver('Rejected.'));
    const rejected = await done(
      eyes.grace.post(`/proposals/${id}/rejection`, { reason: 'Not this.' }),
    );
    expect(rejected.proposal).toMatchObject({ state: 'rejected', reason: 'Not this.' });
    expect((await eyes.approve(eyes.grace, id)).status).toBe(409);
    expect((await eyes.grace.post(`/proposals/${id}/rejection`, {})).status).toBe(409);
  });

  test('is withdrawn by its proposer alone', async () => {
    const id = await eyes.propose(eyes.ada, waiver('Withdrawn.'));
    const refused = await eyes.grace.post(`/proposals/${id}/withdrawal`, {});
    expect(refused.body.type).toBe('urn:waymark:problem:not-own-proposal');
    expect((await eyes.ada.post(`/proposals/${id}/withdrawal`, {})).body.proposal.state).toBe(
      'withdrawn',
    );
    expect((await eyes.approve(eyes.grace, id)).status).toBe(409);
  });

  test('stays approvable when the program stops asking', async () => {
    const id = await eyes.propose(eyes.ada, waiver('Still open.'));
    await eyes.ask({ waivers: false, corrections: false });
    expect((await eyes.approve(eyes.grace, id)).status).toBe(201);
  });

  test('is listed by state and unit, page by page, the latest first', async () => {
    const ids = [];
    for (const reason of ['One.', 'Two.', 'Three.']) {
      ids.unshift(await eyes.propose(eyes.ada, waiver(reason), 'waivers', 'group'));
    }
    const first = await done(eyes.ada.get('/proposals?unit=group&state=open&limit=2'));
    const rest = await done(
      eyes.ada.get(`/proposals?unit=group&state=open&limit=2&cursor=${first.next}`),
    );
    expect([...first.items, ...rest.items].map(({ id }: Json) => id)).toEqual(ids);
    expect(rest.next).toBeNull();
    expect((await done(eyes.ada.get('/proposals?unit=group&state=rejected'))).items).toEqual([]);
  });

  test('is closed by the erasure of its proposer, whose words are gone', async () => {
    const made = { name: 'Hedy', role: 'program-office' };
    const { id: key, key: secret } = await done(eyes.admin.post('/keys', made));
    const hedy = new Client(eyes.api.url, secret);
    const id = await eyes.propose(hedy, waiver('Hedy said so.'));
    await done(eyes.admin.post('/erasures', { key }));
    const { proposal, preview, obstacle } = await done(eyes.grace.get(`/proposals/${id}`));
    expect(proposal).toMatchObject({ wanted: null, proposedBy: { id: key, name: '[erased]' } });
    expect([preview, obstacle]).toEqual([null, expect.stringContaining('erased')]);
    const refused = await eyes.approve(eyes.grace, id);
    expect([refused.status, refused.body.type]).toEqual([
      409,
      'urn:waymark:problem:proposal-closed',
    ]);
    expect((await eyes.grace.post(`/proposals/${id}/rejection`, {})).status).toBe(200);
  });

  test('keeps its words sealed', async () => {
    await eyes.propose(eyes.ada, waiver('zanzibar was the reason'));
    const rows = await eyes.api.testDatabase.admin(
      'SELECT row_to_json(proposal) AS row FROM proposal',
    );
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const word of ['zanzibar', 'Ada', 'governance']) expect(text).not.toContain(word);
  });
});
