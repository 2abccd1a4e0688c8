import type { EventId, ModelId, UnitKey } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import { COE } from '../alerts/coe-trap.policy.js';
import { SPONSOR, sponsorLapses } from '../alerts/sponsor-gone.policy.js';
import type { KnownUnit, Resting } from '../known-unit.js';
import { factsOf } from '../milestones.js';
import { readsUp } from '../readings.js';
import { restingOn } from '../resting.js';
import { catalogueAt, knowUnits, type Sight, type Sources } from './know-units.js';

/** Units that could rest on a sponsor above are looked at so many at once, nearest first. */
const CANDIDATES_AT_ONCE = 50;

/** Adds what is known of the units below, where a rule asks for it. */
export async function withBelow(
  tx: Tx,
  sources: Sources,
  sight: Sight,
  known: KnownUnit,
): Promise<KnownUnit> {
  const leaning = factsOf(known, COE).length > 0;
  const lapses = sponsorLapses(known);
  if (!leaning && lapses.length === 0) return known;
  const resting = new Map<EventId, Resting>();
  for (const { approved, from } of lapses) {
    if (restingOn(approved, known.unit, from - 1, known)) continue;
    const found = await restingBelow(tx, sources, { ...sight, now: from - 1 }, known, approved);
    if (found) resting.set(approved, found);
  }
  const leaningUnits = leaning
    ? await leaningBelow(tx, sight, known.unit)
    : { leaning: 0, idle: 0 };
  return { ...known, below: { ...leaningUnits, resting } };
}

/** Lives below a unit at an instant, as known at a position; `$5` ends the walk at units that hold it. */
const BELOW = `
  WITH RECURSIVE below AS (
    SELECT $2::text COLLATE "C" AS unit, 0 AS depth
    UNION ALL
    SELECT state.unit, below.depth + 1 FROM below
      JOIN unit_state AS state ON state.program_id = $1 AND state.parent = below.unit
       AND state.known_from <= $3 AND state.known_until > $3
       AND state.valid_from <= $4 AND state.valid_until > $4 AND NOT state.retired
     WHERE below.depth < 64 AND NOT EXISTS (
       SELECT FROM achievement AS own WHERE own.program_id = $1 AND own.milestone = $5
          AND own.unit = state.unit AND own.held)
  )`;

async function leaningBelow(
  tx: Tx,
  { program, position, now }: Sight,
  unit: UnitKey,
): Promise<{ leaning: number; idle: number }> {
  const [counted] = await tx.query<{ leaning: number; idle: number }>(
    `${BELOW}
     SELECT count(*) AS leaning, count(*) FILTER (WHERE NOT EXISTS (
              SELECT FROM achievement AS own
               WHERE own.program_id = $1 AND own.unit = below.unit AND own.held)) AS idle
       FROM below WHERE depth > 0`,
    [program, unit, position, toTimestamp(now), COE],
  );
  return counted ?? { leaning: 0, idle: 0 };
}

/** The nearest unit below that stood above the first stage on an event of this unit at the instant of the sight. */
async function restingBelow(
  tx: Tx,
  sources: Sources,
  sight: Sight,
  known: KnownUnit,
  event: EventId,
): Promise<Resting | undefined> {
  const models = await modelsReadingUp(tx, sources, sight);
  for (let offset = 0; ; offset += CANDIDATES_AT_ONCE) {
    const candidates = await standingBelow(tx, sight, known.unit, models, offset);
    const looked = await knowUnits(tx, sources, sight, candidates);
    for (const below of looked) {
      const found = restingOn(event, below.unit, sight.now, below);
      if (found) return found;
    }
    if (candidates.length < CANDIDATES_AT_ONCE) return undefined;
  }
}

async function modelsReadingUp(tx: Tx, sources: Sources, sight: Sight): Promise<ModelId[]> {
  const { view } = await catalogueAt(tx, sources, sight);
  return [...view.models.values()].filter((model) => readsUp(model, SPONSOR)).map(({ id }) => id);
}

async function standingBelow(
  tx: Tx,
  { program, position, now }: Sight,
  unit: UnitKey,
  models: readonly ModelId[],
  offset: number,
): Promise<UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(
    `${BELOW}
     SELECT below.unit FROM below
      WHERE depth > 0 AND EXISTS (
        SELECT FROM standing WHERE program_id = $1 AND standing.unit = below.unit
           AND model = ANY ($6) AND known_from <= $3 AND known_until > $3
           AND valid_from <= $4 AND valid_until > $4 AND ordinal >= 2)
      ORDER BY depth, below.unit OFFSET $7 LIMIT $8`,
    [program, unit, position, toTimestamp(now), null, models, offset, CANDIDATES_AT_ONCE],
  );
  return rows.map((row) => row.unit);
}
