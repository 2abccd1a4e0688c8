import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingKind } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { expectFound, SignedOffice } from './office.js';

describe('a database administrator who', () => {
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

  describe('tampers with the signed heads', () => {
    const tampered = async (sql: string, says: RegExp, kind: FindingKind) => {
      const program = await office.twentyEvents();
      await office.record(program, 1);
      await office.sign(program);
      await db.admin(`${sql} AND program_id = $1`, [program]);
      await expectFound(office, program, undefined, kind, says);
    };
    it.each<[string, string, RegExp, FindingKind]>([
      [
        'edits a position',
        'UPDATE signed_head SET position = 13 WHERE number = 1',
        /Head 1[^,]* was not signed by the key it names/,
        'signature',
      ],
      [
        'edits a hash',
        `UPDATE signed_head SET hash = sha256('x') WHERE number = 2`,
        /Head 2[^,]* was not signed by/,
        'signature',
      ],
      [
        'edits a time',
        `UPDATE signed_head SET signed_at = now() WHERE number = 3`,
        /Head 3[^,]* was not signed by/,
        'signature',
      ],
      [
        'names another key',
        `UPDATE signed_head SET key_id = 'ffffffffffffffff' WHERE number = 3`,
        /not among those that are trusted/,
        'signature',
      ],
      [
        'calls one afresh',
        'UPDATE signed_head SET afresh = true WHERE number = 3',
        /Head 3[^,]* was not signed by/,
        'signature',
      ],
      [
        'replaces a signature',
        `UPDATE signed_head SET signature = sha512('x') WHERE number = 1`,
        /Head 1[^,]* was not signed by/,
        'signature',
      ],
      [
        'takes one out in the middle',
        'DELETE FROM signed_head WHERE number = 2',
        /Signed head 2 is missing/,
        'heads',
      ],
      [
        'takes the last out',
        'DELETE FROM signed_head WHERE number = 3',
        /Head 3[^,]* is known outside and missing/,
        'heads',
      ],
      [
        'takes all out',
        'DELETE FROM signed_head WHERE number > 0',
        /Head 1[^,]* is known outside and missing/,
        'heads',
      ],
    ])('and %s is found out, the events being sound', async (_, sql, says, kind) => {
      await tampered(sql, says, kind);
    });
  });

  it('takes heads out is told of, and they are put back from outside', async () => {
    const program = await office.twentyEvents();
    await db.admin('DELETE FROM signed_head WHERE program_id = $1 AND number = 2', [program]);
    expect(await office.heads.check(program)).toBeUndefined();
    await office.heads.level(program);
    expect(office.trouble.at(-1)).toContain('were missing from the database and were put back');
    expect(await office.log.verify(program)).toMatchObject({ ok: true, signed: { heads: 2 } });
  });
});
