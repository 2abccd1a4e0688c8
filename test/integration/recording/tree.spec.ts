import { type INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Access } from '#lib/access';
import { openCatalogue } from '#lib/catalogue';
import {
  type AnyEvent,
  type Instant,
  type ProgramId,
  retractedEvents,
  type UnitKey,
} from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import {
  type By,
  openRecords,
  PutUnit,
  type Records,
  RecordsModule,
  ReinstateUnit,
  Refusal,
  RetireUnit,
  RetractEvent,
} from '#lib/recording';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { foundationOn } from '../../support/office.js';

let database: TestDatabase;
let records: Records;
let app: INestApplicationContext;
let commands: CommandBus;
let access: Access;
beforeAll(async () => {
  database = await startTestDatabase();
  const foundation = await foundationOn('postgres', database);
  records = openRecords(foundation, await openCatalogue(foundation));
  app = await NestFactory.createApplicationContext(RecordsModule.of(records), { logger: false });
  commands = app.get(CommandBus);
  access = new Access(database.database, foundation.clock);
});
afterAll(async () => {
  await app.close();
  await records.close();
  await database.close();
});

const UNITS = ['a', 'b', 'c', 'd'] as const;
const YEARS = [2001, 2002, 2003, 2004, 2005];

type Step =
  | {
      readonly act: 'move';
      readonly unit: string;
      readonly parent: string | null;
      readonly year: number;
    }
  | { readonly act: 'retire' | 'reinstate'; readonly unit: string; readonly year: number }
  | { readonly act: 'retract'; readonly nth: number };

const unit = fc.constantFrom(...UNITS);
const year = fc.constantFrom(...YEARS);
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        act: fc.constant('move' as const),
        unit,
        parent: fc.option(unit),
        year,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constantFrom('retire' as const, 'reinstate' as const),
        unit,
        year,
      }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant('retract' as const), nth: fc.nat(40) }) },
  ),
  { minLength: 5, maxLength: 25 },
);

let programs = 0;

test('no history of moves, retirements and retractions ever closes a circle, and only circles are refused as such', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history: readonly Step[]) => {
      const program = `tree-${++programs}` as ProgramId;
      const { id } = await access.createProgram(program, 'Tree');
      const by: By = { program, actor: { subject: id, name: 'Test' } };
      for (const key of UNITS) {
        const wish = { name: key, kind: 'team', occurredAt: '2000-01-01' };
        await commands.execute(new PutUnit(by, key as UnitKey, wish));
      }
      for (const step of history) {
        const before = await eventsOf(program);
        const refused = await take(step, by, before);
        if (refused === undefined) expect(hasCircle(await eventsOf(program))).toBe(false);
        if (refused === 'parent-circle') expect(hasCircle(supposed(before, step))).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

/** Does a step by its command. @returns the code of the refusal */
async function take(
  step: Step,
  by: By,
  known: readonly StoredEvent[],
): Promise<string | undefined> {
  try {
    if (step.act === 'move') {
      const wish = { parent: step.parent as UnitKey | null, occurredAt: `${step.year}-01-01` };
      await commands.execute(new PutUnit(by, step.unit as UnitKey, wish));
    } else if (step.act === 'retire') {
      await commands.execute(new RetireUnit(by, step.unit as UnitKey, `${step.year}-01-01`));
    } else if (!('nth' in step)) {
      const dated = { occurredAt: `${step.year}-01-01` };
      await commands.execute(new ReinstateUnit(by, step.unit as UnitKey, dated));
    } else {
      const event = retractable(known, step.nth);
      if (!event) return 'nothing';
      const retraction = { event: event.id, reason: 'Test.' };
      await commands.execute(new RetractEvent(by, event.unit as UnitKey, retraction));
    }
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function retractable(known: readonly StoredEvent[], nth: number): StoredEvent | undefined {
  const retracted = retractedEvents(known);
  const candidates = known.filter(
    ({ id, type }) => /moved|retired|retracted/.test(type) && !retracted.has(id),
  );
  return candidates[nth % Math.max(1, candidates.length)];
}

function eventsOf(program: ProgramId): Promise<StoredEvent[]> {
  return database.database.inProgram(program, (tx) => records.log.readAfter(tx, program, 0, 1000));
}

/** The log as it would be had a step that was refused been recorded. */
function supposed(known: readonly StoredEvent[], step: Step): readonly AnyEvent[] {
  const base = { id: 'supposed', position: known.length + 1, recordedAt: Date.now() };
  if (step.act === 'move') {
    const at = Date.UTC(step.year, 0, 1);
    const data = { parent: step.parent };
    return [
      ...known,
      {
        ...base,
        type: 'unit.moved',
        unit: step.unit,
        effectiveAt: at,
        data,
      } as unknown as AnyEvent,
    ];
  }
  if (!('nth' in step)) return known;
  const event = retractable(known, step.nth) as StoredEvent;
  const data = { event: event.id };
  return [
    ...known,
    {
      ...base,
      type: 'event.retracted',
      unit: event.unit,
      effectiveAt: Date.now(),
      data,
    } as unknown as AnyEvent,
  ];
}

/** Walks up from every unit at every instant at which something moves. */
function hasCircle(events: readonly AnyEvent[]): boolean {
  const retracted = retractedEvents(events);
  const counting = events.filter(({ id }) => !retracted.has(id));
  const parentAt = (key: string, at: Instant): string | null => {
    const own = counting
      .filter((event) => event.unit === key && event.effectiveAt <= at)
      .filter(({ type }) => type === 'unit.moved' || type === 'unit.registered')
      .sort((x, y) => x.effectiveAt - y.effectiveAt || x.position - y.position);
    return ((own.at(-1)?.data as { parent?: string | null } | undefined)?.parent ?? null) as
      | string
      | null;
  };
  return YEARS.map((one) => Date.UTC(one, 0, 1)).some((at) =>
    UNITS.some((start) => {
      const seen = new Set<string>([start]);
      for (let above = parentAt(start, at); above !== null; above = parentAt(above, at)) {
        if (seen.has(above)) return true;
        seen.add(above);
      }
      return false;
    }),
  );
}
