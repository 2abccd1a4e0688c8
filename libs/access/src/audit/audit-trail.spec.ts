import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERASED, Seals } from '#lib/event-log';
import { newId, systemClock } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/index.js';
import { AuditTrail } from '../index.js';

const KEY = { kind: 'key', id: newId() } as const;

describe('the audit trail', () => {
  let db: TestDatabase;
  let audit: AuditTrail;
  const seals = new Seals(Buffer.alloc(32, 7));
  beforeAll(async () => {
    db = await startTestDatabase();
    audit = new AuditTrail(db.database, systemClock, seals);
    for (const id of ['one', 'two']) {
      await db.admin('INSERT INTO program (program_id) VALUES ($1)', [id]);
    }
  });
  afterAll(() => db.close());

  it('numbers entries without a gap, also when acts run at once and some are rolled back', async () => {
    const act = (fails: boolean) =>
      db.database.inProgram('one', async (tx) => {
        await audit.note('one', { action: 'key.made', outcome: 'done', actor: KEY }, tx);
        if (fails) throw new Error('the act failed');
      });
    const acts = Array.from({ length: 12 }, (_, index) => act(index % 3 === 0));
    const outcomes = await Promise.allSettled(acts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    const rows = await db.admin('SELECT position FROM audit_entry WHERE program_id = $1', ['one']);
    expect(rows.map(({ position }) => Number(position)).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('keeps the address of one who acts sealed, so that it goes with them', async () => {
    const note = { action: 'sign-in.done', outcome: 'done', actor: KEY, from: '203.0.113.7' };
    await audit.note('two', note as never);
    const [row] = await db.admin(
      "SELECT audit_entry::text AS text, sealed, actor FROM audit_entry WHERE program_id = 'two'",
    );
    expect(row?.text).not.toContain('203.0.113.7');
    const read = () =>
      db.database.inProgram('two', (tx) =>
        new Seals(Buffer.alloc(32, 7)).unseal(tx, 'two' as never, [
          { subject: row?.actor, sealed: row?.sealed },
        ]),
      );
    expect(await read()).toEqual([{ from: '203.0.113.7' }]);
    await db.admin("DELETE FROM subject_key WHERE program_id = 'two'");
    expect(await read()).toEqual([{ from: ERASED }]);
  });

  it('is added to and never changed', async () => {
    const tries = [
      "UPDATE audit_entry SET action = 'nothing.done' WHERE program_id = 'one'",
      "DELETE FROM audit_entry WHERE program_id = 'one'",
      'TRUNCATE audit_entry',
      "DELETE FROM audit_head WHERE program_id = 'one'",
    ];
    for (const sql of tries) {
      const tried = db.database.inProgram('one', (tx) => tx.query(sql));
      await expect(tried, sql).rejects.toThrow('permission denied');
    }
  });

  it('takes no text and no secret', async () => {
    const texts = ['Ada Lovelace', 'ada@contoso.example', `wmk_${'x'.repeat(49)}`];
    for (const text of texts) {
      const about = { text };
      const noted = audit.note('one', { action: 'key.made', outcome: 'done', about });
      await expect(noted).rejects.toThrow('is to be an id or a word');
    }
  });
});
