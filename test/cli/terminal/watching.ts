import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../e2e/support/eventually.js';
import type { Terminal } from './terminal.js';

export function watching(terminal: () => Terminal): void {
  describe('watching', () => {
    test('who watches sees it happen, and goes on where they were', async () => {
      const { start, says, json } = terminal();
      const { position } = await json('status', 'iberia');
      const watching = start([
        'watch',
        '--unit',
        'iberia',
        '--json',
        '--since',
        String(position),
        '--limit',
        '2',
      ]);
      const seen: string[] = [];
      if (watching.stdout) createInterface(watching.stdout).on('line', (line) => seen.push(line));
      const ended = once(watching, 'close');
      await says('log', 'iberia', 'steering-committee.formed', '--on', '2026-10');
      await says('log', 'iberia', 'steering-committee.formed', '--lapse', '--on', '2026-11');
      expect((await ended)[0]).toBe(0);
      const told = seen.map((line) => JSON.parse(line));
      expect(told.map(({ event }) => event.type)).toEqual([
        'milestone.achieved',
        'milestone.lapsed',
      ]);
      const [first] = told;
      const again = await says(
        'watch',
        '--unit',
        'iberia',
        '--since',
        String(first.position),
        '--limit',
        '1',
      );
      expect(again).toContain('Steering committee formed: lapsed');
    });

    test('who watches loses nothing when the connection breaks', async () => {
      const { api, start, says, json } = terminal();
      const { position } = await json('status', 'japan');
      const line = await breakableLine(Number(new URL(api.url).port));
      const words = ['watch', '--unit', 'japan', '--json', '--since', String(position)];
      const watching = start([...words, '--limit', '2'], { WAYMARK_URL: line.url });
      const complaints: string[] = [];
      watching.stderr?.on('data', (text) => complaints.push(String(text)));
      const seen: string[] = [];
      if (watching.stdout) createInterface(watching.stdout).on('line', (one) => seen.push(one));
      const ended = once(watching, 'close');
      await says('log', 'japan', 'steering-committee.formed', '--on', '2026-10');
      await eventually(async () => seen.length === 1 || undefined);
      line.breaks();
      await says('log', 'japan', 'steering-committee.formed', '--lapse', '--on', '2026-11');
      expect((await ended)[0]).toBe(0);
      const types = seen.map((one) => JSON.parse(one).event.type);
      expect(types).toEqual(['milestone.achieved', 'milestone.lapsed']);
      expect(complaints.join('')).toContain('trying again');
      await line.close();
    });
  });
}

/** A way to the api that can be cut. */
async function breakableLine(port: number) {
  const open = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      // the other end is cut as well
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const breaks = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    breaks,
    close: async () => {
      breaks();
      line.close();
      await once(line, 'close');
    },
  };
}
