import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventDraft } from '#lib/event-log';
import type { Position, ProgramId, UnitKey } from '#lib/domain';
import { readAbout } from '../../../libs/event-log/src/about.js';
import { Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../e2e/support/test-api.js';

let api: TestApi;
let office: Office;
const WANTED = ['u1', 'u4', 'u5'] as unknown as readonly UnitKey[];
const TYPES = ['program.changed'] as const;
let expected: readonly Position[];

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  office = await Office.open(api.records);
  for (let index = 0; index < 8; index++) await office.unit(`u${index}`);
  for (let round = 0; round < 12; round++) {
    const renamed: EventDraft = {
      type: 'program.changed',
      unit: null,
      data: { name: `Round ${round}` },
    };
    if (round % 4 === 0) await office.record(renamed);
    for (const index of [round % 8, (round * 3) % 8, 7]) {
      await office.achieve(`u${index}`, 'hub.launched', '2012-01-01', { note: `Round ${round}` });
    }
  }
  const rows = await office.rows<{ position: Position }>(
    `SELECT position FROM event
      WHERE program_id = $1 AND (unit IN ('u1', 'u4', 'u5') OR type = 'program.changed')
      ORDER BY position`,
  );
  expected = rows.map(({ position }) => position);
});
afterAll(() => api.stop());

/** Reads page by page, as somebody who follows `next`. */
async function all(limit: number, bounds: Parameters<typeof readAbout>[4]) {
  const [positions, pages]: [Position[], number[]] = [[], []];
  const program: ProgramId = office.program;
  for (let after: Position | null = 0; after !== null; ) {
    const page: { after: Position; limit: number } = { after, limit };
    const about = { units: WANTED, types: TYPES };
    const { rows, next } = await api.database.inProgram(program, (tx) =>
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
