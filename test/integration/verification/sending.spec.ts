import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendHeads, type SignedHead } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { eventually, foundationOn, Office } from '../../support/office.js';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { SignedOffice } from './office.js';
import { SELF_SIGNED } from './self-signed.js';

const MINUTE = 60_000;

/** Takes heads, or answers with a status that the test sets. */
class Archive {
  readonly taken: SignedHead[] = [];
  readonly asked: string[] = [];
  status = 204;
  private readonly server: Server = createServer((request, response) => {
    this.asked.push(request.url ?? '');
    void bodyOf(request).then((body) => {
      if (this.status < 300) this.taken.push(JSON.parse(body) as SignedHead);
      response.writeHead(this.status, { location: '/elsewhere' }).end();
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/heads`;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('signed heads that are sent elsewhere', () => {
  let db: TestDatabase;
  let office: SignedOffice;
  const archive = new Archive();
  let url: string;
  beforeAll(async () => {
    db = await startTestDatabase();
    office = new SignedOffice(db);
    url = await archive.open();
  });
  afterAll(async () => {
    await office.close();
    await archive.close();
    await db.close();
  });

  it('arrive once each, in order', async () => {
    const program = await office.program(3);
    const { head: first } = await office.heads.sign(program);
    await office.record(program, 1);
    const { head: second } = await office.heads.sign(program);
    expect(await sendHeads(office, program, url)).toEqual({ taken: 2 });
    expect(archive.taken).toEqual([first, second]);
    expect(await sendHeads(office, program, url)).toEqual({ taken: 0 });
  });

  it('are tried again, ever later, where they were not taken', async () => {
    const program = await office.program(2);
    await office.sign(program);
    archive.status = 500;
    const failed = { taken: 0, failure: 'the answer was 500' };
    expect(await sendHeads(office, program, url)).toEqual(failed);
    expect(await sendHeads(office, program, url)).toEqual({ taken: 0 });
    office.clock.ahead += MINUTE;
    expect(await sendHeads(office, program, url)).toEqual(failed);
    office.clock.ahead += MINUTE;
    expect(await sendHeads(office, program, url)).toEqual({ taken: 0 });
    archive.status = 200;
    office.clock.ahead += MINUTE;
    expect(await sendHeads(office, program, url)).toEqual({ taken: 1 });
    const [row] = await db.admin(
      'SELECT send_attempts, send_failure, sent_at FROM signed_head WHERE program_id = $1',
      [program],
    );
    expect(row).toMatchObject({ send_attempts: 3, send_failure: null, sent_at: expect.any(Date) });
  });

  it('do not follow a redirect', async () => {
    const program = await office.program(2);
    await office.sign(program);
    archive.status = 307;
    expect((await sendHeads(office, program, url)).failure).toContain('not followed');
    expect(archive.asked).not.toContain('/elsewhere');
    archive.status = 200;
  });

  it('do not go where nobody is, nor to one whose certificate nobody vouches for', async () => {
    const program = await office.program(2);
    await office.sign(program);
    expect((await sendHeads(office, program, 'http://127.0.0.1:1/')).failure).toContain(
      'ECONNREFUSED',
    );
    office.clock.ahead += 10 * MINUTE;
    const taken: string[] = [];
    const server = createTlsServer(SELF_SIGNED, (request, response) => {
      taken.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await sendHeads(office, program, `https://localhost:${port}/`);
    expect(answer.failure).toMatch(/self[- ]signed/);
    expect(taken).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });

  it('are signed and sent by the worker, for every program whose head moved', async () => {
    const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
    const foundation = await foundationOn('postgres', db, clock);
    const sending = { ...foundation, environment: { ...foundation.environment, headsUrl: url } };
    const worker = await createWorker(sending, {
      boundariesMs: 60_000,
      reconcileMs: 60_000,
      headsMs: 100,
    });
    const programs = [await Office.open(worker.records), await Office.open(worker.records)];
    for (const one of programs) await one.unit('acme', null, '2010-01-01');
    const arrived = (position: number) =>
      eventually(async () =>
        programs.every(({ program }) =>
          archive.taken.some((head) => head.program === program && head.position === position),
        ),
      );
    await arrived(1);
    await programs[0]?.unit('care', 'acme', '2010-01-01');
    await programs[1]?.unit('care', 'acme', '2010-01-01');
    clock.ahead += 61 * MINUTE;
    await arrived(2);
    for (const { program } of programs) {
      expect(await worker.records.log.verify(program)).toMatchObject({
        signed: { upTo: 2, heads: 2 },
      });
    }
    await worker.stop();
    foundation.queue.close();
  });
});
