import type { UnitKey } from '#lib/domain';
import type { Database } from '#lib/platform';
import { inSight, maskedFor, shows, unitsNamedIn, type Viewer } from '#lib/projections';
import type { LiveMessage } from './follow.js';

/** A message as one sees it who sees some units; undefined: it shows nothing. By the tree as it is now. */
export async function narrow(
  database: Database,
  viewer: Viewer,
  message: LiveMessage,
): Promise<LiveMessage | undefined> {
  if (viewer.sight === 'everything') return message;
  const { event, changes, ...rest } = message;
  const named = event ? [event.unit, ...unitsNamedIn(event)] : [];
  const units = new Set([...named, ...changes.map(({ unit }) => unit)]);
  units.delete(null);
  const seen = await database.inProgram(
    viewer.program,
    (tx) => inSight(tx, viewer, [...units] as UnitKey[]),
    { readOnly: true },
  );
  const shown = event && shows(seen, event) ? maskedFor(seen, event) : undefined;
  const changed = changes.filter(({ unit }) => seen.has(unit));
  if (!shown && changed.length === 0) return undefined;
  return { ...rest, ...(shown ? { event: shown } : {}), changes: changed };
}
