import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../e2e/support/client.js';
import { Eyes, waiver } from './approvals.js';
import { done } from './reads.js';

let eyes: Eyes;
beforeAll(async () => {
  eyes = await Eyes.open();
});
afterAll(() => eyes.api.stop());
beforeEach(() => eyes.ask({ waivers: true, corrections: true }));

describe('the setting', () => {
  test('is off at first, kept where it is left out, and changed member by member', async () => {
    const fresh = await eyes.api.newProgram('approvals-fresh');
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
    await eyes.ask({ waivers: false, corrections: false });
    const { status, body } = await eyes.ada.post('/units/apac/waivers', waiver('Off.'));
    expect(status).toBe(201);
    const retraction = { event: body.event.id, reason: 'Never mind.' };
    expect((await eyes.ada.post('/units/apac/retractions', retraction)).status).toBe(201);
  });
});

describe('a waiver', () => {
  test('is recorded as its proposer’s once somebody else approves, and says who did', async () => {
    const sponsored = { milestone: 'sponsor.approved', reason: 'The group’s sponsor holds.' };
    const before = (await eyes.events()).length;
    const id = await eyes.propose(eyes.ada, {
      ...sponsored,
      occurredAt: '2015-03-01',
    });
    expect(await eyes.events()).toHaveLength(before);
    const opened = await done(eyes.grace.get(`/proposals/${id}`));
    expect(opened.proposal).toMatchObject({
      ...{ id, unit: 'desk', kind: 'waiver', state: 'open', event: null },
      wanted: { ...sponsored, occurredAt: '2015-03-01' },
      proposedBy: { name: 'Ada' },
    });
    expect(opened.obstacle).toBeNull();
    const { status, body } = await eyes.approve(eyes.grace, id);
    expect(status).toBe(201);
    expect(body.event).toMatchObject({
      ...{ type: 'milestone.waived', unit: 'desk', actor: 'Ada', occurredAt: '2015-03-01' },
      data: { ...sponsored, approvedBy: expect.any(String) },
    });
    const stages = (standings: readonly Json[]) =>
      standings.map(({ model, stage, next }) => ({ model, stage, next }));
    expect(stages(body.standings)).toEqual(stages(opened.preview.after));
    expect(stages(opened.preview.before)).not.toEqual(stages(opened.preview.after));
    const { proposal } = await done(eyes.admin.get(`/proposals/${id}`));
    expect(proposal).toMatchObject({
      ...{ state: 'approved', event: body.event.id, decidedBy: body.event.data.approvedBy },
      decidedAt: body.event.recordedAt,
    });
    const standings = await done(eyes.admin.get('/units/desk/standings'));
    expect(standings.items).toEqual(body.standings);
  });

  test('is refused at once where it would be refused, and is shown before it is proposed', async () => {
    const unknown = { milestone: 'never.was', reason: 'By decision.' };
    expect((await eyes.ada.post('/units/desk/waivers', unknown)).status).toBe(422);
    const later = { ...waiver('Later.'), occurredAt: eyes.day(-400) };
    expect((await eyes.ada.post('/units/desk/waivers', later)).status).toBe(422);
    const stale = await eyes.ada.post('/units/desk/waivers', waiver('Stale.'), {
      'if-match': '"1"',
    });
    expect(stale.status).toBe(412);
    const preview = await eyes.ada.post('/units/desk/waivers?preview=true', waiver('Preview.'));
    expect([preview.status, Object.keys(preview.body)]).toEqual([200, ['before', 'after']]);
    const { items } = await done(eyes.admin.get('/proposals?limit=500'));
    const reasons = items.map(({ wanted }: Json) => wanted.reason);
    for (const reason of ['Later.', 'Stale.', 'Preview.']) expect(reasons).not.toContain(reason);
  });

  test('is proposed once for an idempotency key, however often it is sent at once', async () => {
    const send = () =>
      eyes.ada.post('/units/desk/waivers', waiver('Once.'), { 'idempotency-key': 'once' });
    const together = await Promise.all([send(), send(), send(), send()]);
    const last = await send();
    for (const { status, body } of together) expect([status, body]).toEqual([202, last.body]);
    const { items } = await done(eyes.admin.get('/proposals?limit=500'));
    expect(items.filter(({ wanted }: Json) => wanted.reason === 'Once.')).toHaveLength(1);
  });

  test('is brought back or dated anew by approval too, and taken back without', async () => {
    await eyes.ask({ waivers: false, corrections: false });
    const given = (await done(eyes.ada.post('/units/apac/waivers', waiver('Given.')))).event.id;
    await eyes.ask({ waivers: true });
    const longer = { event: given, reason: 'Longer.', expiresOn: '2090-12-31' };
    await eyes.propose(eyes.ada, longer, 'corrections', 'apac');
    const over = { reason: 'Over.' };
    const ended = await done(eyes.ada.post(`/units/apac/waivers/${given}/end`, over));
    await eyes.propose(
      eyes.ada,
      { event: ended.event.id, reason: 'Not over.' },
      'retractions',
      'apac',
    );
    const taken = await eyes.ada.post('/units/apac/retractions', {
      event: given,
      reason: 'Wrong.',
    });
    expect(taken.status).toBe(201);
    const undo = { event: taken.body.event.id, reason: 'Right after all.' };
    await eyes.propose(eyes.ada, undo, 'retractions', 'apac');
  });
});

describe('corrections and retractions', () => {
  const achieve = async (occurredAt: string) => {
    const body = { milestone: 'hub.launched', occurredAt };
    return (await done(eyes.ada.post('/units/emea/milestones', body))).event.id as string;
  };

  test('of what was lately are recorded at once', async () => {
    const event = await achieve(eyes.day(10));
    const correction = { event, reason: 'A day earlier.', occurredAt: eyes.day(11) };
    const { status, body } = await eyes.ada.post('/units/emea/corrections', correction);
    expect(status).toBe(201);
    const retraction = { event: body.event.id, reason: 'Not at all.' };
    expect((await eyes.ada.post('/units/emea/retractions', retraction)).status).toBe(201);
  });

  test('of what was more than 30 days ago, or would then be, wait for somebody else', async () => {
    const [old, late] = [await achieve('2012-01-01'), await achieve(eyes.day(5))];
    const correction = { event: old, reason: 'The minutes say May.', occurredAt: '2012-05-01' };
    const corrected = await eyes.propose(eyes.ada, correction, 'corrections', 'emea');
    await eyes.propose(
      eyes.ada,
      { event: late, reason: 'Long ago.', occurredAt: '2011-01-01' },
      'corrections',
      'emea',
    );
    const retracted = await eyes.propose(
      eyes.ada,
      { event: old, reason: 'Another unit.' },
      'retractions',
      'emea',
    );
    const { body } = await eyes.approve(eyes.grace, corrected);
    expect(body.event).toMatchObject({ type: 'milestone.achieved', occurredAt: '2012-05-01' });
    const [retraction] = (await eyes.events('emea')).filter(({ data }) => data.event === old);
    expect(retraction).toMatchObject({
      ...{ type: 'event.retracted', actor: 'Ada' },
      data: { reason: 'The minutes say May.', approvedBy: expect.any(String) },
    });
    // the facts changed: what was proposed beside it cannot be any more
    const opened = await done(eyes.grace.get(`/proposals/${retracted}`));
    expect(opened.preview).toBeNull();
    expect(opened.obstacle).toContain('corrected already');
    const refused = await eyes.approve(eyes.grace, retracted);
    expect([refused.status, refused.body.type]).toEqual([
      422,
      'urn:waymark:problem:already-retracted',
    ]);
    expect(await eyes.stateOf(retracted)).toBe('open');
  });

  test('an approval is not carried on to what becomes of it', async () => {
    const id = await eyes.propose(eyes.ada, waiver('First.'), 'waivers', 'emea');
    const { event } = (await eyes.approve(eyes.grace, id)).body;
    const again = await eyes.propose(
      eyes.ada,
      { event: event.id, reason: 'Until then.', expiresOn: '2090-01-01' },
      'corrections',
      'emea',
    );
    const { data } = (await eyes.approve(eyes.grace, again)).body.event;
    expect(data).toEqual({ ...waiver('First.'), expiresOn: '2090-01-01' });
  });
});

test('systems cannot propose: what needs approval is refused event by event, repeats are known', async () => {
  await eyes.ask({ waivers: false, corrections: false });
  const event = (id: string, type: string, data: object) => ({
    ...{ specversion: '1.0', id, source: 'https://ci.example', subject: 'apac', data },
    ...{ type: `waymark.milestone.${type}.v1`, time: '2013-03-01T09:00:00Z' },
  });
  const send = async (...batch: object[]) =>
    (
      await done(
        eyes.admin.post('/events', JSON.stringify(batch), {
          'content-type': 'application/cloudevents-batch+json',
        }),
      )
    ).results;
  const first = event('w1', 'waived', waiver('From elsewhere.'));
  expect((await send(first))[0].status).toBe('recorded');
  await eyes.ask({ waivers: true });
  const achieved = event('a1', 'achieved', { milestone: 'hub.launched' });
  const results = await send(first, event('w2', 'waived', waiver('Another.')), achieved);
  expect(results.map(({ status }: Json) => status)).toEqual(['duplicate', 'rejected', 'recorded']);
  expect(results[1].problem.type).toBe('urn:waymark:problem:approval-needed');
});

test('nobody decides for 30 days: it expires', async () => {
  const id = await eyes.propose(eyes.ada, waiver('Too late.'));
  eyes.pass(30 * 86_400_000 + 1_000);
  expect(await eyes.stateOf(id)).toBe('expired');
  expect((await eyes.approve(eyes.grace, id)).body.type).toBe(
    'urn:waymark:problem:proposal-closed',
  );
});
