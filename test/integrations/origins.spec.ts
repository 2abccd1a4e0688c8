import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client, type Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import type { ProgramId } from '#lib/domain';
import { clearDeliveries } from '#lib/integrations';
import { gitlab, type Sent, salesforce, TOOLS } from './support/tools.js';
import { fromGithub, hexOf, standard } from './support/signing.js';
import { SECRET, ToolOffice } from './support/tool-office.js';

/** Tells the same of every tool: that something came, for a unit that nobody knows. */
const ANYTHING = {
  ...{ id: 'anything', when: 'true', unit: { external: '"somewhere"' } },
  ...{ record: 'achieved', milestone: 'hub.launched', occurredAt: 'received' },
};
const OTHER = 'another-secret-that-nobody-knows';

describe('the proof of origin', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock });
  });
  afterAll(() => api.stop());

  const kept = async (office: ToolOffice) =>
    (await office.client.get(`/sources/${office.source}/deliveries`)).body.items;

  /** What a source refused, once that is so much. */
  const refusedBy = (office: ToolOffice, count: number): Promise<readonly Json[]> =>
    eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}`);
      const refused: readonly Json[] = body.health.refused;
      return refused.reduce((sum, one) => sum + one.count, 0) >= count ? refused : undefined;
    });
  const reasonOf = async (office: ToolOffice) => (await refusedBy(office, 1))[0]?.reason;

  describe.each(Object.entries(TOOLS))('of %s', (kind, tool) => {
    let office: ToolOffice;
    beforeAll(async () => {
      office = await ToolOffice.open(api, `of-${kind}`, kind, [ANYTHING], tool.source);
    });
    const send = ({ query = '', ...request }: Sent) => office.send(request, query);

    test('opens the door once, and a second time to the same delivery', async () => {
      const sent = tool.send(SECRET);
      const first = await send(sent);
      expect(first.status).toBe(kind === 'salesforce' ? 200 : 202);
      const again = await send(sent);
      expect(again.status).toBe(first.status);
      if (kind === 'salesforce') expect(first.body).toContain('<Ack>true</Ack>');
      else {
        expect([first.body.status, again.body.status]).toEqual(['accepted', 'repeated']);
        expect(again.body.delivery).toBe(first.body.delivery);
      }
      await office.workedOff();
      const [delivery, ...others] = await kept(office);
      expect(others).toEqual([]);
      expect(delivery).toMatchObject({ status: 'unmatched', event: tool.event, attempts: 1 });
      const { body } = await office.client.get(
        `/sources/${office.source}/deliveries/${delivery.id}`,
      );
      expect(body.payload).toMatchObject(tool.payload);
      expect(JSON.stringify(body)).not.toContain(SECRET);
    });

    test('is refused with another secret, without one, and where the body was changed', async () => {
      const before = (await kept(office)).length;
      const { body, headers, query } = tool.send(SECRET);
      const type = { 'content-type': headers['content-type'] ?? '' };
      const refused: readonly Sent[] = [
        tool.send(OTHER),
        { body, headers: type },
        ...(tool.signed
          ? [{ body: body.replace(/\d/, '7 '), headers, ...(query ? { query } : {}) }]
          : []),
      ];
      for (const one of refused) {
        const { status, body: problem } = await send(one);
        expect([status, problem.type]).toEqual([401, 'urn:waymark:problem:origin-unproven']);
      }
      expect(await kept(office)).toHaveLength(before);
      // the source says why, and nothing of what was sent
      const told = await refusedBy(office, refused.length);
      expect(Object.fromEntries(told.map(({ reason, count }) => [reason, count]))).toEqual({
        ...{ 'other-secret': refused.length - 1, 'no-proof': 1 },
      });
      expect(JSON.stringify(told)).not.toContain(OTHER);
    });

    test('tells nothing of whether there is a source', async () => {
      const { body, headers, query = '' } = tool.send(OTHER);
      const nobody = new Client(api.url);
      const there = await send(tool.send(OTHER));
      const nowhere = await nobody.send('POST', `/webhooks/nobody-here${query}`, body, {
        ...headers,
      });
      expect(nowhere.status).toBe(there.status);
      expect({ ...nowhere.body, instance: '' }).toEqual({ ...there.body, instance: '' });
    });
  });

  test('of a signed time is refused when that is more than five minutes away', async () => {
    for (const kind of ['generic', 'gitlab']) {
      const office = await ToolOffice.open(api, `old-${kind}`, kind, []);
      const now = Math.floor(Date.now() / 1000);
      for (const [at, status] of [
        [now - 310, 401],
        [now + 310, 401],
        [now - 240, 202],
      ] as const) {
        expect((await office.send(standard(SECRET, { n: at }, { at }))).status).toBe(status);
      }
      expect(await kept(office)).toHaveLength(1);
      expect(await refusedBy(office, 2)).toMatchObject([{ reason: 'other-time', count: 2 }]);
    }
  });

  test('of a tool of one’s own may be a signature, a token or a bearer', async () => {
    const office = await ToolOffice.open(api, 'ways', 'generic', []);
    const ways = (body: string): readonly Record<string, string>[] => [
      { 'x-waymark-signature': hexOf(SECRET, body) },
      { 'x-waymark-token': SECRET },
      { authorization: `Bearer ${SECRET}` },
    ];
    for (const index of [0, 1, 2]) {
      const body = JSON.stringify({ index });
      const headers = { 'content-type': 'application/json', ...ways(body)[index] };
      expect((await office.send({ body, headers })).body.status).toBe('accepted');
    }
    const whsec = `whsec_${Buffer.from(SECRET).toString('base64')}`;
    await office.put({ kind: 'generic', secret: whsec });
    expect((await office.send(standard(whsec, { index: 3 }))).status).toBe(202);
  });

  test('of Salesforce takes the organisation as well', async () => {
    const office = await ToolOffice.open(api, 'orgs', 'salesforce', [], {
      organization: '00D000000000002',
    });
    const { query = '', ...message } = salesforce.send(SECRET);
    expect((await office.send(message, query)).status).toBe(401);
    expect(await reasonOf(office)).toBe('other-organization');
    expect((await office.send({ ...message, body: '<no-message/>' }, query)).status).toBe(401);
    const told = await refusedBy(office, 2);
    expect(new Set(told.map(({ reason }) => reason))).toEqual(
      new Set(['other-organization', 'no-message']),
    );
    const without = await office.client.put('/sources/no-org', {
      kind: 'salesforce',
      secret: SECRET,
    });
    expect([without.status, without.body.errors[0].pointer]).toEqual([422, '/organization']);
  });

  test('holds with two secrets while one is being replaced, and with no third', async () => {
    const office = await ToolOffice.open(api, 'turning', 'gitlab', []);
    const status = async (secret: string) => (await office.send(gitlab.send(secret))).status;
    const [second, third] = ['the-second-secret-of-it', 'the-third-secret-of-it'];
    const rotated = await office.client.post(`/sources/${office.source}/rotation`, {
      secret: second,
    });
    expect(rotated.status).toBe(200);
    expect(Date.parse(rotated.body.previousEndsAt) - Date.now()).toBeGreaterThan(86_000_000);
    expect([await status(SECRET), await status(second)]).toEqual([202, 202]);
    expect((await office.put({ kind: 'gitlab', secret: third })).status).toBe(200);
    expect([await status(SECRET), await status(second), await status(third)]).toEqual([
      401, 202, 202,
    ]);
    expect(JSON.stringify((await office.client.get('/sources')).body)).not.toContain(third);
  });

  test('finds the program whose secret it is, where two have a source of one name', async () => {
    const one = await ToolOffice.open(api, 'one', 'generic', []);
    const other = await api.newProgram('other');
    const wish = { kind: 'generic', secret: OTHER, mapping: [] };
    expect((await other.put(`/sources/${one.source}`, wish)).status).toBe(201);
    expect((await one.send(standard(OTHER, { of: 'other' }))).status).toBe(202);
    expect(await kept(one)).toEqual([]);
    // what the one takes is no refusal of the other; what nobody takes could be meant for either
    expect((await one.send(standard('a-secret-of-nobody-at-all', {}))).status).toBe(401);
    const [refused] = await refusedBy(one, 1);
    expect(refused).toMatchObject({ reason: 'other-secret', count: 1 });
    expect(refused?.words).toContain('another secret than the one that is valid');
    const { body } = await other.get(`/sources/${one.source}/deliveries`);
    expect(body.items).toHaveLength(1);
  });

  test('that did not hold is counted in few rows until they are forgotten', async () => {
    const office = await ToolOffice.open(api, 'flood', 'github', []);
    await office.client.post(`/sources/${office.source}/rotation`, {
      ...{ secret: 'the-second-secret-of-it', overlap: 'PT1M' },
    });
    const first = fromGithub(SECRET, 'ping', {});
    clock.ahead = 90_000;
    expect((await office.send(first)).status).toBe(401);
    clock.ahead = 0;
    expect(await reasonOf(office)).toBe('ended-secret');
    const sha1 = { ...first, headers: { ...first.headers, 'x-hub-signature-256': 'sha1=00' } };
    const all = await Promise.all(Array.from({ length: 60 }, () => office.send(sha1)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([401]));
    const told = await refusedBy(office, 61);
    expect(new Set(told.map(({ reason }) => reason))).toEqual(
      new Set(['ended-secret', 'malformed-proof']),
    );
    const written = await api.testDatabase.admin<{ rows: number; refused: number }>(
      `SELECT count(*)::int AS rows, sum(refused)::int AS refused FROM source_refusal
        WHERE program_id = 'flood'`,
    );
    expect(written).toEqual([{ rows: 2, refused: 61 }]);
    await clearDeliveries(api.database, 'flood' as ProgramId, Date.now() + 31 * 86_400_000);
    const { body } = await office.client.get(`/sources/${office.source}`);
    expect(body.health.refused).toEqual([]);
  });

  test('is asked of bodies of up to 25 MB, which are kept whole', async () => {
    const office = await ToolOffice.open(api, 'large', 'generic', []);
    const of = (megabytes: number) => {
      const body = JSON.stringify({ type: 'large', text: 'x'.repeat(megabytes * 1024 * 1024) });
      return { body, headers: { 'content-type': 'application/json', 'x-waymark-token': SECRET } };
    };
    const taken = await office.send(of(6));
    expect(taken.status).toBe(202);
    await office.workedOff();
    const { body } = await office.client.get(
      `/sources/${office.source}/deliveries/${taken.body.delivery}`,
    );
    expect([body.status, body.payload.text.length]).toEqual(['ignored', 6 * 1024 * 1024]);
    expect((await office.send(of(26)).catch(() => ({ status: 413 }))).status).toBe(413);
    const headers = { 'content-type': 'application/json', 'x-waymark-token': SECRET };
    const empty = await office.send({ body: '', headers });
    const path = `/sources/${office.source}/deliveries/${empty.body.delivery}`;
    const { status, reason } = (await office.client.get(path)).body;
    expect([status, reason]).toEqual(['rejected', 'The body is not JSON.']);
    const text = {
      body: 'a',
      headers: { 'content-type': 'text/plain', 'x-waymark-token': SECRET },
    };
    expect((await office.send(text)).status).toBe(415);
  });
});
