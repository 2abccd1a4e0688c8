import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, LogEmpty, type SignedHead } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { newProgram } from '../event-log/fixture.js';
import { SignedOffice } from './office.js';

const HOUR = 3_600_000;

describe('signing heads', () => {
  let db: TestDatabase;
  let office: SignedOffice;
  beforeAll(async () => {
    db = await startTestDatabase();
    office = new SignedOffice(db);
  });
  afterAll(async () => {
    await office.close();
    await db.close();
  });

  it('makes a chain of signed heads, each naming the one before', async () => {
    const program = await office.program(5);
    const { head: first, made } = await office.heads.sign(program);
    expect(made).toBe(true);
    expect(first).toMatchObject({ program, number: 1, position: 5, previous: null });
    expect((await office.heads.sign(program)).made).toBe(false);
    await office.record(program, 2);
    const { head: second } = await office.heads.sign(program);
    expect(second).toMatchObject({ number: 2, position: 7, previous: digestOf(first) });
    const { head: hash } = await office.log.verify(program);
    expect(second.hash).toBe(hash);
    expect(await office.heads.list(program, { limit: 10 })).toEqual([second, first]);
    expect(await office.heads.list(program, { below: 2, limit: 10 })).toEqual([first]);
  });

  it('keeps them outside the database, for its owner’s eyes only', async () => {
    const program = await office.program(3);
    const { head } = await office.heads.sign(program);
    const lines = (await readFile(db.headsFile, 'utf8')).trimEnd().split('\n');
    const kept = lines.map((line) => JSON.parse(line) as SignedHead);
    expect(kept.filter((one) => one.program === program)).toEqual([head]);
    expect((await stat(db.headsFile)).mode & 0o777).toBe(0o600);
  });

  it('is due once the head has moved and an hour is over, also after nobody looked for long', async () => {
    const program = await newProgram(db.database);
    expect(await office.heads.isDue(program)).toBe(false);
    await expect(office.heads.sign(program)).rejects.toBeInstanceOf(LogEmpty);
    const moved = await office.program(2);
    expect(await office.heads.isDue(moved)).toBe(true);
    await office.sign(moved);
    office.clock.ahead += 2 * HOUR;
    expect(await office.heads.isDue(moved)).toBe(false);
    await office.record(moved, 1);
    expect(await office.heads.isDue(moved)).toBe(true);
    await office.sign(moved);
    await office.record(moved, 1);
    expect(await office.heads.isDue(moved)).toBe(false);
    office.clock.ahead += HOUR;
    expect(await office.heads.isDue(moved)).toBe(true);
  });

  it('signs one head once, however many ask', async () => {
    const program = await office.program(4);
    const all = await Promise.all(Array.from({ length: 8 }, () => office.heads.sign(program)));
    expect(all.filter(({ made }) => made)).toHaveLength(1);
    expect(new Set(all.map(({ head }) => head.signature)).size).toBe(1);
  });

  it('ends an export with its signed head', async () => {
    const program = await office.program(4);
    const lines = await office.export(program);
    const last = JSON.parse(lines.at(-1) as string);
    expect(last).toMatchObject({ line: 'signed-head', head: { program, position: 4 } });
    expect(last.seal.lines).toBe(lines.length - 1);
    expect((await office.export(program, 'none')).join('\n')).not.toContain('"line":"key"');
  });
});
