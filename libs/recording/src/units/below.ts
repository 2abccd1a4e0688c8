import { foldFacts, type Instant, Tree, type UnitKey } from '#lib/domain';
import type { Known } from '../known.js';

const EVER_BELOW = `
WITH RECURSIVE below AS (
  SELECT $2::text AS unit
  UNION
  SELECT event.unit FROM below JOIN event
    ON event.program_id = $1 AND event.data ->> 'parent' = below.unit
   AND event.type IN ('unit.registered', 'unit.moved')
)
SELECT unit FROM below WHERE unit <> $2`;

/** The children of a unit at an instant that exist and are not retired then, as known at the head. */
export async function unitsBelow(
  known: Known,
  unit: UnitKey,
  at: Instant,
): Promise<readonly UnitKey[]> {
  const rows = await known.tx.query<{ unit: UnitKey }>(EVER_BELOW, [known.program, unit]);
  if (rows.length === 0) return [];
  const candidates = rows.map((row) => row.unit);
  // with everything ever below, beginnings are exact: a unit exists from its descendants' first fact
  const tree = new Tree(foldFacts(await known.eventsOf([unit, ...candidates])));
  const covers = (span: { from: Instant; until: Instant }) => span.from <= at && at < span.until;
  return candidates.filter(
    (candidate) =>
      tree.parents(candidate).some((span) => span.parent === unit && covers(span)) &&
      tree.lives(candidate).some(covers),
  );
}
