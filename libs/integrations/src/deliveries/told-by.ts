import type { EventId, Instant, UnitKey } from '#lib/domain';
import { type Database, toTimestamp } from '#lib/platform';
import type { TakeBackTold } from '#lib/recording';
import { SourceUnfit } from '../sources/errors.js';
import { idOf } from './source-id.js';

/** Which of the facts of a source are meant; what is left out does not narrow. */
export interface ToldPeriod {
  readonly mappingVersion?: number | undefined;
  /** When they were recorded: from then on, and before `to`. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** So many are taken back at once. */
const MOST = 500;

/**
 * The facts that a source told.
 * @throws UnknownSource; SourceUnfit when there are more than can be taken back at once
 */
export function toldBy(
  database: Database,
  program: string,
  source: string,
  { mappingVersion, from, to }: ToldPeriod,
): Promise<TakeBackTold['facts']> {
  return database.inProgram(
    program,
    async (tx) => {
      const rows = await tx.query<{ unit: UnitKey; event: EventId }>(
        `SELECT unit, event FROM source_fact f
          WHERE program_id = $1 AND source = $2 AND ($3::integer IS NULL OR mapping = $3)
            AND ($4::timestamptz IS NULL OR recorded_at >= $4)
            AND ($5::timestamptz IS NULL OR recorded_at < $5)
            AND undone_at IS NULL
            AND NOT EXISTS (SELECT FROM event e WHERE e.program_id = $1
                             AND e.type = 'event.retracted' AND e.data ->> 'event' = f.event::text)
          ORDER BY unit, event LIMIT ${MOST + 1}`,
        [
          ...[program, await idOf(tx, program, source), mappingVersion ?? null],
          ...[from, to].map((at) => (at === undefined ? null : toTimestamp(at))),
        ],
      );
      if (rows.length <= MOST) return rows;
      const message = `More than ${MOST} facts lie in that period. Narrow it with from and to.`;
      throw new SourceUnfit('/from', message);
    },
    { readOnly: true },
  );
}
