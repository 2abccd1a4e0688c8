import type { ProgramId } from '#lib/domain';
import type { EventLog, StoredEvent } from '#lib/event-log';
import { fromTimestamp, type Tx } from '#lib/platform';
import { inSight, maskedFor, unitsNamedIn } from '#lib/projections';
import type { Claimed } from './due.js';
import { instantText as text } from './instants.js';

/**
 * What a delivery says, as a CloudEvent in structured JSON. A fact is read from the log as it is now:
 * what was erased since it happened is not told any more.
 * @returns undefined where there is nothing to say any more
 */
export async function cloudEventOf(
  tx: Tx,
  log: Pick<EventLog, 'readAt'>,
  program: ProgramId,
  { type, unit, under, happened_at, position, data }: Claimed,
): Promise<string | undefined> {
  const event = (id: string, says: unknown) => ({
    specversion: '1.0',
    id,
    source: `urn:waymark:program:${program}`,
    type: `waymark.${type}.v1`,
    ...(unit === null ? {} : { subject: unit }),
    time: text(fromTimestamp(happened_at)),
    datacontenttype: 'application/json',
    data: says,
  });
  if (data) return JSON.stringify(event(data.id, data.told));
  const [fact] = position === null ? [] : await log.readAt(tx, program, [position]);
  if (!fact) return undefined;
  const sight = under === null ? 'everything' : ([under] as const);
  const seen =
    sight === 'everything'
      ? undefined
      : await inSight(tx, { program, sight }, [
          ...(fact.unit === null ? [] : [fact.unit]),
          ...unitsNamedIn(fact),
        ]);
  return JSON.stringify(event(fact.id, told(maskedFor(seen, fact))));
}

/** As `GET /log` shows it. */
function told(event: StoredEvent) {
  const { id, position, type, unit, occurredAt, actor, source, data } = event;
  return {
    ...{ id, position, type, unit, occurredAt },
    effectiveAt: text(event.effectiveAt),
    recordedAt: text(event.recordedAt),
    ...{ actor, source, data },
  };
}
