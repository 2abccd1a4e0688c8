import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Criterion,
  EVENT_TYPES,
  evaluate,
  foldFacts,
  foldTargets,
  type MaturityModel,
  type MilestoneKey,
  type ModelId,
} from '#lib/domain';
import { type EventLog, presentShape, type StoredEvent } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { newProgram, openLog, readAll, unitKey } from './fixture.js';

const FOLDER = join(import.meta.dirname, '../../../libs/event-log/golden');

const criterion = (id: string, milestone: string): Criterion => ({
  id,
  says: id,
  when: { form: 'milestone', milestone: milestone as MilestoneKey, degree: 1, scope: 'self' },
  keyMove: false,
  supporting: false,
  inferred: false,
});

/** What the histories are read by. */
const MODEL: MaturityModel = {
  id: 'golden' as ModelId,
  version: 1,
  title: 'Golden',
  provenance: 'full',
  notes: [],
  benchmarks: [],
  references: {},
  milestones: [],
  policy: 'checklist',
  items: [criterion('sponsor', 'sponsor.approved'), criterion('hub', 'hub.launched')],
};

/** Of the unit `root` in `history-1`: achieved at half, then whole, lapsed, waived, achieved by mistake. */
const CHECKED: readonly (readonly [day: string, checked: number, total: number])[] = [
  ['2008-12-31', 0, 2],
  ['2009-01-15', 0, 2],
  ['2009-01-16', 1, 2],
  ['2012-06-30', 0, 2],
  ['2014-01-01', 1, 2],
  ['2014-02-02', 1, 2],
  ['2015-07-01', 0, 2],
];

/** Of `history-2`: unit, target, what it wants, by when, by when at first, and how often that moved. */
const TARGETS = [
  ['heir', 'extended', 'stage', '2028', '2028', 0],
  ['heir', 'hub', 'milestone', null, '2027-Q2', 2],
  ['root', 'most', 'share', '2027-12-31', '2027-12-31', 0],
];

describe('logs written by every Waymark there was', () => {
  let db: TestDatabase;
  let log: EventLog;
  let histories: readonly string[];
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database);
    const files = await readdir(FOLDER);
    histories = files.filter((file) => /^history-\d+\.jsonl$/.test(file));
  });
  afterAll(async () => {
    await log.close();
    await db.close();
  });

  it('hold every shape of every event type', async () => {
    const shapes = new Set<string>();
    for (const history of histories) {
      for (const line of await linesOf(history)) {
        const { type, shape } = JSON.parse(line) as { type?: string; shape?: number };
        if (type !== undefined) shapes.add(`${type} ${shape}`);
      }
    }
    const ever = EVENT_TYPES.flatMap((type) =>
      Array.from({ length: presentShape(type) }, (_, index) => `${type} ${index + 1}`),
    );
    expect([...shapes].sort()).toEqual(ever.sort());
  });

  it('can be taken in, fit their chain, and read and fold as they did then', async () => {
    expect(histories).toContain('history-1.jsonl');
    for (const history of histories) {
      const program = await newProgram(db.database);
      const lines = await linesOf(history);
      await log.importLog(program, from(lines), () => Promise.resolve());
      const then = (await linesOf(history.replace('.jsonl', '.read.jsonl'))).map(
        (line) => JSON.parse(line) as StoredEvent,
      );
      const now = await readAll(db.database, log, program);
      expect(now).toEqual(then);
      expect(await log.verify(program)).toMatchObject({ ok: true, length: then.length });
      const units = [...new Set(then.flatMap(({ unit }) => unit ?? []))];
      const folding = await db.database.inProgram(program, (tx) =>
        log.readUnits(tx, program, units, then.length),
      );
      expect(foldFacts(folding)).toEqual(foldFacts(then));
    }
  });

  it('give the standings they gave', async () => {
    const program = await newProgram(db.database);
    const lines = await linesOf('history-1.jsonl');
    const { position } = await log.importLog(program, from(lines), () => Promise.resolve());
    const root = unitKey('root');
    const events = await db.database.inProgram(program, (tx) =>
      log.readUnits(tx, program, [root], position),
    );
    const facts = foldFacts(events);
    const found = CHECKED.map(([day]) => {
      const standing = evaluate(MODEL, new Map(), facts, root, Date.parse(day));
      return [day, standing?.checked, standing?.total];
    });
    expect(found).toEqual(CHECKED);
  });

  it('give the targets they gave', async () => {
    const program = await newProgram(db.database);
    const lines = await linesOf('history-2.jsonl');
    const { position } = await log.importLog(program, from(lines), () => Promise.resolve());
    const units = [unitKey('root'), unitKey('heir')];
    const events = await db.database.inProgram(program, (tx) =>
      log.readUnits(tx, program, units, position),
    );
    const found = foldTargets(events).map(({ unit, target, goal, due, firstDue, moves }) => [
      ...[unit, target, goal.kind, due, firstDue, moves.length],
    ]);
    expect(found).toEqual(TARGETS);
  });
});

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(join(FOLDER, file), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

async function* from(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
