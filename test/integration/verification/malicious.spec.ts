import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { LogContradicted } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { rechain } from './rechain.js';
import { type Expected, expectFound, SignedOffice } from './office.js';

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

  const written = () => office.twentyEvents();
  const found = (...expected: Expected) => expectFound(office, ...expected);

  describe('changes rows and leaves the hashes', () => {
    it.each([
      ['edits what happened', `data = data || '{"milestone": "coe.formed"}'`],
      ['edits what a person wrote', `data = jsonb_set(data, '{note}', '"bm90aGluZw"')`],
      ['dates the recording back', `recorded_at = recorded_at - interval '1 second'`],
      [
        'dates it back by the smallest step',
        `recorded_at = recorded_at - interval '1 microsecond'`,
      ],
      ['dates the fact back', `effective_at = effective_at - interval '1 day'`],
      ['moves it to another day as given', `occurred_at = '2024-05-02'`],
      ['moves it to another unit', `unit = 'beta'`],
      ['takes it from its unit', 'unit = NULL'],
      ['makes it another type', `type = 'milestone.lapsed'`],
      ['makes it another author’s', `author = '0190a000-0000-7000-8000-0000000000ff'`],
      ['names another actor', `actor = '{"name": "bm9ib2R5"}'`],
      ['gives it another id', 'id = gen_random_uuid()'],
      ['gives it another source', `source = 'elsewhere'`],
      ['gives it another digest', `digest = sha256('x')`],
      ['gives it another shape', 'shape = 2'],
      ['replaces its hash', `hash = sha256('x')`],
    ])('and %s is found at that event', async (_, change) => {
      const program = await written();
      await db.admin(`UPDATE event SET ${change} WHERE program_id = $1 AND position = 7`, [
        program,
      ]);
      await found(program, 7, 'hash', /Event 7 /);
    });

    it('and deletes one in the middle is found at the gap', async () => {
      const program = await written();
      await db.admin('DELETE FROM event WHERE program_id = $1 AND position = 9', [program]);
      await found(program, 9, 'gap', /Event 9 is missing/);
    });

    it('and deletes several is told which', async () => {
      const program = await written();
      await db.admin('DELETE FROM event WHERE program_id = $1 AND position IN (4, 5, 6)', [
        program,
      ]);
      await found(program, 4, 'gap', /Events 4 to 6 are missing/);
    });

    it('and deletes one, closing the gap, is found where it was', async () => {
      const program = await written();
      await db.admin('DELETE FROM event WHERE program_id = $1 AND position = 9', [program]);
      for (let position = 10; position <= 20; position += 1) {
        await db.admin(
          'UPDATE event SET position = position - 1 WHERE program_id = $1 AND position = $2',
          [program, position],
        );
      }
      await db.admin('UPDATE feed_head SET position = 19 WHERE program_id = $1', [program]);
      await found(program, 9, 'hash');
    });

    it('and reorders two is found at the first, and told which belongs there', async () => {
      const program = await written();
      await swap(program, 5, 11);
      const { findings } = await found(program, 5, 'order');
      expect(findings[0]?.says).toMatch(/the event that belongs at 5 \(.*\) stands at 11/);
    });

    it('and cuts the tail off is found where it ends, with the head moved or not', async () => {
      const program = await written();
      await db.admin('DELETE FROM event WHERE program_id = $1 AND position > 18', [program]);
      await found(program, 19, 'cut', /ends at 18, but its head is at 20/);
      // the head before the last signed one: nothing but the signature knows better
      await db.admin('DELETE FROM event WHERE program_id = $1 AND position > 14', [program]);
      await moveHead(program, 14);
      await found(program, 15, 'cut', /ends at 14, but head 2 \(signed on .*\) is of position 16/);
    });

    it('and adds events behind the head is found there', async () => {
      const program = await written();
      await db.admin(
        `INSERT INTO event SELECT program_id, 21, gen_random_uuid(), type, shape, unit, occurred_at,
           effective_at, recorded_at, author, actor, 'more', 'x', data, digest, hash
           FROM event WHERE program_id = $1 AND position = 20`,
        [program],
      );
      await found(program, 21, 'extra');
    });
  });

  describe('computes all hashes again', () => {
    it('after editing an event is found by the signed heads', async () => {
      const program = await written();
      await db.admin(
        `UPDATE event SET data = data || '{"degree": 0.5}' WHERE program_id = $1 AND position = 14`,
        [program],
      );
      await rechain(db, program, 14);
      // between the last signed head that fits and the first that does not
      await found(program, 13, 'fork', /Events from 13 to 16 were written anew/);
    });

    it('from the first event on is found by the first signed head', async () => {
      const program = await written();
      await db.admin(
        `UPDATE event SET occurred_at = '2024-05-02' WHERE program_id = $1 AND position = 2`,
        [program],
      );
      await rechain(db, program, 1);
      await found(program, 1, 'fork', /Events from 1 to 12 were written anew/);
    });

    it('and takes the signed heads out as well is found by those outside the database', async () => {
      const program = await written();
      await db.admin(
        `UPDATE event SET occurred_at = '2024-05-02' WHERE program_id = $1 AND position = 14`,
        [program],
      );
      await rechain(db, program, 14);
      await db.admin('DELETE FROM signed_head WHERE program_id = $1', [program]);
      await found(program, 13, 'fork', /known outside and missing from the database/);
      expect(await office.heads.check(program)).toMatchObject({ kind: 'fork', position: 16 });
      await expect(office.heads.sign(program)).rejects.toBeInstanceOf(LogContradicted);
      expect(office.trouble.at(-1)).toContain('Nothing is signed until that is cleared up');
    });

    it('without any head outside is not found: that is what they are for', async () => {
      const program = await written();
      await db.admin(
        `UPDATE event SET occurred_at = '2024-05-02' WHERE program_id = $1 AND position = 14`,
        [program],
      );
      await rechain(db, program, 14);
      await db.admin('DELETE FROM signed_head WHERE program_id = $1', [program]);
      const elsewhere = new SignedOffice(db, office.secrets, `${db.headsFile}.none`);
      expect(await elsewhere.log.verify(program)).toMatchObject({ ok: true, signed: { upTo: 0 } });
      await elsewhere.close();
    });
  });

  describe('restores an old backup', () => {
    it('as it was is found to be cut, at once and by going through it', async () => {
      const program = await office.program(10);
      await office.sign(program);
      const backup = await copyOf(program);
      await office.record(program, 5);
      await office.sign(program);
      await restore(program, backup);
      expect(await office.heads.check(program)).toMatchObject({ kind: 'cut', position: 11 });
      await found(program, 11, 'cut', /ends at 10, but head 2 \(signed on .*\) is of position 15/);
      await expect(office.heads.sign(program)).rejects.toThrow(/an older or another database/);
    });

    it('and lets Waymark write on is found to be a fork', async () => {
      const program = await office.program(10);
      await office.sign(program);
      const backup = await copyOf(program);
      await office.record(program, 5);
      await office.sign(program);
      await restore(program, backup);
      await office.record(program, 9);
      expect(await office.heads.check(program)).toMatchObject({ kind: 'fork', position: 15 });
      await found(program, 11, 'fork', /Events from 11 to 15 were written anew/);
    });

    it('and has another server sign it is found by the heads of both', async () => {
      const program = await office.program(10);
      const backup = await copyOf(program);
      await office.record(program, 5);
      await office.sign(program);
      await restore(program, backup);
      // the same secrets, but it never saw the file
      const elsewhere = new SignedOffice(db, office.secrets, `${db.headsFile}.elsewhere`);
      await elsewhere.record(program, 5);
      await elsewhere.sign(program);
      await elsewhere.loseFile();
      await elsewhere.close();
      await found(program, 1, 'fork', /another head 1 than is known outside/);
    });
  });

  async function swap(program: ProgramId, one: number, other: number): Promise<void> {
    await db.admin(
      `UPDATE event SET position = -position WHERE program_id = $1 AND position IN ($2, $3)`,
      [program, one, other],
    );
    await db.admin(
      `UPDATE event SET position = CASE position WHEN -$2::bigint THEN $3::bigint ELSE $2 END
        WHERE program_id = $1 AND position < 0`,
      [program, one, other],
    );
  }

  async function moveHead(program: ProgramId, position: number): Promise<void> {
    await db.admin(
      `UPDATE feed_head SET position = event.position, hash = event.hash FROM event
        WHERE feed_head.program_id = $1 AND event.program_id = $1 AND event.position = $2`,
      [program, position],
    );
  }

  async function copyOf(program: ProgramId): Promise<readonly string[]> {
    const suffix = `copy_${program.replaceAll('-', '')}`;
    for (const table of ['event', 'feed_head', 'signed_head', 'unit']) {
      await db.admin(
        `CREATE TABLE ${table}_${suffix} AS SELECT * FROM ${table} WHERE program_id = '${program}'`,
      );
    }
    return ['event', 'feed_head', 'signed_head', 'unit'].map((table) => `${table}_${suffix}`);
  }

  async function restore(program: ProgramId, copies: readonly string[]): Promise<void> {
    for (const copy of copies) {
      const table = copy.slice(0, copy.indexOf('_copy_'));
      await db.admin(`DELETE FROM ${table} WHERE program_id = $1`, [program]);
      await db.admin(`INSERT INTO ${table} SELECT * FROM ${copy}`);
    }
  }
});
