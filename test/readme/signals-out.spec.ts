import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE_KINDS } from '#lib/integrations';
import { loadEnvironment } from '#lib/platform';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  achieve,
  ALLOWED,
  opened,
  program,
  SECRET,
  subscribe,
} from '../integrations/support/board.js';
import { done } from '../integrations/support/tool-office.js';
import { bash } from './bash.js';

const page = (name: string) =>
  readFile(join(resolve(import.meta.dirname, '../..'), 'docs', name), 'utf8');
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );
/** What stands between the first brace and the last. */
const jsonIn = (block = ''): Json =>
  JSON.parse(block.slice(block.indexOf('{'), block.lastIndexOf('}') + 1));

describe('the pages about what is told to others', () => {
  let api: TestApi;
  let client: Client;
  let webhooks: string;
  let channels: string;
  beforeAll(async () => {
    api = await startTestApi({ variables: ALLOWED });
    client = await program(api, 'pages-out');
    done(await client.put('/units/emea', { name: 'EMEA', kind: 'region' }));
    [webhooks, channels] = [await page('webhooks.md'), await page('channels.md')];
  });
  afterAll(() => api.stop());

  const inTerminal = (script = '') => bash(script, { WAYMARK: api.url, KEY: client.key ?? '' });

  it('have lines for a terminal that make a subscription and a channel', async () => {
    const [line, allow = ''] = blocks(webhooks, 'sh');
    const made = await inTerminal(line);
    const { events, under } = jsonIn(line);
    expect(made).toMatchObject({
      code: 0,
      answer: { name: 'board', origin: 'https://hooks.contoso.example', events, under },
    });
    const [room] = blocks(channels, 'sh');
    const { address: _, ...wish } = jsonIn(room);
    expect(await inTerminal(room)).toMatchObject({
      code: 0,
      answer: { name: 'board', to: 'https://hooks.slack.com', ...wish },
    });
    const [, hosts = ''] = /^WAYMARK_OUTBOUND_ALLOW=(.*)$/m.exec(allow) ?? [];
    expect(hosts).not.toBe('');
    expect(() => loadEnvironment({ WAYMARK_OUTBOUND_ALLOW: hosts })).not.toThrow();
  });

  it('show what is sent as it is sent, and verify it', async () => {
    const endpoint = await opened();
    done(await client.delete('/subscriptions/board'));
    done(await subscribe(client, endpoint, { events: ['milestone.lapsed'] }));
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    const lapse = { milestone: 'sponsor.approved', occurredAt: '2013-01-01' };
    done(await client.post('/units/care/lapses', lapse));
    const [sent] = await endpoint.of('waymark.milestone.lapsed.v1');
    const [example = ''] = blocks(webhooks, 'http');
    const shown = jsonIn(example);
    expect(Object.keys(sent?.body)).toEqual(Object.keys(shown));
    expect(Object.keys(sent?.body.data)).toEqual(Object.keys(shown.data));
    const own = { id: shown.id, source: shown.source, data: shown.data };
    const { id, source, data, ...rest } = sent?.body ?? {};
    expect({ ...rest, ...own }).toEqual(shown);
    const { milestone, occurredAt } = lapse;
    expect(data).toMatchObject({ id, unit: 'care', occurredAt, data: { milestone } });
    expect(source).toBe('urn:waymark:program:pages-out');
    for (const [, name = ''] of example.matchAll(/^([a-z-]+): /gm)) {
      expect(sent?.headers).toHaveProperty([name]);
    }
    const [verifying = ''] = blocks(webhooks, 'js');
    const script = `const body = process.env.BODY, headers = JSON.parse(process.env.HEADERS);
${verifying}
console.log(JSON.stringify(event));`;
    const variables = {
      ...{ SCRIPT: script, SECRET, BODY: sent?.text ?? '' },
      HEADERS: JSON.stringify(sent?.headers),
    };
    const run = 'node --input-type=module -e "$SCRIPT"';
    expect((await bash(run, variables)).answer).toEqual(sent?.body);
    const forged = { ...variables, BODY: variables.BODY.replace('care', 'sales') };
    await expect(bash(run, forged)).rejects.toThrow('This is not JSON');
  });

  it('name what can be told, and the kinds of notices', async () => {
    const types = [
      ...webhooks.matchAll(/`waymark\.((?:alert|notice|target|standing)\.[a-z]+)\.v1`/g),
    ];
    expect(types.length).toBeGreaterThan(5);
    for (const [, type = ''] of types) {
      const wish = { events: [type] };
      expect((await client.put('/subscriptions/board', wish)).status, type).toBe(200);
    }
    const [, section = ''] = webhooks.split('## Notices');
    const { body } = await client.get('/notices');
    expect(body).toEqual({ items: [], next: null });
    const kinds = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
    expect(kinds).toEqual([...NOTICE_KINDS]);
  });
});
