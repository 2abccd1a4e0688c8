import type { MilestoneKey, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';

/** What the program's own log tells of other units that achieved a milestone. */
export interface Precedents {
  /** How many other units have achieved it. */
  readonly units: number;
  /** Whole days in the median from when it could be begun; null where nobody's log tells. */
  readonly medianDays: number | null;
}

const NONE: Precedents = { units: 0, medianDays: null };

/** A next step: a milestone and the unit it is one for. */
interface Step {
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
}

const ACHIEVED = `
  WITH asked AS (
    SELECT step.unit, step.milestone, coalesce(own.unit, '') AS apart
      FROM unnest($2::text[], $3::text[]) AS step (unit, milestone)
      LEFT JOIN achievement AS own
        ON own.program_id = $1 AND own.milestone = step.milestone AND own.unit = step.unit),
  counted AS (
    SELECT milestone, apart, count(*) AS units,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median
      FROM (SELECT DISTINCT milestone, apart FROM asked) AS wanted
      JOIN achievement USING (milestone)
     WHERE program_id = $1 AND unit <> apart GROUP BY milestone, apart)
  SELECT asked.unit, milestone, units, median FROM asked JOIN counted USING (milestone, apart)`;

/** The precedents of some next steps in a program; a unit is none of its own, though it had it before. */
export async function precedentsOf(
  tx: Tx,
  program: ProgramId,
  steps: readonly Step[],
): Promise<(step: Step) => Precedents> {
  const rows = await tx.query<Step & { units: number; median: number | null }>(ACHIEVED, [
    program,
    steps.map(({ unit }) => unit),
    steps.map(({ milestone }) => milestone),
  ]);
  const found = new Map(
    rows.map(({ units, median, ...step }) => [
      nameOf(step),
      { units, medianDays: median === null ? null : Math.round(median) },
    ]),
  );
  return (step) => found.get(nameOf(step)) ?? NONE;
}

function nameOf({ unit, milestone }: Step): string {
  return `${unit} ${milestone}`;
}
