import type { ProgramId, UnitKey } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import { achievementsOf } from '../achievements.js';
import { advise } from '../advise.js';
import {
  writeAchievements,
  writeAlerts,
  writeRecommendations,
  writeSameUntil,
} from './advice-rows.js';
import { writeGaps } from './gap-rows.js';
import { withBelow } from './know-below.js';
import { knowUnits, type Sight, type Sources } from './know-units.js';

/** The class of the advisory locks that say "the advice of this program is being written". */
const ADVISING = 0x57_4d_4b_32;

/** Waits until nobody else writes the advice of a program; lasts as long as the transaction. */
export async function lockAdvice(tx: Tx, program: ProgramId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($2, hashtext($1))', [program, ADVISING]);
}

/**
 * Computes the advice of some units and writes what changed. Units whose advice is from a later
 * sight already are left alone, so that a run that was overtaken harms nobody.
 */
export async function adviseUnits(
  tx: Tx,
  sources: Sources,
  sight: Sight,
  units: readonly UnitKey[],
): Promise<void> {
  const { program } = sight;
  await lockAdvice(tx, program);
  const claimed = await claim(tx, sight, units);
  const known = await knowUnits(tx, sources, sight, claimed);
  const achieved = known.flatMap((one) =>
    achievementsOf(one).map((achievement) => ({ ...achievement, unit: one.unit })),
  );
  // first, since units above count what those below hold
  await writeAchievements(tx, program, claimed, achieved);
  const advice = [];
  for (const one of known) {
    const whole = await withBelow(tx, sources, sight, one);
    advice.push({ unit: one.unit, ...advise(whole) });
  }
  await writeRecommendations(
    tx,
    program,
    claimed,
    advice.flatMap(({ recommendations }) => recommendations),
  );
  await writeAlerts(
    tx,
    program,
    claimed,
    advice.flatMap(({ alerts }) => alerts),
  );
  await writeGaps(tx, program, advice);
  await writeSameUntil(tx, program, advice);
}

async function claim(
  tx: Tx,
  { program, position, now }: Sight,
  units: readonly UnitKey[],
): Promise<UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(
    `INSERT INTO advised_unit AS old (program_id, unit, position, seen_at, same_until)
     SELECT $1, unit, $3::bigint, $4::timestamptz, 'infinity' FROM unnest($2::text[]) AS unit
     ON CONFLICT (program_id, unit) DO UPDATE SET position = excluded.position, seen_at = excluded.seen_at
      WHERE (old.position, old.seen_at) <= (excluded.position, excluded.seen_at)
     RETURNING unit`,
    [program, units, position, toTimestamp(now)],
  );
  return rows.map(({ unit }) => unit);
}
