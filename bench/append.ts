import type { MilestoneKey, UnitKey } from '#lib/domain';
import { bareInserts } from './bare-insert.js';
import { inTurn, median, ratio, report } from './measure.js';
import {
  achievement,
  NO_READ_MODEL,
  openStage,
  record,
  registration,
  type Stage,
} from './stage.js';

const UNITS = 200;
const COUNT = 4_000;
const ROUNDS = 5;
const UNIT_KEYS = Array.from({ length: UNITS }, (_, index) => `unit-${index}` as UnitKey);
/** Units of their own, so that their standings are never behind. */
const FRESH_KEYS = Array.from({ length: UNITS }, (_, index) => `fresh-${index}` as UnitKey);

/** The log's append inside the process, fsync on, against a bare autocommit INSERT by the same driver. */
export async function append(): Promise<void> {
  const stage = await openStage();
  try {
    await record(
      stage.log(),
      stage.program,
      UNIT_KEYS.map((unit) => registration(unit, null)),
    );
    const bare = stage.log(NO_READ_MODEL);
    const [inserts = [], at32 = [], at256 = []] = await inTurn(ROUNDS, [
      () => bareInserts(stage.url, COUNT, 32),
      () => appends(stage, bare, COUNT, 32, UNIT_KEYS),
      () => appends(stage, bare, COUNT, 256, UNIT_KEYS),
    ]);
    report('bare autocommit INSERT, 32 at a time', perSecond(inserts));
    report('append to the log, 32 at a time', perSecond(at32));
    report('append to the log, 256 at a time', perSecond(at256));
    report('append ÷ INSERT, 32 at a time', ratio(at32, inserts).toFixed(2));
    const standings = stage.log();
    const few = COUNT / 8;
    const [plain = [], written = []] = await inTurn(ROUNDS, [
      () => bareInserts(stage.url, few, 32),
      () => appends(stage, standings, few, 32, FRESH_KEYS),
    ]);
    report('append with the standings of nine models, 32 at a time', perSecond(written));
    report('append with standings ÷ INSERT', ratio(written, plain).toFixed(2));
  } finally {
    await stage.close();
  }
}

function perSecond(figures: readonly number[]): string {
  return `${Math.round(median(figures)).toLocaleString('en')} /s`;
}

async function appends(
  stage: Stage,
  log: ReturnType<Stage['log']>,
  count: number,
  atOnce: number,
  units: readonly UnitKey[],
): Promise<number> {
  const keys = await milestones(stage);
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const index = next++;
        const unit = units[index % UNITS] as UnitKey;
        const key = keys[(index * 7) % keys.length] as MilestoneKey;
        await record(log, stage.program, [achievement(unit, key, index)]);
      }
    }),
  );
  return count / ((performance.now() - start) / 1000);
}

async function milestones(stage: Stage): Promise<readonly MilestoneKey[]> {
  const view = await stage.database.inProgram(stage.program, (tx) =>
    stage.catalogue.at(tx, stage.program, 1),
  );
  return [...view.dictionary.keys()];
}
