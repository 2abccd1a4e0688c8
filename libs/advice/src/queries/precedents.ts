import type { MilestoneKey, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';

/** What the program's own log tells of units that achieved a milestone. */
export interface Precedents {
  /** How many units have achieved it. */
  readonly units: number;
  /** Whole days in the median from when it could be begun; null where nobody's log tells. */
  readonly medianDays: number | null;
}

const NONE: Precedents = { units: 0, medianDays: null };

/** The precedents of some milestones in a program. */
export async function precedentsOf(
  tx: Tx,
  program: ProgramId,
  milestones: readonly MilestoneKey[],
): Promise<(milestone: MilestoneKey) => Precedents> {
  const rows = await tx.query<{ milestone: MilestoneKey; units: number; median: number | null }>(
    `SELECT milestone, count(*) AS units,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median
       FROM achievement WHERE program_id = $1 AND milestone = ANY ($2) GROUP BY milestone`,
    [program, [...new Set(milestones)]],
  );
  const found = new Map(
    rows.map(({ milestone, units, median }) => [
      milestone,
      { units, medianDays: median === null ? null : Math.round(median) },
    ]),
  );
  return (milestone) => found.get(milestone) ?? NONE;
}
