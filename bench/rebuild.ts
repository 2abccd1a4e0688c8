import type { MilestoneKey, UnitKey } from '#lib/domain';
import { readModelHash, rebuild as rebuildReadModels } from '#lib/projections';
import { median, milliseconds, report } from './measure.js';
import { achievement, NO_READ_MODEL, openStage, record, registration } from './stage.js';

const EVENTS = Number(process.env.BENCH_REBUILD_EVENTS ?? 200_000);
const FACTS_A_UNIT = 200;
const AT_ONCE = 256;

/** Rebuild of all read models, against a plain ordered read of the same rows. */
export async function rebuild(): Promise<void> {
  const stage = await openStage();
  try {
    const { database, catalogue, program } = stage;
    const log = stage.log(NO_READ_MODEL);
    const view = await database.inProgram(program, (tx) => catalogue.at(tx, program, 1));
    const keys = [...view.dictionary.keys()] as MilestoneKey[];
    const units = Array.from({ length: EVENTS / FACTS_A_UNIT }, (_, i) => `unit-${i}` as UnitKey);
    await record(
      stage.log(),
      program,
      units.map((unit) => registration(unit, null)),
    );
    const drafts = units.flatMap((unit, u) =>
      Array.from({ length: FACTS_A_UNIT - 1 }, (_, fact) =>
        achievement(unit, keys[(u + fact * 7) % keys.length] as MilestoneKey, fact * 11 + u),
      ),
    );
    for (let start = 0; start < drafts.length; start += AT_ONCE) {
      await record(log, program, drafts.slice(start, start + AT_ONCE));
    }
    const reads: number[] = [];
    const plainRead = () =>
      database.inProgram(program, async (tx) => {
        for (let after = 0; ; after += 10_000) {
          const rows = await tx.query(
            'SELECT * FROM event WHERE program_id = $1 AND position > $2 ORDER BY position LIMIT 10000',
            [program, after],
          );
          if (rows.length === 0) return;
        }
      });
    for (let round = 0; round < 5; round++) reads.push(await milliseconds(plainRead));
    const hash = () => database.inProgram(program, (tx) => readModelHash(tx, program));
    const took: number[] = [];
    const hashes: string[] = [];
    for (let round = 0; round < (EVENTS > 50_000 ? 2 : 5); round++) {
      took.push(await milliseconds(() => rebuildReadModels({ database, log, catalogue }, program)));
      hashes.push(await hash());
    }
    report(
      `plain ordered read of ${EVENTS.toLocaleString('en')} events`,
      `${median(reads).toFixed(0)} ms`,
    );
    report('rebuild of tree and standings in nine models', `${(median(took) / 1000).toFixed(1)} s`);
    report('rebuild ÷ plain read', (median(took) / median(reads)).toFixed(1));
    report('the same hash after each rebuild', String(new Set(hashes).size === 1));
  } finally {
    await stage.close();
  }
}
