import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFile(join(ROOT, name), 'utf8');
/** The source of a program that the image runs after the build. */
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly stop_grace_period: string;
  readonly volumes: readonly string[];
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
}

describe('docker-compose.yml', () => {
  let services: Readonly<Record<string, Service>>;
  let volumes: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    ({ services, volumes } = parse(await read('docker-compose.yml'), { merge: true }));
  });

  test('runs PostgreSQL 18, Redis, api and worker', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'postgres', 'redis', 'worker']);
    expect(services.postgres?.image).toMatch(/^postgres:18\b/);
    expect(services.redis?.image).toMatch(/^redis:\d/);
  });

  test('asks every service for its health, and lets each end what is in flight', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(service.healthcheck.test[0], name).toBe('CMD');
      // a process gives up draining after 30 s
      expect(Number.parseInt(service.stop_grace_period, 10), name).toBeGreaterThanOrEqual(30);
    }
  });

  test.each(['api', 'worker'])('the %s runs node itself on a program that exists', (name) => {
    const service = services[name];
    expect(service?.command?.[0]).toBe('node');
    for (const words of [service?.command, service?.healthcheck.test]) {
      const program = words?.find((word) => word.startsWith('dist/')) ?? '';
      expect(existsSync(join(ROOT, sourceOf(program))), program).toBe(true);
    }
  });

  test.each(['api', 'worker'])(
    'the %s waits for healthy servers and shares the secrets',
    (name) => {
      const service = services[name];
      expect(service?.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      expect(service?.environment).toMatchObject({
        DATABASE_URL: expect.stringContaining('@postgres:5432/'),
        REDIS_URL: 'redis://redis:6379',
        WAYMARK_SECRETS_FILE: '/data/secrets.json',
      });
      expect(service?.volumes).toEqual(['secrets:/data']);
    },
  );

  test.each(['api', 'worker'])(
    'the %s can write its volume and memory alone, and gains no right',
    (name) => {
      expect(services[name]).toMatchObject({
        read_only: true,
        tmpfs: ['/tmp'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    },
  );

  test('lets nobody in but on this machine, and only to the api', () => {
    const ports = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    expect(ports).toEqual(['api 127.0.0.1:3000:3000']);
  });

  test('keeps what must outlive a container in volumes it declares', () => {
    const named = Object.values(services).flatMap((service) => service.volumes);
    expect(Object.keys(volumes).sort()).toEqual(
      [...new Set(named.map((volume) => volume.split(':')[0] as string))].sort(),
    );
    // PostgreSQL 18 images keep their data one folder higher than those before
    expect(services.postgres?.volumes).toEqual(['postgres:/var/lib/postgresql']);
  });
});

test('no secret of the folder gets into an image, and no debugger is opened', async () => {
  const ignored = (await read('.dockerignore')).split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '.git', '.waymark']));
  for (const name of ['Dockerfile', 'docker-compose.yml', 'package.json']) {
    expect(await read(name), name).not.toMatch(/--inspect|NODE_OPTIONS/);
  }
});

describe('Dockerfile', () => {
  let lines: readonly string[];
  beforeAll(async () => {
    lines = (await read('Dockerfile')).split('\n').filter((line) => /^[A-Z]+ /.test(line));
  });
  const all = (word: string) => lines.filter((line) => line.startsWith(`${word} `));

  test('builds in one stage and runs in another, with the Node of package.json', async () => {
    const stages = all('FROM');
    expect(stages).toHaveLength(2);
    const { engines } = JSON.parse(await read('package.json')) as { engines: { node: string } };
    const major = /\d+/.exec(engines.node)?.[0];
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^FROM node:${major}\\b`));
    expect(lines.indexOf('RUN npm ci')).toBeLessThan(lines.indexOf(stages[1] as string));
  });

  test('runs node itself, not by way of a shell or npm, and not as root', () => {
    const command = JSON.parse((all('CMD')[0] ?? '').slice('CMD '.length)) as readonly string[];
    expect(command[0]).toBe('node');
    expect(existsSync(join(ROOT, sourceOf(command[1] ?? '')))).toBe(true);
    expect(all('ENTRYPOINT')).toEqual([]);
    expect(all('USER')).toEqual(['USER node']);
  });

  test('takes along what the build made, models and mappings, and no development package', () => {
    const taken = all('COPY').filter((line) => line.includes('--from=build'));
    for (const name of ['package.json', 'node_modules', 'models', 'mappings', 'dist']) {
      expect(taken).toContainEqual(expect.stringContaining(`/waymark/${name} `));
    }
    expect(lines).toContainEqual(expect.stringContaining('npm prune --omit=dev'));
  });
});
