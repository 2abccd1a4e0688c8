import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../access/two-subtrees.js';
import { Client as ApiClient } from '../../e2e/support/client.js';
import type { Terminal } from './terminal.js';

interface Told {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
}

export function assisting(terminal: () => Terminal): void {
  const assistant = async (key: string) => {
    const { program, env } = terminal();
    const client = new Client({ name: 'a test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [program, 'mcp'],
        env: { ...env, WAYMARK_KEY: key },
      }),
    );
    const ask = async (name: string, arguments_: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: arguments_ })) as unknown as Told;
    return {
      client,
      ask,
      told: async (name: string, arguments_: Record<string, unknown>) => {
        const { isError, content } = await ask(name, arguments_);
        expect(isError, content[0]?.text).toBeFalsy();
        return content[0]?.text ?? '';
      },
    };
  };

  describe('an assistant', () => {
    test('reads standings with proof, asks why, what is below, what next and what if', async () => {
      const { key, json } = terminal();
      const { client, ask, told } = await assistant(key);
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(
        expect.arrayContaining([
          'standings',
          'explain',
          'rollup',
          'recommendations',
          'alerts',
          'what_if',
          'record',
        ]),
      );
      const found = JSON.parse(await told('find_units', { words: 'motor' }));
      expect(found.items[0]).toMatchObject({ unit: 'motor-insurance', parent: 'insurance' });
      const first = JSON.parse(await told('find_units', {}));
      expect(first.items).toHaveLength(20);
      const rest = JSON.parse(await told('find_units', { cursor: first.next, limit: 100 }));
      expect(rest).toMatchObject({ total: first.total - 20, next: null });
      expect(rest.items).toHaveLength(first.total - 20);
      const standings = JSON.parse(
        await told('standings', { unit: 'germany', model: 'altimeter' }),
      );
      const own = (await json('status', 'germany', '--model', 'altimeter')).items[0];
      expect(standings.items[0].stage).toEqual(own.stage);
      expect(standings.items[0].met[0]).toMatchObject({
        by: own.met[0].by,
        says: expect.stringMatching(/\w+/),
      });
      const why = await told('explain', { unit: 'motor-insurance', model: 'lithium' });
      expect(why).toContain('★ Key move: ');
      expect(why).toContain('sponsor.approved');
      expect(why).toContain('Ahead, but blocked');
      expect(JSON.parse(await told('rollup', { unit: 'emea', model: 'lithium' })).units).toBe(18);
      expect(JSON.parse(await told('recommendations', { limit: 2 }))).toHaveProperty('items');
      expect(JSON.parse(await told('alerts', { under: 'insurance' }))).toHaveProperty('items');
      const supposed = JSON.parse(
        await told('what_if', {
          unit: 'germany',
          achieve: [{ milestone: 'engagement-strategy.defined', occurredAt: '2027-03' }],
        }),
      );
      expect(supposed).toMatchObject({ recorded: false });
      expect(supposed.changes).toContain('crawl-walk-run-fly: 1 of 4 Crawling → 3 of 4 Running');
      const history = JSON.parse(
        await told('unit_history', { unit: 'germany-support', limit: 100 }),
      );
      expect(history.items.map(({ says }: { says?: string }) => says)).toContain(
        'retracted: Executives engaged achieved, 1 Dec 2024 (event 1160)',
      );
      // what cannot be done is told in the words of tools and their arguments, not of the terminal
      for (const [name, given, says] of [
        ['explain', { unit: 'germany', asOf: 'yesterday' }, 'asOf: Not a date'],
        ['explain', { unit: 'nowhere-at-all' }, 'find_units'],
        ['standings', { unit: 'germany', model: 'litium' }, 'It follows altimeter'],
        ['what_if', { unit: 'germany' }, 'in achieve or lapse'],
        ['find_units', { query: 'motor' }, 'There is no "query". There are: words, under, limit'],
        [
          'what_if',
          { unit: 'germany', lapse: [{ milestone: 'hub.launched', when: '2027' }] },
          'There is no "when". There are: milestone, on',
        ],
        ['record', { unit: 'germany', milestone: 'hub.launched' }, 'Give its day: on.'],
      ] as const) {
        const refused = await ask(name, given);
        expect(refused).toMatchObject({ isError: true });
        expect(refused.content[0]?.text).toContain(says);
        expect(refused.content[0]?.text).not.toMatch(/--|waymark /);
      }
      const wrong = await ask('explain', { unit: 'germny' });
      expect(wrong).toMatchObject({ isError: true });
      expect(wrong.content[0]?.text).toContain('Did you mean germany?');
      await client.close();
    });

    test('is answered what it asked before it hung up', async () => {
      const asked = { jsonrpc: '2.0', id: 7, method: 'tools/call' };
      const params = { name: 'find_units', arguments: { words: 'motor' } };
      const { out } = await terminal().run(['mcp'], {
        input: `${JSON.stringify({ ...asked, params })}\n`,
      });
      expect(JSON.parse(out)).toMatchObject({ id: 7, result: { content: [{ type: 'text' }] } });
    });

    test('records when its key may, and is not offered to when it may not', async () => {
      const { api, key, json } = terminal();
      const writer = await assistant(key);
      const fact = {
        unit: 'nordics',
        milestone: 'steering-committee.formed',
        on: '2026-10',
        note: 'Told in a chat',
      };
      const before = (await json('status', 'nordics')).position;
      const looked = JSON.parse(await writer.told('record', { ...fact, preview: true }));
      expect(looked).toMatchObject({ recorded: false, says: expect.stringMatching(/^Nothing/) });
      expect(looked.changes[0]).toMatch(/^altimeter: /);
      expect((await json('status', 'nordics')).position).toBe(before);
      const { event, says, changes } = JSON.parse(await writer.told('record', fact));
      expect(says).toBe(
        `Recorded as event ${event.position}: Steering committee formed: achieved, at nordics, Oct 2026.`,
      );
      expect(changes).toEqual(looked.changes);
      expect(event).toMatchObject({
        type: 'milestone.achieved',
        unit: 'nordics',
        data: { note: 'Told in a chat' },
      });
      await writer.client.close();
      const reader = await assistant(await keyOf(new ApiClient(api.url, key), 'executive'));
      const { tools } = await reader.client.listTools();
      expect(tools.map(({ name }) => name)).not.toContain('record');
      expect(await reader.ask('record', fact)).toMatchObject({ isError: true });
      await reader.client.close();
    });
  });
}
