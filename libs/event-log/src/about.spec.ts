import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Position, ProgramId, UnitKey } from '#lib/domain';
import {
  achieved,
  appending,
  newProgram,
  openLog,
  register,
} from '../../../test/integration/event-log/fixture.js';
import { startTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { readAbout } from './about.js';

const WANTED = ['u1', 'u4', 'u5'] as unknown as readonly UnitKey[];
const TYPES = ['program.changed'] as const;
let db: TestDatabase;
let program: ProgramId;
let expected: readonly Position[];

beforeAll(async () => {
  db = await startTestDatabase();
  program = await newProgram(db.database);
  const log = openLog(db.database);
  for (let index = 0; index < 8; index++) await register(log, program, `u${index}`);
  for (let round = 0; round < 12; round++) {
    const name = `Round ${round}`;
    if (round % 4 === 0) {
      const renamed = { type: 'program.changed', unit: null, data: { name } } as const;
      await log.append(appending(program, [renamed]));
    }
    const facts = [round % 8, (round * 3) % 8, 7].map((index) => achieved(`u${index}`));
    await log.append(appending(program, facts));
  }
  const rows = await db.admin<{ position: string }>(
    `SELECT position FROM event
      WHERE program_id = $1 AND (unit IN ('u1', 'u4', 'u5') OR type = 'program.changed')
      ORDER BY position`,
    [program],
  );
  expected = rows.map(({ position }) => Number(position));
  await log.close();
});
afterAll(() => db.close());

/** Reads page by page, as somebody who follows `next`. */
async function all(limit: number, bounds: Parameters<typeof readAbout>[4]) {
  const [positions, pages]: [Position[], number[]] = [[], []];
  for (let after: Position | null = 0; after !== null; ) {
    const page: { after: Position; limit: number } = { after, limit };
    const about = { units: WANTED, types: TYPES };
    const { rows, next } = await db.database.inProgram(program, (tx) =>
      readAbout(tx, program, about, page, bounds),
    );
    positions.push(...rows.map(({ position }) => position));
    pages.push(rows.length);
    after = next;
  }
  return { positions, pages };
}

test.each([1, 2, 5, 100])(
  'of a few units every fact comes once, in order, %i at a time',
  async (limit) => {
    const { positions, pages } = await all(limit, undefined);
    expect(positions).toEqual(expected);
    expect(pages).toHaveLength(Math.ceil(expected.length / limit));
  },
);

test.each([1, 2, 5, 100])(
  'of many units every fact comes once, in order, though a page looks at a stretch of the log only: %i',
  async (limit) => {
    for (const stretch of [1, 3, 1000]) {
      const { positions } = await all(limit, { few: 0, stretch, stretches: 2 });
      expect(positions).toEqual(expected);
    }
    const { pages } = await all(100, { few: 0, stretch: 3, stretches: 2 });
    expect(pages.length).toBeGreaterThan(5);
  },
);
