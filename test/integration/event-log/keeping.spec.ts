import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import {
  ERASED,
  type EventDraft,
  type EventLog,
  LogImportFault,
  LogNotEmpty,
  SecretsMismatch,
} from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { ACTOR, achieved, appending, newProgram, openLog, readAll, unitKey } from './fixture.js';

const OWNER = { name: 'Grace Hopper', email: 'Grace@Example.com' };
const WORDS = [
  ACTOR.name,
  ...Object.values(OWNER),
  'Noted privately',
  'Minutes of the board',
  'For a reason',
  'Auditor Bob',
  'Eve in charge',
];
const milestone = 'hub.launched' as never;
const alpha = unitKey('alpha');

/** One append of everything in which people write. */
const DRAFTS: readonly EventDraft[] = [
  {
    type: 'unit.registered',
    unit: alpha,
    data: { name: 'Alpha', kind: 'team', parent: null, owner: OWNER },
  },
  { type: 'unit.changed', unit: alpha, data: { owner: { ...OWNER, email: 'grace@example.com' } } },
  {
    type: 'milestone.achieved',
    unit: alpha,
    occurredAt: '0001-01-01',
    data: {
      milestone,
      note: 'Noted privately',
      evidence: [{ title: 'Minutes of the board', url: 'https://example.com/1' }],
    },
  },
  { type: 'milestone.lapsed', unit: alpha, data: { milestone, reason: 'For a reason' } },
  {
    type: 'milestone.assessed',
    unit: alpha,
    data: { milestone, outcome: 'no', by: 'Auditor Bob', note: '' },
  },
  { type: 'alert.assigned', unit: alpha, data: { alert: 'a', to: 'Eve in charge' } },
  { type: 'program.changed', unit: null, data: { name: 'Our program' } },
];

describe('keeping a log', () => {
  let db: TestDatabase;
  let log: EventLog;
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database);
  });
  afterAll(async () => {
    await log.close();
    await db.close();
  });
  const written = async (): Promise<ProgramId> => {
    const program = await newProgram(db.database);
    await log.append(appending(program, DRAFTS));
    return program;
  };
  const exported = async (program: ProgramId, from = log): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of from.exportLog(program)) lines.push(line);
    return lines;
  };
  const imported = async (lines: readonly string[], into?: ProgramId, target = log) => {
    const program = into ?? (await newProgram(db.database));
    const rebuilt: ProgramId[] = [];
    const head = await target.importLog(program, from(lines), async (which) => {
      rebuilt.push(which);
    });
    expect(rebuilt).toEqual([program]);
    return { program, head };
  };

  describe('that holds what people write', () => {
    it('shows nothing of it in the database, and all of it to readers', async () => {
      const program = await written();
      const rows = await db.admin<{ row: string }>(
        'SELECT event::text AS row FROM event WHERE program_id = $1',
        [program],
      );
      for (const word of WORDS) expect(JSON.stringify(rows)).not.toContain(word);
      expect(JSON.stringify(rows)).not.toContain('example.com');
      const events = await readAll(db.database, log, program);
      expect(events.map(({ data }) => data)).toEqual(DRAFTS.map(({ data }) => data));
      expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['Ada']));
    });

    it('folds without it', async () => {
      const program = await written();
      const folded = await db.database.inProgram(program, (tx) =>
        log.readUnits(tx, program, [alpha], 5),
      );
      expect(folded.map(({ type }) => type)).toEqual(DRAFTS.slice(0, 5).map(({ type }) => type));
      expect(folded[2]).toMatchObject({
        effectiveAt: Date.parse('0001-01-01T00:00:00Z'),
        data: { milestone, evidence: [{}] },
      });
      for (const word of WORDS) expect(JSON.stringify(folded)).not.toContain(word);
      const facts = await db.database.inProgram(program, (tx) =>
        log.readProgramFacts(tx, program, ['program.changed', 'model.added'], 100),
      );
      expect(facts).toMatchObject([{ position: 7, data: { name: 'Our program' } }]);
    });

    it('gives one owner one key, however the address is written', async () => {
      const program = await written();
      const rows = await db.admin<{ subject: string }>(
        `SELECT DISTINCT data->'owner'->>'subject' AS subject FROM event
          WHERE program_id = $1 AND data ? 'owner'`,
        [program],
      );
      expect(rows).toHaveLength(1);
    });

    it('goes on without it when the key of its author was destroyed', async () => {
      const program = await written();
      await db.admin('DELETE FROM subject_key WHERE program_id = $1 AND subject = $2', [
        program,
        ACTOR.subject,
      ]);
      const reader = openLog(db.database);
      const events = await readAll(db.database, reader, program);
      expect(events[2]).toMatchObject({
        actor: ERASED,
        data: {
          milestone,
          note: ERASED,
          evidence: [{ title: ERASED, url: ERASED }],
        },
      });
      expect(events[0]?.data).toMatchObject({ owner: OWNER });
      expect(await reader.verify(program)).toMatchObject({ ok: true, length: 7 });
    });

    it('says that the secrets file is another one', async () => {
      const program = await written();
      const stranger = openLog(db.database, { masterKey: Buffer.alloc(32, 7) });
      const reading = readAll(db.database, stranger, program);
      await expect(reading).rejects.toBeInstanceOf(SecretsMismatch);
    });
  });

  describe('that somebody tampers with', () => {
    it.each([
      ['changes a fact', `UPDATE event SET data = data || '{"degree": 0.5}' WHERE position = 3`, 3],
      ['dates a fact back', `UPDATE event SET effective_at = '1999-01-01' WHERE position = 4`, 4],
      ['takes a fact away', 'DELETE FROM event WHERE position = 5', 5],
      ['takes the last fact away', 'DELETE FROM event WHERE position = 7', 7],
      ['replaces a hash', `UPDATE event SET hash = digest WHERE position = 2`, 2],
      ['replaces the last hash', `UPDATE event SET hash = digest WHERE position = 7`, 7],
      ['moves the head back', 'UPDATE feed_head SET position = 6', 6],
      [
        'adds a fact',
        `INSERT INTO event SELECT program_id, 8, gen_random_uuid(), type, shape, unit, occurred_at,
           effective_at, recorded_at, author, actor, source, 'more', data, digest, hash
           FROM event WHERE position = 7`,
        8,
      ],
    ])('is found out at the first wrong position when one %s', async (_, sql, firstBroken) => {
      const program = await written();
      await db.admin(`${sql} ${sql.includes('WHERE') ? 'AND' : 'WHERE'} program_id = $1`, [
        program,
      ]);
      const found = await log.verify(program);
      expect(found).toMatchObject({ ok: false, firstBroken });
    });
  });

  describe('that moves', () => {
    it('is the same on the other side, to the byte, and goes on from there', async () => {
      const source = await written();
      const lines = await exported(source);
      const other = openLog(db.database, { masterKey: Buffer.alloc(32, 9) });
      const { program, head } = await imported(lines, undefined, other);
      const events = await readAll(db.database, other, program);
      expect(events).toEqual(await readAll(db.database, log, source));
      expect(await other.verify(program)).toMatchObject({ ok: true, length: 7 });
      expect(await db.database.inProgram(program, (tx) => other.head(tx, program))).toEqual(head);
      expect(head.cataloguePosition).toBe(7);
      expect(body(await exported(program, other))).toEqual(body(lines));
      await db.admin(
        `INSERT INTO unit (program_id, unit, version, name, kind) VALUES ($1, 'alpha', 6, '', '')`,
        [program],
      );
      const next = await other.append(
        appending(program, [
          { type: 'unit.changed', unit: alpha, data: { owner: OWNER } },
          achieved('alpha'),
        ]),
      );
      expect(next.position).toBe(9);
      expect(await other.verify(program)).toMatchObject({ ok: true, length: 9 });
      const owners = await db.admin(
        `SELECT DISTINCT data->'owner'->>'subject' AS s FROM event WHERE program_id = $1 AND data ? 'owner'`,
        [program],
      );
      expect(owners).toHaveLength(1);
    });

    it('takes its uploaded models along', async () => {
      const source = await written();
      const row = ['own-model', 1, 'hash', 'id: own-model\n'];
      await db.admin('INSERT INTO model_version VALUES ($1, $2, $3, $4, $5)', [source, ...row]);
      const { program } = await imported(await exported(source));
      const rows = await db.admin(
        'SELECT model, version, hash, yaml FROM model_version WHERE program_id = $1',
        [program],
      );
      expect(rows).toEqual([
        { model: 'own-model', version: 1, hash: 'hash', yaml: 'id: own-model\n' },
      ]);
    });

    it('is refused where facts are', async () => {
      const lines = await exported(await written());
      const taken = await written();
      await expect(imported(lines, taken)).rejects.toBeInstanceOf(LogNotEmpty);
      expect(await readAll(db.database, log, taken)).toHaveLength(7);
    });

    it.each<[string, (lines: string[]) => void, number, string]>([
      [
        'an event was changed',
        (lines) => change(lines, 5, 'hub.launched', 'hub.closed'),
        7,
        'hash',
      ],
      ['an event is missing', (lines) => void lines.splice(5, 1), 6, 'position'],
      ['it ends early', (lines) => void lines.pop(), 11, 'head'],
      [
        'the head is of another log',
        (lines) => change(lines, -1, '"position":7', '"position":8'),
        12,
        'head',
      ],
      ['a line is no JSON', (lines) => void lines.splice(4, 0, '{"line":'), 5, 'JSON'],
      ['a line is of another kind', (lines) => void lines.splice(4, 0, '{"line":"x"}'), 5, 'line'],
      ['it starts in the middle', (lines) => void lines.shift(), 1, 'belong'],
      ['lines are out of order', (lines) => void lines.push(lines[1] ?? ''), 13, 'belong'],
      ['a key is there twice', (lines) => void lines.splice(2, 0, lines[1] ?? ''), 3, 'twice'],
      ['it is empty', (lines) => void lines.splice(0), 0, 'head'],
    ])('is refused whole when %s', async (_, spoil, line, reason) => {
      const lines = await exported(await written());
      expect(lines).toHaveLength(12);
      spoil(lines);
      const program = await newProgram(db.database);
      const error = await imported(lines, program).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(LogImportFault);
      expect(error).toMatchObject({ reason: expect.stringContaining(reason) });
      expect((error as LogImportFault).line).toBe(line);
      expect(await readAll(db.database, log, program)).toEqual([]);
      const keys = await db.admin('SELECT 1 FROM subject_key WHERE program_id = $1', [program]);
      expect(keys).toEqual([]);
    });
  });
});

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** An export without its first line, which says when and of which program it is. */
function body(lines: readonly string[]): readonly string[] {
  return lines.slice(1);
}

function change(lines: string[], at: number, text: string, by: string): void {
  const index = lines.findIndex(
    (line, place) => place >= (at + lines.length) % lines.length && line.includes(text),
  );
  lines[index] = (lines[index] ?? '').replace(text, by);
}
