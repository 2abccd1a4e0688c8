import type { Position, ProgramId, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { bringUnits, type Sources } from '../standing/bring-units.js';
import { CATALOGUE_FACTS } from '../catalogue-reader.js';
import { touchedFromAfar } from '../standing/event-batch.js';
import type { Step } from './generation.js';
import { InlineStandings } from '../standing/inline.js';

const EVENTS_AT_ONCE = 500;
const UNITS_AT_ONCE = 100;

/** Whose read models follow which log. */
export interface Following extends Sources {
  readonly program: ProgramId;
}

/** More units are touched than may be brought up now. */
export class TooManyTouched extends Error {}

/**
 * Takes the next events of the log into a generation that does not get them by their appends.
 * @returns the position reached; that given when nothing follows
 * @throws TooManyTouched
 */
export async function follow(
  step: Step,
  following: Following,
  after: Position,
  unitsAtMost = Number.POSITIVE_INFINITY,
): Promise<Position> {
  const { program } = following;
  const events = await step((tx) => takeIn(tx, following, after));
  const upTo = events[events.length - 1]?.position ?? after;
  if (upTo === after) return upTo;
  const batch = { after, upTo, events };
  const touched = await step((tx) => touchedFromAfar(tx, following, program, batch));
  if (touched.length > unitsAtMost) throw new TooManyTouched();
  for (let start = 0; start < touched.length; start += UNITS_AT_ONCE) {
    const units = touched.slice(start, start + UNITS_AT_ONCE);
    await step((tx) => bringUnits(tx, following, program, units, upTo, { after }));
  }
  return upTo;
}

/** Does with some events what their appends did in the generation in force. */
async function takeIn(
  tx: Tx,
  { log, catalogue, program }: Following,
  after: Position,
): Promise<readonly StoredEvent[]> {
  const head = await log.head(tx, program);
  const events = await log.readAfter(tx, program, after, EVENTS_AT_ONCE);
  const last = events[events.length - 1];
  if (!last) return events;
  const units = [...new Set(events.flatMap(({ unit }) => unit ?? []))];
  await countVersions(tx, program, units, last.position);
  const inline = new InlineStandings(catalogue);
  inline.reads(log);
  const cataloguePosition = await catalogueChanged(tx, program, after);
  await inline.project(tx, program, events, { ...head, position: after, cataloguePosition });
  return events;
}

/** Writes how many events some units have up to a position. */
export async function countVersions(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  upTo: Position,
): Promise<void> {
  await tx.query(
    `UPDATE unit SET version = counted.version FROM
       (SELECT unit, count(*) AS version FROM event
         WHERE program_id = $1 AND unit = ANY ($2) AND position <= $3 GROUP BY unit) AS counted
      WHERE unit.program_id = $1 AND unit.unit = counted.unit`,
    [program, units, upTo],
  );
}

async function catalogueChanged(tx: Tx, program: ProgramId, upTo: Position): Promise<Position> {
  const types = CATALOGUE_FACTS.map((type) => `'${type}'`).join(', ');
  const [row] = await tx.query<{ at: Position | null }>(
    `SELECT max(position) AS at FROM event WHERE program_id = $1 AND type IN (${types}) AND position <= $2`,
    [program, upTo],
  );
  return row?.at ?? 0;
}
