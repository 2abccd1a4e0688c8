import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSecrets } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { from, newSecrets, replaceHeadKey, SignedOffice } from './office.js';
import { newProgram } from '../event-log/fixture.js';

describe('an operator', () => {
  let db: TestDatabase;
  let office: SignedOffice;
  let folder: string;
  beforeAll(async () => {
    db = await startTestDatabase();
    office = new SignedOffice(db);
    folder = await mkdtemp(join(tmpdir(), 'waymark-operator-'));
  });
  afterAll(async () => {
    await office.close();
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('who had to restore a backup takes the log as it stands, and that is to be seen', async () => {
    const program = await office.program(6);
    await office.sign(program);
    await office.record(program, 4);
    await office.sign(program);
    await db.admin('DELETE FROM event WHERE program_id = $1 AND position > 6', [program]);
    await db.admin(
      `UPDATE feed_head SET position = 6, hash = (SELECT hash FROM event WHERE program_id = $1
        AND position = 6) WHERE program_id = $1`,
      [program],
    );
    await db.admin('DELETE FROM signed_head WHERE program_id = $1 AND number > 1', [program]);
    expect(await office.log.verify(program)).toMatchObject({ ok: false, firstBroken: 7 });
    const afresh = await office.heads.signAfresh(program);
    expect(afresh).toMatchObject({ number: 3, position: 6, afresh: true });
    expect(await office.heads.check(program)).toBeUndefined();
    expect(await office.log.verify(program)).toMatchObject({ ok: true, signed: { upTo: 6 } });
    await office.record(program, 1);
    await office.sign(program);
    expect(await office.log.verify(program)).toMatchObject({ ok: true, signed: { upTo: 7 } });
  });

  it('cannot have a broken chain signed', async () => {
    const program = await office.program(6);
    await db.admin(`UPDATE event SET occurred_at = '1999' WHERE program_id = $1 AND position = 4`, [
      program,
    ]);
    await expect(office.heads.sign(program)).rejects.toThrow(/Event 4 .* does not fit its hash/);
    await expect(office.heads.signAfresh(program)).rejects.toThrow(/Event 4 /);
    expect(await office.export(program)).not.toContainEqual(expect.stringContaining('signed-head'));
  });

  it('who takes the same log into a fresh database gets its signed heads back from the file', async () => {
    const program = await office.program(5);
    await office.sign(program);
    const lines = await office.export(program);
    const other = await startTestDatabase();
    const fresh = new SignedOffice(other, office.secrets, office.headsFile);
    await newProgram(other.database, program);
    expect(await fresh.heads.check(program)).toMatchObject({ kind: 'cut', position: 1 });
    await fresh.log.importLog(program, from(lines), () => Promise.resolve());
    expect(await fresh.heads.check(program)).toBeUndefined();
    await fresh.heads.level(program);
    expect(fresh.trouble.at(-1)).toContain('1 signed heads of');
    expect(await fresh.log.verify(program)).toMatchObject({ ok: true, signed: { upTo: 5 } });
    await fresh.close();
    await other.close();
  });

  it('whose file of heads is lost gets it again from the database', async () => {
    const mine = new SignedOffice(db, office.secrets, join(folder, 'lost.jsonl'));
    const program = await mine.program(3);
    await mine.sign(program);
    await mine.record(program, 1);
    await mine.sign(program);
    const before = await readFile(mine.headsFile, 'utf8');
    await mine.loseFile();
    await mine.heads.level(program);
    expect(await readFile(mine.headsFile, 'utf8')).toBe(before);
    await mine.close();
  });

  it('whose disk filled up in the middle of a line loses no other', async () => {
    const mine = new SignedOffice(db, office.secrets, join(folder, 'torn.jsonl'));
    const program = await mine.program(3);
    await mine.sign(program);
    await appendFile(mine.headsFile, '{"type":"waymark-signed-he');
    await mine.record(program, 1);
    await mine.sign(program);
    expect(await mine.log.verify(program)).toMatchObject({ ok: true, signed: { upTo: 4 } });
    expect((await readFile(mine.headsFile, 'utf8')).split('\n')).toHaveLength(4);
    await mine.close();
  });

  it('whose file of heads cannot be written is told, and heads are signed all the same', async () => {
    const mine = new SignedOffice(db, office.secrets, join(folder, 'torn.jsonl', 'below-a-file'));
    const program = await mine.program(3);
    expect(await mine.sign(program)).toBe(3);
    expect(mine.trouble.at(-1)).toContain('cannot be');
    // and verification does not pretend to have looked there
    expect(await mine.log.verify(program)).toMatchObject({
      ok: false,
      findings: [{ kind: 'heads', says: expect.stringContaining('cannot be read') }],
      signed: { upTo: 3 },
    });
    await mine.close();
  });

  it('changes the signing key, and what was signed before stays good', async () => {
    const file = join(folder, 'secrets.json');
    const { masterKey, signingKey } = newSecrets();
    const plain = {
      masterKey: masterKey.toString('base64'),
      signingKey: signingKey.toString('base64'),
    };
    await writeFile(file, JSON.stringify(plain), { mode: 0o600 });
    const path = join(folder, 'keys.jsonl');
    const old = new SignedOffice(db, await loadSecrets(file), path);
    const program = await old.program(3);
    await old.sign(program);
    const seed = randomBytes(32);
    await replaceHeadKey(file, seed, old.heads.keys.handOver(seed, '2026-11-22T00:00:00.000Z'));
    const renewed = new SignedOffice(db, await loadSecrets(file), path);
    const { keys } = renewed.heads;
    expect(keys.present.keyId).not.toBe(old.heads.keys.present.keyId);
    expect(keys.trusted.all.map(({ keyId }) => keyId)).toContain(old.heads.keys.present.keyId);
    // the same head once more, by the new key
    expect((await renewed.heads.sign(program)).made).toBe(true);
    await renewed.record(program, 2);
    await renewed.sign(program);
    expect(await renewed.log.verify(program)).toMatchObject({
      ok: true,
      signed: { heads: 3, upTo: 5 },
    });
    const stranger = new SignedOffice(db, newSecrets(), path);
    expect((await stranger.log.verify(program)).findings[0]).toMatchObject({ kind: 'signature' });
    for (const one of [old, renewed, stranger]) await one.close();
  });
});
