import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi } from '../e2e/support/test-api.js';

/** A syslog server that takes what comes and forgets nothing. */
async function listen(port: number, took: Buffer[]) {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('data', (chunk: Buffer) => void took.push(chunk));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('what was done while the syslog server was away arrives when it is back, of every program', async () => {
  const took: Buffer[] = [];
  const away = await listen(0, took);
  await away.close();
  const api = await startTestApi({
    variables: { WAYMARK_SYSLOG_URL: `tcp://127.0.0.1:${away.port}` },
  });
  const [one, two] = [await api.newProgram('one'), await api.newProgram('two')];
  const { body: made } = await one.post('/keys', { name: 'Import', role: 'integration' });
  await two.post('/keys', { name: 'Import', role: 'executive' });
  const server = await listen(away.port, took);
  try {
    const text = await eventually(async () => {
      const whole = Buffer.concat(took).toString();
      const came = ['one', 'two'].every((program) =>
        whole.includes(`@32473 program="${program}" p`),
      );
      return came ? whole : undefined;
    });
    expect(text).toMatch(/^\d+ <109>1 /);
    expect(text).toContain(`[about@32473 key="${made.id}" role="integration"`);
    expect(text).toContain('from="127.0.0.1"');
    expect(text).not.toContain(made.key);
  } finally {
    await server.close();
    await api.stop();
  }
});
