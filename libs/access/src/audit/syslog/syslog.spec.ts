import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Seals } from '#lib/event-log';
import { newId, systemClock } from '#lib/platform';
import { selfSigned } from '../../../../../test/support/certificate.js';
import { startTestDatabase, type TestDatabase } from '../../../../../test/support/index.js';
import { AuditReader, AuditTrail, forgetAudit, SyslogDelivery } from '../../index.js';
import { syslogMessage } from './message.js';
import { sendSyslog } from './target.js';

const ENTRY = {
  position: 7,
  at: Date.parse('2026-03-01T09:00:00Z'),
  action: 'key.made',
  outcome: 'done',
  actor: { kind: 'key', id: '0190a000-0000-7000-8000-000000000001', name: 'Zoë "the \\ office"]' },
  from: '203.0.113.7',
  about: { key: '0190a000-0000-7000-8000-000000000002', times: 3, under: null },
} as const;

/** The messages of a stream framed by their lengths in octets (RFC 6587). */
function unframed(bytes: Buffer): readonly string[] {
  const messages: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(' ', at);
    const length = Number(bytes.subarray(at, space).toString());
    messages.push(bytes.subarray(space + 1, space + 1 + length).toString());
    at = space + 1 + length;
  }
  return messages;
}

/** What a server has read of every connection. */
async function listening(
  server: Server,
  chunks: Buffer[],
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const keep = (socket: Socket) => {
    socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
    socket.on('error', () => undefined);
  };
  server.on('setSecureContext' in server ? 'secureConnection' : 'connection', keep);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describe('a syslog message', () => {
  it('is as RFC 5424 wants it: escaped data for machines, and a line in UTF-8 for people', () => {
    const message = syslogMessage('contoso', ENTRY);
    expect(message).toMatch(
      /^<109>1 2026-03-01T09:00:00\.000Z \S+ waymark \d+ key\.made \[waymark@32473 /,
    );
    expect(message).toContain('actorName="Zoë \\"the \\\\ office\\"\\]"');
    expect(message).toContain(
      '][about@32473 key="0190a000-0000-7000-8000-000000000002" times="3"] \ufeffkey.made done by Zoë',
    );
    expect(syslogMessage('contoso', { ...ENTRY, outcome: 'denied' })).toMatch(/^<108>1 /);
  });

  it('is one line whatever names hold, and leaves out what there is nothing to say of', () => {
    const actor = { kind: 'unknown', id: null, name: null } as const;
    const action = 'a-very-long-word.and-another-one.and-a-third';
    const bare = syslogMessage('contoso', { ...ENTRY, action, actor, from: null, about: {} });
    expect(bare).not.toContain('about@');
    expect(bare).not.toContain('actorId');
    expect(bare.split(' ')[5]).toHaveLength(32);
    const broken = syslogMessage('contoso', {
      ...ENTRY,
      actor: { ...ENTRY.actor, name: 'two\nlines\u0000' },
    });
    expect(broken).not.toMatch(/\p{Cc}/u);
  });
});

describe('sending', () => {
  it('goes by UDP, a datagram a message', async () => {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    const came: string[] = [];
    const both = new Promise<void>((resolve) => {
      socket.on('message', (message) => {
        if (came.push(message.toString()) === 2) resolve();
      });
    });
    await sendSyslog(`udp://127.0.0.1:${socket.address().port}`, ['one', 'zwei ü']);
    await both;
    expect(came).toEqual(['one', 'zwei ü']);
    socket.close();
  });

  it('goes by TCP with the length of each message in octets', async () => {
    const chunks: Buffer[] = [];
    const server = await listening(createServer(), chunks);
    await sendSyslog(`tcp://127.0.0.1:${server.port}`, ['one', 'zwei ü']);
    expect(Buffer.concat(chunks).toString()).toBe('3 one7 zwei ü');
    await server.close();
  });

  it('goes by TLS to a server whose certificate is trusted, and to no other', async () => {
    const { certificate, key } = selfSigned();
    const chunks: Buffer[] = [];
    const server = await listening(createTlsServer({ cert: certificate, key }), chunks);
    const url = `tls://localhost:${server.port}`;
    await expect(sendSyslog(url, ['secret'])).rejects.toThrow('self-signed certificate');
    expect(chunks).toEqual([]);
    await sendSyslog(url, ['one', 'zwei ü'], { ca: certificate });
    expect(unframed(Buffer.concat(chunks))).toEqual(['one', 'zwei ü']);
    await server.close();
  });

  it('says that nobody took it', async () => {
    const server = await listening(createServer(), []);
    await server.close();
    const refused = sendSyslog(`tcp://127.0.0.1:${server.port}`, ['one']);
    await expect(refused).rejects.toThrow('ECONNREFUSED');
    const rude = createServer((socket) => socket.resetAndDestroy());
    const { port, close } = await listening(rude, []);
    const broken = sendSyslog(`tcp://127.0.0.1:${port}`, ['one']);
    await expect(broken).rejects.toThrow(/ECONNRESET|EPIPE|ended the connection/);
    await close();
  });
});

describe('the way of an audit trail to a syslog server', () => {
  let db: TestDatabase;
  let audit: AuditTrail;
  let reader: AuditReader;
  const seals = new Seals(Buffer.alloc(32, 7));
  const actor = { kind: 'key', id: newId() } as const;
  beforeAll(async () => {
    db = await startTestDatabase();
    audit = new AuditTrail(db.database, systemClock, seals);
    reader = new AuditReader(db.database, seals);
  });
  afterAll(() => db.close());

  const note = (program: string, times: number) =>
    audit.note(program, {
      ...{ action: 'key.made', outcome: 'done', actor, from: '203.0.113.7', about: { times } },
    });

  it('goes on after an outage where it was, so that nothing is lost or left out', async () => {
    const chunks: Buffer[] = [];
    const away = await listening(createServer(), chunks);
    const url = `tcp://127.0.0.1:${away.port}`;
    await away.close();
    const delivery = new SyslogDelivery(db.database, reader, url);
    for (let times = 1; times <= 3; times += 1) await note('one', times);
    await expect(delivery.deliver('one')).rejects.toThrow('ECONNREFUSED');
    const server = createServer();
    server.on('connection', (socket) => {
      socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
    });
    await new Promise<void>((resolve) => server.listen(away.port, '127.0.0.1', resolve));
    expect(await delivery.deliver('one')).toBe(3);
    expect(await delivery.deliver('one')).toBe(0);
    await note('one', 4);
    await note('two', 5);
    expect(await new SyslogDelivery(db.database, reader, url).deliver('one')).toBe(1);
    const told = unframed(Buffer.concat(chunks));
    expect(told.map((line) => /times="(\d)"/.exec(line)?.[1])).toEqual(['1', '2', '3', '4']);
    expect(told.every((line) => line.includes('from="203.0.113.7"'))).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });

  it('ends when an entry is over, and none of the last thirty days ever is', async () => {
    const long = { now: () => Date.now() - 400 * 86_400_000 };
    const lately = { now: () => Date.now() - 29 * 86_400_000 };
    for (const clock of [long, lately, systemClock]) {
      const note = { action: 'key.made', outcome: 'done', actor } as const;
      await new AuditTrail(db.database, clock).note('old', note);
    }
    const left = async () =>
      (await reader.newest('old', {}, { limit: 10 })).map((one) => one.position);
    expect(await left()).toEqual([3, 2, 1]);
    expect(await forgetAudit(db.database, 'old', { days: 365, now: Date.now() })).toBe(1);
    expect(await left()).toEqual([3, 2]);
    expect(await forgetAudit(db.database, 'old', { days: 0, now: Date.now() })).toBe(0);
    expect(await left()).toEqual([3, 2]);
    await note('old', 1);
    expect(await left()).toEqual([4, 3, 2]);
  });
});
