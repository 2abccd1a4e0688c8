import {
  type AnyEvent,
  type EventType,
  isAboutTarget,
  type Position,
  type ProgramId,
  targetHistory,
  type UnitKey,
} from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { EventSource } from '../world.js';
import { writeTargets } from './target-rows.js';

const TARGET_FACTS: readonly EventType[] = ['target.set', 'target.moved', 'target.dropped'];

/**
 * Writes what newly logged events made of targets; the rows depend on the log alone, not on how its
 * events were grouped.
 * @param events in log order; those that are not about targets are ignored
 * @param after the position before the first of them
 */
export async function projectTargets(
  tx: Tx,
  source: EventSource,
  program: ProgramId,
  events: readonly AnyEvent[],
  after: Position,
): Promise<void> {
  const about = events.filter(isAboutTarget);
  const upTo = about[about.length - 1]?.position;
  if (upTo === undefined) return;
  const units = [...new Set(about.map(({ unit }) => unit as UnitKey))];
  // as the log holds them: their texts stay sealed in what is written
  const sealed = await source.readUnits(tx, program, units, upTo);
  await writeTargets(tx, program, targetHistory(sealed), after);
}

/** Writes all targets of a program from its log up to a position, into a table that is empty. */
export async function rebuildTargets(
  tx: Tx,
  log: Pick<EventLog, 'readProgramFacts'>,
  program: ProgramId,
  upTo: Position,
): Promise<void> {
  const facts = await log.readProgramFacts(tx, program, TARGET_FACTS, upTo);
  await writeTargets(tx, program, targetHistory(facts), 0);
}
