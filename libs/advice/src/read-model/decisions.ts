import type { EventType, Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';

/** What people may say of a recommendation or an alert. */
export const DECISIONS: readonly EventType[] = [
  'recommendation.decided',
  'alert.acknowledged',
  'alert.snoozed',
  'alert.assigned',
  'alert.resolved',
];

/** Of an event: the recommendation or alert it is about, when it names one. */
const SUBJECT = `coalesce(data->>'recommendation', data->>'alert')`;
const IS_ID = `${SUBJECT} ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'`;

/**
 * Takes over what people decided between two positions. Their words stay sealed as the log has them.
 */
export async function foldDecisions(
  tx: Tx,
  program: ProgramId,
  after: Position,
  upTo: Position,
): Promise<void> {
  await tx.query(
    `INSERT INTO advice_decision (program_id, subject, position, type, recorded_at, data)
     SELECT program_id, (${SUBJECT})::uuid, position, type, recorded_at, data FROM event
      WHERE program_id = $1 AND position > $2 AND position <= $3 AND type = ANY ($4) AND ${IS_ID}
     ON CONFLICT DO NOTHING`,
    [program, after, upTo, DECISIONS],
  );
}

/**
 * What people decided, the log's events that were not taken over yet included, so that who decides
 * reads it back at once. A CTE `told` (subject, position, type, data) for `$1`, the program.
 */
export const TOLD = `told AS (
    SELECT subject, position, type, data FROM advice_decision WHERE program_id = $1
    UNION ALL
    SELECT (${SUBJECT})::uuid, position, type, data FROM event
     WHERE program_id = $1 AND ${IS_ID}
       AND position > coalesce((SELECT position FROM checkpoint
                                 WHERE program_id = $1 AND projection = 'advice'), 0)
       AND type IN (${DECISIONS.map((type) => `'${type}'`).join(', ')}))`;
