import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { verifyExport } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { from, SignedOffice } from './office.js';

const letter = (column: string) =>
  `overlay(${column} placing chr(97 + (ascii(substr(${column}, 1 + $3 % length(${column}), 1)) + $4) % 26)
     from 1 + $3 % length(${column}) for 1)`;
const digit = (column: string) =>
  // not of the hyphens
  `overlay(${column}::text placing to_hex((('x' || substr(${column}::text, 1 + $3 % 8, 1))::bit(4)::int + $4) % 16)
     from 1 + $3 % 8 for 1)::uuid`;
const byte = (column: string) =>
  `set_byte(${column}, $3 % length(${column}), (get_byte(${column}, $3 % length(${column})) + $4) % 256)`;
const inJson = (column: string, member: string) =>
  `jsonb_set(${column}, '{${member}}', to_jsonb(${letter(`(${column} ->> '${member}')`)}))`;
const time = (column: string) =>
  `${column} + ($4::int * (1 + $3::int % 1000)) * interval '1 microsecond'`;

/** Every field of an event, and how one letter, digit or byte of it becomes another. */
const FIELDS: Readonly<Record<string, string>> = {
  type: letter('type'),
  unit: letter('unit'),
  occurred_at: letter('occurred_at'),
  source: letter('source'),
  source_id: letter('source_id'),
  id: digit('id'),
  author: digit('author'),
  digest: byte('digest'),
  hash: byte('hash'),
  actor: inJson('actor', 'name'),
  data: inJson('data', 'milestone'),
  recorded_at: time('recorded_at'),
  effective_at: time('effective_at'),
};

describe('whatever is changed', () => {
  let db: TestDatabase;
  let office: SignedOffice;
  let program: ProgramId;
  beforeAll(async () => {
    db = await startTestDatabase();
    office = new SignedOffice(db);
    program = await office.program(15);
    await office.sign(program);
  });
  afterAll(async () => {
    await office.close();
    await db.close();
  });

  it('in one field of one event, it is found there', async () => {
    const row = 'program_id = $1 AND position = $2';
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.entries(FIELDS)),
        fc.integer({ min: 2, max: 15 }),
        fc.nat(1000),
        fc.integer({ min: 1, max: 15 }),
        async ([field, changed], position, place, by) => {
          const key = [program, position];
          const [before] = await db.admin(
            `SELECT ${field}::text AS was FROM event WHERE ${row}`,
            key,
          );
          // every statement names all four
          await db.admin(
            `UPDATE event SET ${field} = ${changed} WHERE ${row} AND $3::int + $4::int > 0`,
            [...key, place, by],
          );
          const [after] = await db.admin(
            `SELECT ${field}::text AS is FROM event WHERE ${row}`,
            key,
          );
          const verification = await office.log.verify(program);
          await db.admin(
            `UPDATE event SET ${field} = CAST($3::text AS ${TYPES[field] ?? 'text'}) WHERE ${row}`,
            [...key, before?.['was']],
          );
          fc.pre(before?.['was'] !== after?.['is']);
          expect(verification, field).toMatchObject({ ok: false, firstBroken: position });
        },
      ),
      { numRuns: 150 },
    );
    expect(await office.log.verify(program)).toMatchObject({ ok: true });
  });

  it('in one letter of an export, it is found with the public key', async () => {
    const lines = await office.export(program);
    const withKey = { heads: [], publicKeys: [office.heads.keys.present.publicKey] };
    const whole = lines.map((line) => `${line}\n`).join('');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 127 }),
        async (at, flip) => {
          const letter = String.fromCharCode((whole.charCodeAt(at) ^ flip) & 0x7f);
          const changed = whole.slice(0, at) + letter + whole.slice(at + 1);
          const report = await verifyExport(from(changed.split('\n')), withKey);
          // white space around a line is not part of it
          const same = changed
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean);
          fc.pre(same.join('\n') !== lines.join('\n'));
          expect(report.ok, `${at}: ${changed.slice(at - 20, at + 20)}`).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Columns that are no text. */
const TYPES: Readonly<Record<string, string>> = {
  id: 'uuid',
  author: 'uuid',
  digest: 'bytea',
  hash: 'bytea',
  actor: 'jsonb',
  data: 'jsonb',
  recorded_at: 'timestamptz',
  effective_at: 'timestamptz',
};
