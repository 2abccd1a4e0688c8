import type { MilestoneKey, Position, UnitKey } from '#lib/domain';
import type { EventDraft, EventLog } from '#lib/event-log';
import { rebuild, TreeProjector } from '#lib/projections';
import { median, milliseconds, random, report } from './measure.js';
import { NO_READ_MODEL, openStage, record, registration, type Stage } from './stage.js';

const UNITS = Number(process.env.BENCH_SUBTREE_UNITS ?? 10_000);
const ROUNDS = 3;
const GROUPS = 100;
const AT_ONCE = 2_000;

const key = (name: string) => name as UnitKey;
const milestone = (name: string) => name as MilestoneKey;

/**
 * One fact about a unit with 10,000 units below it, 5 to 20 facts each, nine models: until it is
 * recorded, and until it is seen in the standings of everybody below.
 */
export async function subtree(): Promise<void> {
  const stage = await openStage();
  try {
    await plant(stage);
    const log = stage.log();
    const { database, catalogue, program } = stage;
    const projector = new TreeProjector(database, log, catalogue);
    await rebuild({ database, log, catalogue }, program, { appendsWait: true });
    const seen = () => projector.run(program);
    await log.append(fact(stage, moved('division', 'twin', '2021-01-01')));
    await seen();
    const places: readonly (readonly [string, (round: number) => EventDraft])[] = [
      [
        'a move to a place that hands down the same',
        (round) => moved('division', round % 2 ? 'twin' : 'home'),
      ],
      [
        'a move to a place that hands down less',
        (round) => moved('division', round % 2 ? 'home' : 'bare'),
      ],
      [
        'a sponsor who leaves, or comes, at the top',
        (round) => sponsor('home', round % 2 ? 'milestone.achieved' : 'milestone.lapsed'),
      ],
    ];
    for (const [what, draft] of places) await measured(stage, log, what, draft, seen);
  } finally {
    await stage.close();
  }
}

async function measured(
  stage: Stage,
  log: EventLog,
  what: string,
  draft: (round: number) => EventDraft,
  seen: () => Promise<Position>,
): Promise<void> {
  const recording: number[] = [];
  const seeing: number[] = [];
  for (let round = 0; round < 2 * ROUNDS; round++) {
    recording.push(await milliseconds(() => log.append(fact(stage, draft(round)))));
    seeing.push(await milliseconds(seen));
  }
  report(`${what}: recorded`, `${median(recording).toFixed(0)} ms`);
  report(`${what}: seen by all below`, `${median(seeing).toFixed(0)} ms`);
}

/** Two places that hand down the same and one that hands down nothing, and a division in one of them. */
async function plant(stage: Stage): Promise<void> {
  const log = stage.log(NO_READ_MODEL);
  const drafts: EventDraft[] = [
    registration(key('group'), null),
    registration(key('bare'), null),
    registration(key('home'), key('group')),
    registration(key('twin'), key('group')),
    registration(key('division'), key('home')),
  ];
  for (const place of ['home', 'twin']) {
    for (const handed of ['sponsor.approved', 'governance.established', 'coe.formed']) {
      drafts.push(achieved(key(place), milestone(handed), '2020-03-01'));
    }
  }
  const view = await stage.database.inProgram(stage.program, (tx) =>
    stage.catalogue.at(tx, stage.program, 1),
  );
  const keys = [...view.dictionary.keys()] as MilestoneKey[];
  const next = random(7);
  for (let index = 0; index < UNITS; index++) {
    const unit = key(`unit-${index}`);
    const parent = index < GROUPS ? 'division' : `unit-${index % GROUPS}`;
    drafts.push(registration(unit, key(parent)));
    const facts = 5 + Math.floor(next() * 16);
    for (let one = 0; one < facts; one++) {
      const day = new Date(Date.UTC(2020, 0, 2 + Math.floor(next() * 1_800)));
      const which = keys[Math.floor(next() ** 1.5 * keys.length)] as MilestoneKey;
      drafts.push(achieved(unit, which, day.toISOString().slice(0, 10)));
    }
  }
  for (let start = 0; start < drafts.length; start += AT_ONCE) {
    await record(log, stage.program, drafts.slice(start, start + AT_ONCE));
  }
}

function achieved(unit: UnitKey, what: MilestoneKey, occurredAt: string): EventDraft {
  return { type: 'milestone.achieved', unit, occurredAt, data: { milestone: what } };
}

function moved(unit: string, parent: string, occurredAt?: string): EventDraft {
  return { type: 'unit.moved', unit: key(unit), occurredAt, data: { parent: key(parent) } };
}

function sponsor(unit: string, type: 'milestone.achieved' | 'milestone.lapsed'): EventDraft {
  return { type, unit: key(unit), data: { milestone: milestone('sponsor.approved') } };
}

function fact(stage: Stage, draft: EventDraft) {
  return {
    program: stage.program,
    actor: { subject: '0190b7a0-0000-7000-8000-000000000001', name: 'bench' },
    units: draft.unit === null ? [] : [draft.unit],
    alone: true,
    decide: () => [draft],
    answer: () => null,
  };
}
