import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { ERASED, Seals, SubjectErased } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { MASTER_KEY, newProgram, openLog } from './fixture.js';

const MAIL = 'ada@example.com';

let db: TestDatabase;
let program: ProgramId;
beforeAll(async () => {
  db = await startTestDatabase();
  program = await newProgram(db.database);
});
afterAll(() => db.close());

const fresh = () => new Seals(MASTER_KEY);
const sealed = (seals: Seals, subject: string, texts: Record<string, string>) =>
  db.database.inProgram(program, (tx) => seals.seal(tx, program, subject, texts));
const opened = async (seals: Seals, subject: string, texts: Record<string, string>) =>
  (
    await db.database.inProgram(program, (tx) =>
      seals.unseal(tx, program, [{ subject, sealed: texts }]),
    )
  )[0];

describe('texts of people outside the log', () => {
  test('come back as they were, and lie sealed', async () => {
    const subject = randomUUID();
    const stored = await sealed(fresh(), subject, { name: 'Ada', email: MAIL });
    expect(JSON.stringify(stored)).not.toMatch(/Ada|ada@/);
    expect(await opened(fresh(), subject, stored)).toEqual({ name: 'Ada', email: MAIL });
  });

  test('do not open under another name or for another subject', async () => {
    const [subject, other] = [randomUUID(), randomUUID()];
    const stored = await sealed(fresh(), subject, { name: 'Ada', email: MAIL });
    await sealed(fresh(), other, { name: 'Eve' });
    const swapped = { name: stored['email'] ?? '', email: stored['name'] ?? '' };
    expect(await opened(fresh(), subject, swapped)).toEqual({ name: ERASED, email: ERASED });
    expect(await opened(fresh(), other, stored)).toEqual({ name: ERASED, email: ERASED });
  });

  test('share one key, however many seal for a subject at the same moment', async () => {
    const subject = randomUUID();
    const names = Array.from({ length: 8 }, (_, index) => `name ${index}`);
    const stored = await Promise.all(names.map((name) => sealed(fresh(), subject, { name })));
    const back = await Promise.all(stored.map((texts) => opened(fresh(), subject, texts)));
    expect(back).toEqual(names.map((name) => ({ name })));
  });

  test.each([
    ['the transaction', 'SELECT 1', 'SELECT 1 / 0'],
    ['a part of it', 'SAVEPOINT part', 'ROLLBACK TO SAVEPOINT part'],
  ])('are not sealed under a key that was rolled back with %s', async (_, before, after) => {
    const subject = randomUUID();
    const seals = fresh();
    const making = db.database.inProgram(program, async (tx) => {
      await tx.query(before);
      await seals.seal(tx, program, subject, { name: 'Ada' });
      await seals.seal(tx, program, subject, { name: 'Ada' });
      await tx.query(after);
    });
    await making.catch(() => undefined);
    const stored = await sealed(seals, subject, { name: 'Ada' });
    expect(await opened(fresh(), subject, stored)).toEqual({ name: 'Ada' });
  });

  test('of somebody who was erased stay so, and are taken no more', async () => {
    const subject = randomUUID();
    const stored = await sealed(fresh(), subject, { name: 'Ada' });
    await db.admin('UPDATE subject_key SET wrapped = NULL WHERE program_id = $1 AND subject = $2', [
      program,
      subject,
    ]);
    expect(await opened(fresh(), subject, stored)).toEqual({ name: ERASED });
    await expect(sealed(fresh(), subject, { name: 'Ada' })).rejects.toBeInstanceOf(SubjectErased);
  });

  test('have the subject that owners in the log have, by their address in whatever case', async () => {
    const { seals } = openLog(db.database);
    const [one, other] = await db.database.inProgram(program, async (tx) => [
      await seals.mailSubject(tx, program, MAIL),
      await fresh().mailSubject(tx, program, ' ADA@example.com'),
    ]);
    expect(other).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8/);
  });

  test('of the server itself open for their place alone', () => {
    const stored = fresh().sealUnderMaster('secret', 'totp of one');
    expect(fresh().unsealUnderMaster(stored, 'totp of one')).toBe('secret');
    expect(fresh().unsealUnderMaster(stored, 'totp of two')).toBeUndefined();
  });
});
