import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../e2e/support/client.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { clearDeliveries } from '#lib/integrations';
import type { ProgramId } from '#lib/domain';
import { standard } from './support/signing.js';
import { SECRET, ToolOffice } from './support/tool-office.js';

/** Facts and due dates as a tool of one's own tells them. */
const MAPPING = [
  {
    ...{ id: 'reached', when: 'event == "reached"', unit: { external: 'payload.of' } },
    ...{ record: 'achieved', milestone: { cel: 'payload.what' }, occurredAt: 'payload.at' },
  },
  {
    ...{ id: 'planned', when: 'event == "planned"', unit: { external: 'payload.of' } },
    ...{ record: 'target', milestone: { cel: 'payload.what' }, occurredAt: 'received' },
    due: 'payload.due',
  },
];
const reached = (what: string, of = 'care') => ({
  ...{ type: 'reached', of, what, at: '2011-03-01' },
});
const DAY_MS = 86_400_000;

describe('what a source told', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock });
  });
  afterAll(() => api.stop());

  const open = (program: string) => ToolOffice.open(api, program, 'generic', MAPPING);
  const tell = async (office: ToolOffice, payload: object) => {
    const { body } = await office.send(
      standard(SECRET, payload, { at: Math.floor(clock.now() / 1000) }),
    );
    await office.workedOff();
    return (await office.client.get(`/sources/${office.source}/deliveries/${body.delivery}`)).body;
  };
  const stands = async (office: ToolOffice, id: string, ...statuses: readonly string[]) =>
    eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}/deliveries/${id}`);
      return statuses.includes(body.status) ? body : undefined;
    });
  const targets = async (office: ToolOffice): Promise<readonly Json[]> =>
    (await office.client.get('/units/care/roadmap')).body.targets;

  test('of a unit that nobody knows waits for a person, whose answer is remembered', async () => {
    const office = await open('waits');
    const first = await tell(office, reached('sponsor.approved', 'Kundenpflege/Süd'));
    expect(first).toMatchObject({ status: 'unmatched', findings: [{ outcome: 'unmatched' }] });
    await tell(office, reached('hub.launched', 'Kundenpflege/Süd'));
    const waiting = await office.client.get(`/sources/${office.source}/unmatched`);
    expect(waiting.body.items).toMatchObject([{ external: 'Kundenpflege/Süd', deliveries: 2 }]);
    const path = `/sources/${office.source}/matches/${encodeURIComponent('Kundenpflege/Süd')}`;
    const nobody = await office.client.put(path, { unit: 'nobody' });
    expect([nobody.status, nobody.body.errors[0].pointer]).toEqual([422, '/unit']);
    const matched = await office.client.put(path, { unit: 'care' });
    expect(matched.body).toMatchObject({ unit: 'care', deliveries: 2 });
    await stands(office, first.id, 'recorded');
    await office.workedOff();
    expect((await office.events()).map(({ unit }) => unit)).toEqual(['care', 'care']);
    expect((await tell(office, reached('crm.integrated', 'Kundenpflege/Süd'))).status).toBe(
      'recorded',
    );
    await office.client.put(path, { unit: null });
    expect((await tell(office, reached('content.launched', 'Kundenpflege/Süd'))).status).toBe(
      'ignored',
    );
    expect((await office.client.delete(path)).status).toBe(204);
    expect((await office.client.delete(path)).status).toBe(404);
  });

  test('finds its unit by a tag as well', async () => {
    const office = await open('tags');
    await office.client.put('/units/care', {
      ...{ name: 'Care', kind: 'team', tags: [`external:${office.source}=K-17`] },
    });
    const { findings } = await tell(office, reached('sponsor.approved', 'K-17'));
    expect(findings).toMatchObject([{ unit: 'care', external: 'K-17', outcome: 'recorded' }]);
  });

  test('against the rules is rejected with its reason, and recorded once the rules allow it', async () => {
    const office = await open('rules');
    const refused = await tell(office, reached('pets.allowed'));
    expect(refused).toMatchObject({ status: 'rejected', attempts: 1, dueAt: null });
    expect(refused.reason).toContain('pets.allowed');
    await office.client.put('/milestones/pets.allowed', {
      ...{ title: 'Pets allowed', means: 'Dogs may come to the office.', category: 'organisation' },
    });
    const replayed = await office.client.post(
      `/sources/${office.source}/deliveries/${refused.id}/replay`,
    );
    expect([replayed.status, replayed.body.status]).toEqual([202, 'received']);
    expect((await stands(office, refused.id, 'recorded')).findings[0].outcome).toBe('recorded');
    const ignored = await tell(office, { type: 'something else' });
    expect([ignored.status, ignored.reason]).toEqual([
      'ignored',
      'No rule applies to "something else".',
    ]);
    const { body } = await office.client.get(`/sources/${office.source}/deliveries?status=ignored`);
    expect(body.items).toHaveLength(1);
  });

  test('that stands somewhere is worked off again all at once, of a period', async () => {
    const office = await open('together');
    const refused = [
      await tell(office, reached('pets.fed')),
      await tell(office, { ...reached('pets.fed'), at: '2012-03-01' }),
    ];
    await tell(office, reached('sponsor.approved'));
    const lastDay = async () =>
      (await office.client.get(`/sources/${office.source}`)).body.health.lastDay;
    const none = { received: 0, ignored: 0, unmatched: 0, failed: 0 };
    expect(await lastDay()).toEqual({ ...none, recorded: 1, rejected: 2 });
    await office.client.put('/milestones/pets.fed', {
      ...{ title: 'Pets fed', means: 'Somebody feeds the dogs.', category: 'organisation' },
    });
    const replay = (wish: object) =>
      office.client.post(`/sources/${office.source}/deliveries/replay`, wish);
    const before = await replay({ status: 'rejected', to: refused[0].receivedAt });
    expect([before.status, before.body]).toEqual([202, { deliveries: 0, more: false }]);
    const replayed = await replay({ status: 'rejected', from: refused[0].receivedAt });
    expect(replayed.body).toEqual({ deliveries: 2, more: false });
    for (const { id } of refused) await stands(office, id, 'recorded');
    expect(await lastDay()).toEqual({ ...none, recorded: 3, rejected: 0 });
    expect((await replay({ status: 'received' })).status).toBe(422);
  });

  test('is undone after a preview that shows which standings change, and told again by a replay', async () => {
    const office = await open('undone');
    const { id } = await tell(office, reached('sponsor.approved'));
    await tell(office, { type: 'planned', of: 'care', what: 'hub.launched', due: '2031-06-30' });
    await tell(office, { type: 'planned', of: 'care', what: 'hub.launched', due: '2031-09-30' });
    expect(await targets(office)).toMatchObject([{ due: '2031-09-30', firstDue: '2031-06-30' }]);
    const stage = await office.stage();
    const undo = (query = '', body: object = {}) =>
      office.client.post(`/sources/${office.source}/undo${query}`, body);
    const preview = await undo('?preview=true');
    expect(preview.body).toMatchObject({ preview: true, left: [] });
    expect(preview.body.taken).toHaveLength(3);
    const [care] = preview.body.standings;
    const ordinal = (side: readonly Json[]) =>
      side.find(({ model }) => model === 'lithium').stage.ordinal;
    expect([care.unit, ordinal(care.before), ordinal(care.after)]).toEqual([
      'care',
      stage,
      stage - 1,
    ]);
    expect(await office.stage()).toBe(stage);
    expect((await undo('', { mappingVersion: 2 })).body.taken).toEqual([]);
    const undone = await undo('', { mappingVersion: 1, reason: 'The mapping was wrong.' });
    expect(undone.body).toMatchObject({ preview: false, taken: preview.body.taken });
    expect(await office.stage()).toBe(stage - 1);
    expect(await targets(office)).toEqual([]);
    expect((await undo()).body.taken).toEqual([]);
    const { body: told } = await office.client.get(`/sources/${office.source}/deliveries`);
    const now = expect.any(String);
    const back = { undone: { at: now, facts: 1 }, findings: [{ undoneAt: now }] };
    expect(told.items).toMatchObject([back, back, back]);
    await office.client.post(`/sources/${office.source}/deliveries/${id}/replay`);
    expect(await stands(office, id, 'recorded')).toMatchObject({ undone: null });
    expect(await office.stage()).toBe(stage);
    // what somebody retracts by hand is taken back as well
    const event = (await office.events()).at(-1)?.id;
    await office.client.post('/units/care/retractions', { event, reason: 'It was not so.' });
    expect(await stands(office, id, 'recorded')).toMatchObject({ undone: { facts: 1 } });
    const { body: trail } = await office.client.get('/audit?limit=500');
    const actions = trail.items.map(({ action }: Json) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['source.made', 'source.undone', 'delivery.replayed']),
    );
  });

  test('stays in the log when its delivery is cleared after 30 days, and its source is silent', async () => {
    const office = await open('over');
    await office.put({ kind: 'generic', silentAfter: 'P1D' });
    const { id, receivedAt } = await tell(office, reached('sponsor.approved'));
    const program = 'over' as ProgramId;
    const clear = () => clearDeliveries(api.database, program, clock.now());
    clock.ahead = 29 * DAY_MS;
    expect(await clear()).toBe(0);
    clock.ahead = 31 * DAY_MS;
    expect(await clear()).toBe(1);
    const gone = await office.client.get(`/sources/${office.source}/deliveries/${id}`);
    expect([gone.status, gone.body.type]).toEqual([404, 'urn:waymark:problem:delivery-unknown']);
    const { body } = await office.client.get(`/sources/${office.source}`);
    const expectedBy = new Date(Date.parse(receivedAt) + DAY_MS).toISOString();
    expect(body.health).toMatchObject({ lastDeliveryAt: receivedAt, silent: true });
    expect(Date.parse(body.health.expectedBy)).toBe(Date.parse(expectedBy));
    expect(await office.events()).toHaveLength(1);
    clock.ahead = 0;
  });

  test('would be told by another mapping is shown down to the standings, and nothing is recorded', async () => {
    const office = await open('tried');
    await tell(office, reached('sponsor.approved'));
    await tell(office, { type: 'begun', of: 'care', at: '2012-01-01' });
    await tell(office, { type: 'begun', of: 'nowhere', at: '2012-01-01' });
    await tell(office, { type: 'begun', of: 'care', at: '2012-01-01', again: true });
    const begun = {
      ...{ id: 'begun', when: 'event == "begun"', unit: { external: 'payload.of' } },
      ...{ record: 'achieved', milestone: 'hub.launched', occurredAt: 'payload.at' },
    };
    const run = (wish: object) => office.client.post(`/sources/${office.source}/dry-run`, wish);
    const tried = await run({ mapping: [...MAPPING, begun] });
    expect(tried.body).toMatchObject({ read: 4, telling: 4, more: false, unmatched: ['nowhere'] });
    expect(tried.body.facts).toMatchObject([
      { rule: 'reached', unit: 'care', milestone: 'sponsor.approved', outcome: 'repeated' },
      { rule: 'begun', unit: 'care', milestone: 'hub.launched', outcome: 'recorded' },
    ]);
    const ordinal = (side: readonly Json[]) =>
      side.find(({ model }) => model === 'lithium')?.stage.ordinal;
    const [care] = tried.body.standings;
    const stage = await office.stage();
    expect([ordinal(care.before), ordinal(care.after)]).toEqual([stage, stage + 1]);
    expect(await office.events()).toHaveLength(1);
    const { facts, reasons } = (await run({})).body;
    expect(facts).toHaveLength(1);
    expect(reasons).toEqual([{ reason: 'No rule applies to "begun".', deliveries: 3 }]);
    const wrong = await run({ mapping: [{ ...begun, when: 'event ==' }] });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/mapping/0/when']);
    // what is taken over is told by what comes next, and by what is replayed
    await office.put({ kind: 'generic', mapping: [...MAPPING, begun] });
    const later = await tell(office, { type: 'begun', of: 'care', at: '2012-01-01', third: true });
    expect(later).toMatchObject({ status: 'recorded', mapping: 2 });
    expect(await office.stage()).toBe(stage + 1);
    const { taken } = (
      await office.client.post(`/sources/${office.source}/undo`, { mappingVersion: 2 })
    ).body;
    expect(taken).toHaveLength(1);
    expect(await office.stage()).toBe(stage);
  });

  test('that cannot be opened is tried again later, and says why', async () => {
    const office = await open('spoiled');
    const { id } = await tell(office, reached('sponsor.approved'));
    await api.testDatabase.admin('UPDATE delivery SET sealed = $2 WHERE id = $1', [
      ...[id, Buffer.alloc(64)],
    ]);
    await office.client.post(`/sources/${office.source}/deliveries/${id}/replay`);
    const failed = await stands(office, id, 'failed');
    expect(failed.reason).toContain('other secrets');
    const minutes = (Date.parse(failed.dueAt) - Date.parse(failed.workedAt)) / 60_000;
    expect(minutes).toBeCloseTo(1, 1);
    expect(failed.payload).toBeNull();
    const { body } = await office.client.get(`/sources/${office.source}`);
    expect(body.health).toMatchObject({ failed: 1, received: 0 });
  });

  test('makes a rhythm, so that silence is noticed without being asked for', async () => {
    const office = await open('rhythm');
    for (let index = 0; index < 20; index += 1) {
      const sent = await office.send(standard(SECRET, { type: 'tick', index }));
      expect(sent.status).toBe(202);
    }
    const { health } = await office.workedOff();
    expect(health.silent).toBe(false);
    expect(Date.parse(health.expectedBy) - Date.parse(health.lastDeliveryAt)).toBe(DAY_MS);
    clock.ahead = 2 * DAY_MS;
    const { body } = await office.client.get(`/sources/${office.source}`);
    expect(body.health.silent).toBe(true);
    clock.ahead = 0;
  });

  test('is missed once when it no longer comes, and told to be heard again', async () => {
    const alone = await startTestApi({ clock, worker: false });
    const office = await ToolOffice.open(alone, 'missed', 'generic', [], { silentAfter: 'P1D' });
    clock.ahead = 2 * DAY_MS;
    const seldom = 3_600_000;
    const rhythm = { boundariesMs: seldom, reconcileMs: seldom, sourcesMs: 200 };
    const worker = await createWorker(alone.foundation, rhythm);
    const noted = (action: string) =>
      eventually(async () => {
        const { body: trail } = await office.client.get(`/audit?action=${action}`);
        return trail.items.length > 0 ? trail.items : undefined;
      });
    expect(await noted('source.silent')).toMatchObject([{ about: { source: office.source } }]);
    const at = Math.floor(clock.now() / 1000);
    expect((await office.send(standard(SECRET, { type: 'tick' }, { at }))).status).toBe(202);
    expect(await noted('source.heard')).toHaveLength(1);
    expect(await noted('source.silent')).toHaveLength(1);
    await worker.stop();
    await alone.stop();
    clock.ahead = 0;
  });

  test('outlives its source', async () => {
    const office = await open('gone');
    await tell(office, reached('sponsor.approved'));
    expect((await office.client.delete(`/sources/${office.source}`)).status).toBe(204);
    expect((await office.send(standard(SECRET, reached('hub.launched')))).status).toBe(401);
    expect((await office.client.get(`/sources/${office.source}/deliveries`)).status).toBe(404);
    expect(await office.events()).toHaveLength(1);
  });
});
