import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adviceReached } from '#lib/advice';
import type { ProgramId } from '#lib/domain';
import { Outbox, Post } from '#lib/integrations';
import { StandingChanges } from '#lib/projections';
// the face of these comes with the api of channels
import type { ChannelWish } from '../../libs/integrations/src/channels/channel.js';
import { Channels } from '../../libs/integrations/src/channels/channels.js';
import { Courier } from '../../libs/integrations/src/channels/courier.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { achieve, ALLOWED, opened, program } from './support/board.js';
import type { Endpoint } from './support/endpoint.js';

const BY = '0198c0de-0000-7000-8000-000000000001';
const HOUR_MS = 3_600_000;

describe('a channel', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  let channels: Channels;
  let outbox: Outbox;
  let courier: Courier;
  const mails: { readonly to: string; readonly text: string }[] = [];
  const disabled: string[] = [];
  beforeAll(async () => {
    api = await startTestApi({ clock, variables: ALLOWED });
    const { database, log, catalogue } = { ...api.foundation, ...api.records };
    const post = new Post(api.foundation.environment.outboundAllow);
    const parts = { database, clock, seals: log.seals, post };
    channels = new Channels({ ...parts, mail: true });
    outbox = new Outbox({
      database,
      clock,
      log,
      changes: new StandingChanges(database, catalogue),
    });
    courier = new Courier({
      ...parts,
      mailer: { send: async (to, { text }) => void mails.push({ to, text }) },
      address: 'https://waymark.contoso.example',
      onDisabled: async (_tx, _program, { because }) => void disabled.push(because),
    });
  });
  afterAll(() => api.stop());

  const put = (id: string, wish: Partial<ChannelWish>) =>
    api.database.inProgram(id as ProgramId, (tx) =>
      channels.put(
        tx,
        id as ProgramId,
        { name: 'board', by: BY },
        {
          ...{
            kind: 'slack',
            under: null,
            severities: ['critical', 'warning', 'info'],
            rules: null,
          },
          ...{ how: { mode: 'at-once' }, quiet: null },
          ...wish,
        },
      ),
    );
  const slack = async (endpoint: Endpoint, id: string, wish: Partial<ChannelWish> = {}) =>
    put(id, { address: `${endpoint.url}/services/T0/B0/hidden`, ...wish });
  /** Tells and sends what is due, some time later. */
  const after = async (id: string, ms: number) => {
    const key = id as ProgramId;
    await api.advised(id);
    const { position } = await api.database.inProgram(key, (tx) => adviceReached(tx, key));
    const { signal } = new AbortController();
    await outbox.run(key, position, signal);
    clock.ahead += ms;
    return courier.run(key, signal);
  };

  test('of Slack is told once of what happens together, with links, and not of what it did not ask for', async () => {
    const client = await program(api, 'grouped');
    const endpoint = await opened();
    const { channel } = await slack(endpoint, 'grouped', { under: 'care', severities: ['info'] });
    expect(channel.to).toBe(endpoint.url);
    expect(JSON.stringify(channel)).not.toContain('hidden');
    await achieve(client, 'sales', 'sponsor.approved', '2011-03-01');
    await achieve(client, 'care', 'sponsor.approved', '2011-03-01');
    expect(await after('grouped', 0)).toBe(0);
    expect(await after('grouped', 11_000)).toBe(1);
    const [sent] = endpoint.received;
    expect(sent?.path).toBe('/services/T0/B0/hidden');
    const told = sent?.body.blocks[1].text.text as string;
    expect(told).toMatch(/care rose from .* to .* in lithium/);
    expect(told).toContain('<https://waymark.contoso.example/units/care|Open>');
    expect(told).not.toContain('sales');
    expect(await after('grouped', HOUR_MS)).toBe(0);
  });

  test('is held back in quiet hours, and told what came meanwhile when they are over', async () => {
    const client = await program(api, 'quiet');
    const endpoint = await opened();
    const hour = new Date(clock.now()).getUTCHours();
    const at = (ahead: number) => `${String((hour + ahead) % 24).padStart(2, '0')}:00`;
    await slack(endpoint, 'quiet', { quiet: { from: at(0), to: at(3), zone: 'UTC' } });
    await achieve(client, 'care', 'sponsor.approved', '2011-03-01');
    expect(await after('quiet', 11_000)).toBe(0);
    await achieve(client, 'sales', 'sponsor.approved', '2011-03-01');
    expect(await after('quiet', 11_000)).toBe(0);
    expect(await after('quiet', 3 * HOUR_MS)).toBe(1);
    const texts = endpoint.received[0]?.body.blocks.slice(1) as readonly {
      text: { text: string };
    }[];
    const told = texts.map(({ text }) => text.text).join('\n');
    expect(told).toMatch(/care rose/);
    expect(told).toMatch(/sales rose/);
  });

  test('as a digest by mail comes once a day, and no more once its owner is erased', async () => {
    const client = await program(api, 'digest');
    const wish = {
      ...{ kind: 'email', address: 'ada@contoso.example' },
      how: { mode: 'digest', every: 'day', hour: 8, zone: 'UTC' },
    } as const;
    const { channel } = await put('digest', wish);
    expect(channel.to).toBe('ada@contoso.example');
    await achieve(client, 'care', 'sponsor.approved', '2011-03-01');
    expect(await after('digest', 0)).toBe(0);
    expect(await after('digest', 24 * HOUR_MS)).toBe(1);
    expect(mails).toMatchObject([{ to: 'ada@contoso.example' }]);
    expect(mails[0]?.text).toContain('https://waymark.contoso.example/units/care');
    const erased = await client.post('/erasures', {
      email: 'ada@contoso.example',
      reason: 'Asked.',
    });
    expect(erased.status).toBeLessThan(300);
    expect(await channels.get('digest' as ProgramId, 'board')).toMatchObject({ to: null });
    await achieve(client, 'sales', 'sponsor.approved', '2011-03-01');
    await after('digest', 24 * HOUR_MS);
    expect(mails).toHaveLength(1);
    expect(disabled).toEqual(['erased']);
  });
});
