import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import {
  Access,
  AdministratorKeyUnfit,
  AuditTrail,
  DEFAULT_PROGRAM,
  ensureAdministrator,
  ExpiryInPast,
  Keys,
  LastAdministrator,
  ProgramExists,
  renewAdministratorKey,
  UnknownKey,
} from './index.js';

describe('keys of a program', () => {
  let db: TestDatabase;
  let access: Access;
  let keys: Keys;
  const keysAt = (clock: Clock, told: Access = access) =>
    new Keys({
      database: db.database,
      clock,
      audit: new AuditTrail(db.database, clock),
      onChanged: (id) => told.forget(id),
    });
  beforeAll(async () => {
    db = await startTestDatabase();
    access = new Access(db.database, systemClock);
    keys = keysAt(systemClock);
  });
  afterAll(() => db.close());

  it('lets the holder of a key in, as the key it is', async () => {
    const first = await access.createProgram('one', 'Number One');
    const { id, key } = await keys.make('operator', 'one', {
      name: 'Import',
      role: 'administrator',
      expiresOn: '9000-01-01',
    });
    expect(key).toMatch(/^wmk_[0-9A-Za-z]{49}$/);
    expect(await access.authenticate(key)).toEqual({
      program: 'one',
      id,
      kind: 'key',
      name: 'Import',
      grants: [{ role: 'administrator', under: null, milestones: null, scopes: null }],
      serverAdministrator: false,
      requestsPerSecond: null,
    });
    const named = await db.admin('SELECT program_id, name FROM program');
    expect(named).toEqual([{ program_id: 'one', name: 'Number One' }]);
    expect(await access.authenticate(first.key)).toMatchObject({ program: 'one', id: first.id });
    expect(await access.authenticate(`${key.slice(0, -1)}!`)).toBeUndefined();
    expect(await access.authenticate('')).toBeUndefined();
    const rows = await db.admin('SELECT access_key::text AS row FROM access_key');
    expect(JSON.stringify(rows)).not.toContain(key.slice(12));
  });

  it('keeps the keys of two programs apart', async () => {
    const [a, b] = [await access.createProgram('a'), await access.createProgram('b')];
    expect((await keys.list('operator', 'a', { limit: 10 })).map(({ id }) => id)).toEqual([a.id]);
    await expect(keys.revoke('operator', 'a', b.id)).rejects.toBeInstanceOf(UnknownKey);
    await expect(keys.rotate('operator', 'a', { id: b.id })).rejects.toBeInstanceOf(UnknownKey);
    expect(await access.authenticate(b.key)).toMatchObject({ program: 'b' });
    await expect(access.createProgram('a')).rejects.toBeInstanceOf(ProgramExists);
  });

  it('lists keys in the order they were made, page by page', async () => {
    await access.createProgram('pages');
    for (const name of ['x', 'y']) {
      await keys.make('operator', 'pages', { name, role: 'administrator' });
    }
    const page = await keys.list('operator', 'pages', { limit: 2 });
    expect(page.map(({ name }) => name)).toEqual(['Administrator', 'x']);
    const rest = await keys.list('operator', 'pages', { limit: 2, after: page[1]?.id });
    expect(rest).toMatchObject([{ name: 'y', prefix: expect.stringMatching(/^wmk_.{8}$/) }]);
  });

  it('ends the old secret when a key is rotated, and the key when it is revoked', async () => {
    const { key: other } = await access.createProgram('turn');
    const { id, key } = await keys.make('operator', 'turn', {
      name: 'n',
      role: 'administrator',
    });
    expect(await access.authenticate(key)).toMatchObject({ id });
    const rotated = await keys.rotate('operator', 'turn', { id });
    expect(await access.authenticate(key)).toBeUndefined();
    expect(await access.authenticate(rotated.key)).toMatchObject({ id });
    await keys.revoke('operator', 'turn', id);
    expect(await access.authenticate(rotated.key)).toBeUndefined();
    await expect(keys.rotate('operator', 'turn', { id })).rejects.toBeInstanceOf(UnknownKey);
    expect(await access.authenticate(other)).toBeDefined();
  });

  it('never takes the last administrator key away', async () => {
    const only = await access.createProgram('last');
    const refused = keys.revoke('operator', 'last', only.id);
    await expect(refused).rejects.toBeInstanceOf(LastAdministrator);
    expect(await access.authenticate(only.key)).toBeDefined();
  });

  it('ends a key after the day it expires on, also while it is remembered', async () => {
    const clock = { now: () => Date.parse('2030-03-31T12:00:00Z') };
    const timed = new Access(db.database, clock);
    await timed.createProgram('expiry');
    const { key } = await keysAt(clock).make('operator', 'expiry', {
      name: 'n',
      role: 'administrator',
      expiresOn: '2030-03-31',
    });
    expect(await timed.authenticate(key)).toBeDefined();
    clock.now = () => Date.parse('2030-03-31T23:59:59.999Z');
    expect(await timed.authenticate(key)).toBeDefined();
    clock.now = () => Date.parse('2030-04-01T00:00:00Z');
    expect(await timed.authenticate(key)).toBeUndefined();
  });

  it('refuses a key that would be over', async () => {
    const wish = { name: 'n', role: 'administrator' } as const;
    const make = (change: object) => keys.make('operator', 'one', { ...wish, ...change });
    await expect(make({ expiresOn: '2001-01-01' })).rejects.toBeInstanceOf(ExpiryInPast);
  });
});

describe("the server administrator's key", () => {
  let db: TestDatabase;
  let access: Access;
  beforeAll(async () => {
    db = await startTestDatabase();
    access = new Access(db.database, systemClock);
  });
  afterAll(() => db.close());

  it('is made once, by whichever process starts first, and anew when it is lost', async () => {
    const starts = await Promise.all(
      Array.from({ length: 5 }, () => ensureAdministrator(db.database, undefined)),
    );
    const made = starts.flatMap((start) => (start.outcome === 'made' ? [start.key] : []));
    expect(made).toHaveLength(1);
    const [key = ''] = made;
    expect(await access.authenticate(key)).toMatchObject({
      program: DEFAULT_PROGRAM,
      serverAdministrator: true,
    });
    const renewed = await renewAdministratorKey(db.database);
    const elsewhere = new Access(db.database, systemClock);
    expect(await elsewhere.authenticate(key)).toBeUndefined();
    expect(await elsewhere.authenticate(renewed)).toMatchObject({ serverAdministrator: true });
    expect(await ensureAdministrator(db.database, undefined)).toEqual({ outcome: 'kept' });
    expect(await ensureAdministrator(db.database, key)).toEqual({ outcome: 'differs' });
    expect(await ensureAdministrator(db.database, renewed)).toEqual({ outcome: 'kept' });
  });

  it('of the configuration is no mistyped one', async () => {
    const fresh = await startTestDatabase();
    const mistyped = `wmk_${'0'.repeat(48)}1`;
    await expect(ensureAdministrator(fresh.database, mistyped)).rejects.toBeInstanceOf(
      AdministratorKeyUnfit,
    );
    expect(await fresh.admin('SELECT 1 FROM access_key')).toEqual([]);
    await fresh.close();
  });

  it('is the one of the configuration at the first start', async () => {
    const fresh = await startTestDatabase();
    const configured = 'any string of thirty-two characters or more';
    expect(await ensureAdministrator(fresh.database, configured)).toEqual({ outcome: 'installed' });
    const caller = await new Access(fresh.database, systemClock).authenticate(configured);
    expect(caller).toMatchObject({ program: 'default', serverAdministrator: true });
    await fresh.close();
  });
});
