import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import type { Achievement } from '../achievements.js';
import type { Alert } from '../alerts/find-alerts.js';
import type { Recommendation } from '../recommendations/recommend.js';

/** Makes the next steps of some units the given ones; rows that stay the same are not touched. */
export async function writeRecommendations(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  rows: readonly Recommendation[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.query(
    'DELETE FROM recommendation WHERE program_id = $1 AND unit = ANY ($2) AND id NOT IN (SELECT unnest($3::uuid[]))',
    [program, units, ids],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO recommendation AS old (program_id, id, unit, milestone, rank, body)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::jsonb[])
     ON CONFLICT (program_id, id) DO UPDATE SET rank = excluded.rank, body = excluded.body
      WHERE (old.rank, old.body) IS DISTINCT FROM (excluded.rank, excluded.body)`,
    [
      program,
      ids,
      rows.map(({ unit }) => unit),
      rows.map(({ milestone }) => milestone),
      rows.map(({ rank }) => rank),
      rows.map(({ title, why, keyMove, advances, effort, level }) =>
        JSON.stringify({ title, why, keyMove, advances, effort, level }),
      ),
    ],
  );
}

/** Makes the alerts of some units the given ones. */
export async function writeAlerts(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  rows: readonly Alert[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.query(
    'DELETE FROM alert WHERE program_id = $1 AND unit = ANY ($2) AND id NOT IN (SELECT unnest($3::uuid[]))',
    [program, units, ids],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO alert AS old
            (program_id, id, rule, severity, unit, opened_at, closed_at, summary, because)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                              $7::timestamptz[], $8::text[], $9::jsonb[])
     ON CONFLICT (program_id, id) DO UPDATE SET severity = excluded.severity,
            opened_at = excluded.opened_at, closed_at = excluded.closed_at,
            summary = excluded.summary, because = excluded.because
      WHERE (old.severity, old.opened_at, old.closed_at, old.summary, old.because) IS DISTINCT FROM
            (excluded.severity, excluded.opened_at, excluded.closed_at, excluded.summary, excluded.because)`,
    [
      program,
      ids,
      rows.map(({ rule }) => rule),
      rows.map(({ severity }) => severity),
      rows.map(({ unit }) => unit),
      rows.map(({ openedAt }) => toTimestamp(openedAt)),
      rows.map(({ closedAt }) => (closedAt === null ? null : toTimestamp(closedAt))),
      rows.map(({ summary }) => summary),
      rows.map(({ because }) => JSON.stringify(because)),
    ],
  );
}

/** Makes the achievements of some units the given ones. */
export async function writeAchievements(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  rows: readonly (Achievement & { readonly unit: UnitKey })[],
): Promise<void> {
  const given = [
    program,
    rows.map(({ unit }) => unit),
    rows.map(({ milestone }) => milestone),
  ] as const;
  await tx.query(
    `DELETE FROM achievement WHERE program_id = $1 AND unit = ANY ($4)
        AND (unit, milestone) NOT IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [...given, units],
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO achievement AS old (program_id, unit, milestone, achieved_at, days, held)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::integer[], $6::boolean[])
     ON CONFLICT (program_id, milestone, unit) DO UPDATE
        SET achieved_at = excluded.achieved_at, days = excluded.days, held = excluded.held
      WHERE (old.achieved_at, old.days, old.held) IS DISTINCT FROM
            (excluded.achieved_at, excluded.days, excluded.held)`,
    [
      ...given,
      rows.map(({ at }) => toTimestamp(at)),
      rows.map(({ days }) => days),
      rows.map(({ held }) => held),
    ],
  );
}

/** Says until when the advice of units stays the same. */
export async function writeSameUntil(
  tx: Tx,
  program: ProgramId,
  units: readonly { readonly unit: UnitKey; readonly sameUntil: Instant }[],
): Promise<void> {
  await tx.query(
    `UPDATE advised_unit SET same_until = given.same_until
       FROM unnest($2::text[], $3::timestamptz[]) AS given (unit, same_until)
      WHERE program_id = $1 AND advised_unit.unit = given.unit`,
    [program, units.map(({ unit }) => unit), units.map(({ sameUntil }) => toTimestamp(sameUntil))],
  );
}
