import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { pemOf, UnreadableGiven } from '#lib/event-log';
import { verifyCommand } from '../../../apps/launcher/src/verify-command.js';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { SignedOffice } from './office.js';
import { rechain } from './rechain.js';

describe('npm run verify-log', () => {
  let db: TestDatabase;
  let office: SignedOffice;
  let program: ProgramId;
  let folder: string;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    db = await startTestDatabase();
    office = new SignedOffice(db);
    folder = await mkdtemp(join(tmpdir(), 'waymark-verify-'));
    program = await office.program(8);
    const { head } = await office.heads.sign(program);
    await office.record(program, 4);
    await writeFile(file('head.json'), JSON.stringify(head));
    await writeFile(file('key.pem'), pemOf(office.heads.keys.present));
    const lines = await office.export(program, 'none');
    await writeFile(file('log.jsonl'), lines.map((line) => `${line}\n`).join(''));
    await writeFile(file('windows.jsonl'), lines.map((line) => `${line}\r\n`).join(''));
    const edited = lines.map((line) => line.replace('"position":5,', '"position":5, '));
    await writeFile(file('spaces.jsonl'), edited.map((line) => `${line}\n`).join(''));
    const spoilt = lines.filter((line) => !line.includes('"position":5,'));
    await writeFile(file('spoilt.jsonl'), spoilt.map((line) => `${line}\n`).join(''));
  });
  afterAll(async () => {
    await office.close();
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (...words: string[]) => {
    const said: string[] = [];
    const code = await verifyCommand(words, (line) => said.push(line));
    return { code, said: said.join('\n') };
  };

  it('tells of a file what is proved and what is not', async () => {
    const bare = await run(file('log.jsonl'));
    expect(bare.code).toBe(0);
    expect(bare.said).toMatch(/12 events, nothing wrong was found/);
    expect(bare.said).toMatch(/not proved: That nobody wrote events 1 to 12 anew/);
    const held = await run(
      file('log.jsonl'),
      '--head',
      file('head.json'),
      '--public-key',
      file('key.pem'),
    );
    expect(held.code).toBe(0);
    expect(held.said).toMatch(
      /proved: Events 1 to 12 lie under head 2 .*, which the key \w{16} signed/,
    );
    expect((await run(file('windows.jsonl'), '--public-key', file('key.pem'))).code).toBe(0);
  });

  it('names the first bad event, for people and for programs', async () => {
    const { code, said } = await run(file('spoilt.jsonl'), '--head', file('head.json'));
    expect(code).toBe(1);
    expect(said).toMatch(
      /NOT SOUND: the first bad event is 5\.\n {2}wrong \(gap\): Event 5 is missing/,
    );
    const json = await run(file('spoilt.jsonl'), '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.said)).toMatchObject({ ok: false, firstBroken: 5, length: 4 });
    expect((await run(file('spaces.jsonl'), '--public-key', file('key.pem'))).code).toBe(1);
  });

  it('verifies a database, every program or one', async () => {
    const key = ['--public-key', office.heads.keys.present.publicKey];
    const one = await run('--database', db.url, '--program', program, ...key);
    expect(one.said).toMatch(/"p-[-\w]+": 12 events, nothing wrong was found/);
    expect(one.said).toMatch(/proved: Events 1 to 12 lie under head 2/);
    const other = await office.program(3);
    expect((await run('--database', db.url)).said.match(/nothing wrong/g)).toHaveLength(2);
    await db.admin(`UPDATE event SET occurred_at = '1999' WHERE program_id = $1 AND position = 2`, [
      other,
    ]);
    const spoilt = await run('--database', db.url);
    expect(spoilt).toMatchObject({
      code: 1,
      said: expect.stringContaining('first bad event is 2'),
    });
    await rechain(db, other, 2);
    expect((await run('--database', db.url)).code).toBe(0);
  });

  it('finds with a head that was kept what a database hides that was written anew', async () => {
    await db.admin(`UPDATE event SET occurred_at = '1999' WHERE program_id = $1 AND position = 6`, [
      program,
    ]);
    await rechain(db, program, 6);
    expect((await run('--database', db.url, '--program', program)).code).toBe(0);
    const held = await run('--database', db.url, '--program', program, '--head', file('head.json'));
    expect(held.code).toBe(1);
    expect(held.said).toMatch(/wrong \(fork\): Events from 1 to 8 were written anew/);
  });

  it('says what it needs when it cannot look', async () => {
    for (const words of [
      [],
      ['--typo'],
      [file('none.jsonl')],
      [file('log.jsonl'), '--head', file('none.json')],
      [file('log.jsonl'), '--head', file('key.pem')],
      [file('log.jsonl'), '--public-key', file('head.json')],
      ['--database', db.url, '--program', 'nobody'],
    ]) {
      await expect(run(...words), words.join(' ')).rejects.toBeInstanceOf(UnreadableGiven);
    }
    expect((await run('--help')).said).toContain('npm run verify-log');
  });
});
