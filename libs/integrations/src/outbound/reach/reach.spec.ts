import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AddressRefused, NoAnswer } from './errors.js';
import type { Resolve } from './endpoint.js';
import { Post, POST_LIMITS } from './post.js';
import { isPublicAddress } from './public-address.js';
import { Reach } from './reach.js';

describe('an address', () => {
  test.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1'],
    ...['127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192'],
    ...['192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1'],
    ...['239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    ...['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:1::1'],
    ...['fc00::1', 'fd00:ec2::254', 'fe80::1', 'fec0::1', 'ff02::1', '2001:db8::1', '100::1'],
    ...['fe80::1%eth0', '5f00::1', 'nothing', ''],
  ])('%j is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('what users choose', () => {
  const reach = new Reach([]);

  test.each([
    ['https://127.0.0.1/'],
    ['https://2130706433/'],
    ['https://0x7f000001/'],
    ['https://0x7f.1/'],
    ['https://0177.0.0.1/'],
    ['https://127.1/'],
    ['https://0/'],
    ['https://%31%32%37.0.0.1/'],
    ['https://①②⑦.0.0.1/'],
    ['https://[::1]/'],
    ['https://[::]/'],
    ['https://[::ffff:127.0.0.1]/'],
    ['https://[::ffff:7f00:1]/'],
    ['https://[64:ff9b::a9fe:a9fe]/'],
    ['https://[2002:a9fe:a9fe::1]/'],
    ['https://169.254.169.254/latest/meta-data/'],
    ['https://metadata.google.internal/'],
    ['https://localhost/'],
    ['https://LOCALHOST./'],
    ['https://a.localhost:8443/'],
    ['https://printer.local/'],
    ['http://example.com/'],
    ['ftp://example.com/'],
    ['file:///etc/passwd'],
    ['https://user:word@example.com/'],
    ['https://user@example.com/'],
    ['https:///'],
    ['example.com'],
  ])('is refused before it is kept: %s', (address) => {
    expect(() => reach.require(address)).toThrow(AddressRefused);
  });

  test('is taken with the port and path as given', () => {
    expect(() => reach.require('https://hooks.example.com:8443/a?b=c')).not.toThrow();
  });

  test('is refused when any address of its name is not public', async () => {
    for (const inside of ['10.0.0.7', '169.254.169.254', '::1', '::ffff:10.0.0.7']) {
      const family = inside.includes(':') ? 6 : 4;
      const resolve: Resolve = async () => [
        { address: '8.8.8.8', family: 4 },
        { address: inside, family },
      ];
      const sending = new Post([], POST_LIMITS, resolve).send('https://a.example/', MESSAGE);
      await expect(sending).rejects.toThrow(AddressRefused);
    }
  });

  test('goes by address too, where the operator allows a range', () => {
    const inside = new Reach(['10.1.0.0/16', 'fd00::/8', 'hooks.intern']);
    expect(() => inside.require('http://10.1.2.3:8080/')).not.toThrow();
    expect(() => inside.require('http://[fd00::7]/')).not.toThrow();
    expect(() => inside.require('http://hooks.intern/')).not.toThrow();
    expect(() => inside.require('http://10.2.0.1/')).toThrow(AddressRefused);
    expect(() => inside.require('https://[::ffff:10.1.2.3]/')).toThrow(AddressRefused);
    expect(() => inside.require('http://other.intern.example/')).toThrow(AddressRefused);
  });
});

const MESSAGE = { headers: { 'content-type': 'application/json' }, body: '{}' };

describe('a message', () => {
  let server: Server;
  let port: number;
  const paths: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      paths.push(request.url ?? '');
      if (request.url === '/moved') {
        response.writeHead(307, { location: `http://127.0.0.1:${port}/secret` }).end();
      } else if (request.url === '/endless') {
        const pour = () => {
          while (!response.destroyed && response.write('x'.repeat(8192)));
        };
        response.on('drain', pour);
        pour();
      } else if (request.url === '/stuck') {
        response.writeHead(200);
        response.write('so far');
      } else if (request.url !== '/silent') {
        response.writeHead(503, { 'retry-after': '7' }).end(request.headers.host);
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const here = { address: '127.0.0.1', family: 4 } as const;

  test('goes where its name was found the first time, though it answers otherwise the second time', async () => {
    let asked = 0;
    const resolve: Resolve = async () =>
      asked++ === 0 ? [here] : [{ ...here, address: '127.0.0.2' }];
    const post = new Post(['127.0.0.1', 'rebound.example'], POST_LIMITS, resolve);
    const answer = await post.send(`http://rebound.example:${port}/`, MESSAGE);
    expect(answer).toEqual({ status: 503, retryAfter: '7', body: `rebound.example:${port}` });
    expect(asked).toBe(1);
  });

  test('does not go where its name has moved since it was kept', async () => {
    const before = paths.length;
    const post = new Post([], POST_LIMITS, async () => [here]);
    expect(() => new Reach([]).require(`https://rebound.example:${port}/`)).not.toThrow();
    const sending = post.send(`https://rebound.example:${port}/`, MESSAGE);
    await expect(sending).rejects.toThrow('not on the public internet');
    expect(paths.length).toBe(before);
  });

  test('follows no redirect', async () => {
    const answer = await new Post(['127.0.0.1']).send(`http://127.0.0.1:${port}/moved`, MESSAGE);
    expect(answer.status).toBe(307);
    expect(paths).not.toContain('/secret');
  });

  test('reads no more of an answer than it may', async () => {
    const answer = await new Post(['127.0.0.1']).send(`http://127.0.0.1:${port}/endless`, MESSAGE);
    expect(answer.body.length).toBe(POST_LIMITS.answerBytes);
  });

  test('waits no longer than it may, for an answer or the rest of one', async () => {
    const post = new Post(['127.0.0.1'], { ...POST_LIMITS, timeoutMs: 200 });
    await expect(post.send(`http://127.0.0.1:${port}/silent`, MESSAGE)).rejects.toThrow(
      'There was no answer within 0.2 seconds.',
    );
    const stuck = await post.send(`http://127.0.0.1:${port}/stuck`, MESSAGE);
    expect(stuck).toMatchObject({ status: 200, body: 'so far' });
  });

  test('waits no longer for a name', async () => {
    const never: Resolve = () => new Promise(() => undefined);
    const post = new Post([], { ...POST_LIMITS, timeoutMs: 100 }, never);
    await expect(post.send('https://slow.example/', MESSAGE)).rejects.toThrow(NoAnswer);
  });

  test('that was ended before it began leaves nothing behind that ends the process', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const resolve: Resolve = async () => {
      await new Promise((next) => setImmediate(next));
      throw new NoAnswer('The name of the host is not known.');
    };
    const ended = AbortSignal.abort(new Error('The worker stops.'));
    const sending = new Post([], POST_LIMITS, resolve).send('https://a.example/', MESSAGE, ended);
    await expect(sending).rejects.toThrow('The worker stops.');
    for (let turn = 0; turn < 3; turn++) await new Promise((next) => setImmediate(next));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });

  test('says in words why there is no answer', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port: free } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    const sending = new Post(['127.0.0.1']).send(`http://127.0.0.1:${free}/`, MESSAGE);
    await expect(sending).rejects.toThrow('Nobody listens at the address.');
  });
});
