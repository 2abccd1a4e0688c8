import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AnyEvent,
  Evaluator,
  type Expression,
  FOREVER,
  foldFacts,
  followedModels,
  type MaturityModel,
  type Position,
  type UnitKey,
} from '#lib/domain';
import { readModelHash, rebuild } from '#lib/projections';
import { arbitraryDictionary, arbitraryHistory, arbitraryModel } from '../../oracle/index.js';
import { startTestDatabase, type TestDatabase, TestProgram } from './world.js';

const HISTORIES = Number(process.env.PROJECTION_HISTORIES ?? 100);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });

interface Row {
  readonly unit: UnitKey;
  readonly model: string;
  readonly from: number;
  readonly until: number;
  readonly knownFrom: Position;
  readonly knownUntil: Position;
  readonly ordinal: number | null;
}

describe('the standings written with the log', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('are what the domain reads from the log, as of any instant and as known at any position', async () => {
    await holds((model) => model, 2012);
  });

  // then an event touches only those to whom it hands down something else
  it('are so where nobody is counted from above and much is handed down', async () => {
    await holds(handingDown, 1994);
  });

  /** @param as what becomes of the generated models */
  async function holds(as: (model: MaturityModel) => MaturityModel, seed: number): Promise<void> {
    const arbitrary = fc.record({
      models: fc.uniqueArray(arbitraryModel().map(as), {
        minLength: 1,
        maxLength: 2,
        selector: ({ id }) => id,
      }),
      dictionary: arbitraryDictionary(),
      history: arbitraryHistory({ follows: true }),
      groups: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 40, maxLength: 40 }),
      projectAfter: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ models, dictionary, history, groups, projectAfter }) => {
        const program = await TestProgram.create(
          test,
          `generated-${++programs}`,
          models,
          dictionary,
        );
        let start = 0;
        for (let group = 0; start < history.length; group++) {
          const size = groupSize(history, start, groups[group] ?? 1);
          await program.record(history.slice(start, start + size));
          start += size;
          if (projectAfter[group]) await program.projector.run(program.program);
        }
        await program.projector.run(program.program);
        const events = await storedEvents(program);
        const rows = await storedRows(program);
        for (let known = 1; known <= events.length; known++) {
          const evaluator = new Evaluator(dictionary, foldFacts(events.slice(0, known)));
          const { facts, tree } = evaluator.expressions;
          const byDefault = models.map(({ id }) => id);
          for (const unit of facts.units.keys()) {
            const follows = followedModels(facts, unit, byDefault, (of) => tree.latestParent(of));
            for (const model of models) {
              const timeline = follows.includes(model.id) ? evaluator.timeline(model, unit) : [];
              const wanted = timeline.map(({ from, until, ordinal }) => ({ from, until, ordinal }));
              const found = rows
                .filter((row) => row.unit === unit && row.model === model.id)
                .filter((row) => row.knownFrom <= known && known < row.knownUntil)
                .map(({ from, until, ordinal }) => ({ from, until, ordinal }));
              expect(found, `${unit} in ${model.id} as known at ${known}`).toEqual(wanted);
            }
          }
        }
        const { database, log, catalogue } = program;
        const hash = () =>
          database.inProgram(program.program, (tx) => readModelHash(tx, program.program));
        const before = await hash();
        await rebuild({ database, log, catalogue }, program.program);
        expect(await hash()).toBe(before);
      }),
      { numRuns: HISTORIES, seed, endOnFailure: process.env.SHRINK === undefined },
    );
  }
});

/** A model that asks those above where it would have counted those below. */
function handingDown(model: MaturityModel): MaturityModel {
  const reviver = (_: string, part: unknown) => {
    const expression = part as Expression | undefined;
    return expression?.form === 'units' ? up(expression.meet) : part;
  };
  return JSON.parse(JSON.stringify(model), reviver) as MaturityModel;
}

function up(expression: Expression): Expression {
  switch (expression.form) {
    case 'milestone':
      return { ...expression, scope: 'up' };
    case 'units':
      return up(expression.meet);
    default:
      return { ...expression, of: expression.of.map(up) };
  }
}

/** Events that name others are recorded after those are; so are facts of a unit just registered. */
function groupSize(history: readonly AnyEvent[], start: number, wanted: number): number {
  let size = 1;
  while (size < wanted && start + size < history.length) {
    const { type } = history[start + size] as AnyEvent;
    if (type.startsWith('unit.') || type === 'event.retracted' || type === 'waiver.ended') break;
    if ((history[start] as AnyEvent).type.startsWith('unit.')) break;
    size++;
  }
  return size;
}

async function storedEvents(program: TestProgram): Promise<AnyEvent[]> {
  return program.database.inProgram(program.program, (tx) =>
    program.log.readAfter(tx, program.program, 0, 1000),
  );
}

async function storedRows(program: TestProgram): Promise<Row[]> {
  const instant = (value: Date | number) => (value instanceof Date ? value.getTime() : value);
  const rows = await program.database.inProgram(program.program, (tx) =>
    tx.query<Record<string, never>>(
      'SELECT * FROM standing WHERE program_id = $1 ORDER BY unit, model, valid_from',
      [program.program],
    ),
  );
  return rows.map((row) => ({
    unit: row.unit as unknown as UnitKey,
    model: row.model as unknown as string,
    from: instant(row.valid_from as unknown as Date),
    until: Math.min(FOREVER, instant(row.valid_until as unknown as Date)),
    knownFrom: row.known_from as unknown as number,
    knownUntil: row.known_until as unknown as number,
    ordinal: row.ordinal as unknown as number | null,
  }));
}
