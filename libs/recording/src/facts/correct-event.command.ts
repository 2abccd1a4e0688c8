import { isDeepStrictEqual } from 'node:util';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, EventId, EventType, Evidence, MilestoneKey, UnitKey } from '#lib/domain';
import type { EventDraft, StoredEvent } from '#lib/event-log';
import { occurred } from '../occurred.js';
import { type By, type Decide, type Previewed, type Recorded, Recorder } from '../recorder.js';
import { type Proposed, Proposals } from '../proposals/proposals.js';
import { Refusal } from '../refusal.js';
import { Forest } from '../units/forest.js';
import { grow } from '../units/tree-rules.js';
import { requireMilestone } from './milestone.js';
import { eventOf, requireNotRetracted } from './named-event.js';
import { requireDay } from './waive-milestone.command.js';

/** Fields to change; those left out stay as recorded, null takes an optional one away. */
export interface Changes {
  readonly occurredAt?: string;
  readonly milestone?: MilestoneKey;
  readonly degree?: number | null;
  readonly note?: string | null;
  readonly evidence?: readonly Evidence[] | null;
  readonly outcome?: 'no' | 'not-applicable';
  readonly by?: string | null;
  readonly expiresOn?: string | null;
  readonly parent?: UnitKey | null;
}

export interface Correction {
  readonly event: EventId;
  readonly reason: string;
  readonly changes: Changes;
}

/** Retracts an event and records it anew, changed, in one transaction. */
export class CorrectEvent extends Command<Recorded | Previewed | Proposed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly correction: Correction,
  ) {
    super();
  }
}

/** What can be changed in which kind of fact; `occurredAt` in all of them. */
const FIELDS: Partial<Record<EventType, readonly (keyof Changes)[]>> = {
  'milestone.achieved': ['milestone', 'degree', 'note', 'evidence'],
  'milestone.lapsed': ['milestone'],
  'milestone.assessed': ['milestone', 'outcome', 'by', 'note'],
  'milestone.waived': ['milestone', 'expiresOn'],
  'waiver.ended': [],
  'unit.moved': ['parent'],
  'unit.retired': [],
};

/**
 * @throws Refusal `event-unknown`, `event-of-other-unit`, `event-not-correctable`, `already-retracted`,
 * `nothing-corrected`, `field-not-of-fact`, `milestone-unknown`, `date-invalid`, `date-in-future`, and of `grow`
 */
export function correct(unit: UnitKey, { event: id, reason, changes }: Correction): Decide {
  return async (known) => {
    const event = await eventOf(known, unit, id);
    requireFields(event, changes);
    const forest = new Forest(known);
    await requireNotRetracted(known, forest, event);
    const { occurredAt = event.occurredAt, ...fields } = changes;
    occurred(occurredAt, known.now);
    if (fields.milestone) await requireMilestone(known, fields.milestone);
    requireDay(fields.expiresOn ?? undefined);
    const data = changed(event, fields);
    if (occurredAt === event.occurredAt && isDeepStrictEqual(data, changed(event, {}))) {
      throw new Refusal('nothing-corrected', `That changes nothing in event ${id}.`);
    }
    const drafts = [
      { type: 'event.retracted', unit, data: { event: id, reason } },
      {
        ...{ type: event.type, unit, occurredAt, data },
        writers: writersKept(event, fields),
      },
    ] as readonly EventDraft[];
    await grow(known, forest, unit, drafts);
    return drafts;
  };
}

function requireFields(event: StoredEvent, changes: Changes): void {
  const fields = FIELDS[event.type];
  if (!fields) {
    const message = `"${event.type}" cannot be corrected. Milestone facts, waivers, waiver ends, moves and retirements can.`;
    throw new Refusal('event-not-correctable', message, '/event');
  }
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined || field === 'occurredAt') continue;
    if (fields.includes(field as keyof Changes)) continue;
    throw new Refusal('field-not-of-fact', `"${event.type}" has no "${field}".`, `/${field}`);
  }
}

function changed(event: StoredEvent, fields: Omit<Changes, 'occurredAt'>): unknown {
  const merged = Object.entries({ ...originOf(event, fields), ...fields });
  return Object.fromEntries(
    merged.filter(
      ([field, value]) => value !== undefined && (value !== null || field === 'parent'),
    ),
  );
}

/** What stays as recorded stays the words of whoever wrote it. */
function writersKept(event: StoredEvent, fields: Omit<Changes, 'occurredAt'>) {
  const kept = Object.keys(event.data).filter((member) => !(member in fields));
  return Object.fromEntries(
    kept.map((member) => [member, event.writers?.[member] ?? event.author]),
  );
}

/** The data as recorded; a carried fact that becomes another milestone's no longer rests on its origin. */
function originOf(event: StoredEvent, { milestone }: Changes): object {
  // who approved it before has not approved it as it becomes
  const { approvedBy: _, ...data } = event.data as EventData['milestone.achieved'] & {
    readonly approvedBy?: string;
  };
  const { carriedFrom: _from, achievedAt: _at, ...rest } = data;
  return milestone === undefined || milestone === rest.milestone ? data : rest;
}

@CommandHandler(CorrectEvent)
export class CorrectEventHandler implements ICommandHandler<CorrectEvent> {
  constructor(
    private readonly recorder: Recorder,
    private readonly proposals: Proposals,
  ) {}

  execute({ by, unit, correction }: CorrectEvent): Promise<Recorded | Previewed | Proposed> {
    const instead = this.proposals.instead(by, unit, {
      kind: 'correction',
      event: correction.event,
      occurredAt: correction.changes.occurredAt,
      data: correction,
    });
    return this.recorder.record(by, unit, correct(unit, correction), { alone: true, instead });
  }
}
