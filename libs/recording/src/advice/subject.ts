import type { UnitKey } from '#lib/domain';
import type { EventDraft, StoredEvent } from '#lib/event-log';
import { inSight } from '#lib/projections';
import type { Known } from '../known.js';
import { viewerOf } from '../reach.js';
import type { By, Recorder } from '../recorder.js';
import { Refusal } from '../refusal.js';

/** A finding that a person decides about. */
export interface Subject {
  readonly table: 'recommendation' | 'alert';
  readonly id: string;
}

/**
 * Records what a person decided about a finding; one of a unit out of reach is not there.
 * @throws Refusal `recommendation-unknown`, `alert-unknown`
 */
export async function recordAct(
  recorder: Recorder,
  by: By,
  subject: Subject,
  draft: (unit: UnitKey, known: Known) => EventDraft,
): Promise<StoredEvent> {
  const { answer } = await recorder.append(by, {
    units: [],
    alone: true,
    decide: async (known) => [draft(await unitOf(by, known, subject), known)],
    answer: ({ events }) => events[0] as StoredEvent,
  });
  return answer;
}

async function unitOf(by: By, known: Known, { table, id }: Subject): Promise<UnitKey> {
  const rows = await known.tx.query<{ unit: UnitKey }>(
    `SELECT unit FROM ${table} WHERE program_id = $1 AND id = $2`,
    [known.program, id],
  );
  const unit = rows[0]?.unit;
  if (unit !== undefined && (await inSight(known.tx, viewerOf(by), [unit])).has(unit)) return unit;
  throw new Refusal(`${table}-unknown`, `There is no ${table} ${id}.`);
}
