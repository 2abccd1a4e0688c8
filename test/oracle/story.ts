import type {
  AnyEvent,
  EventData,
  EventId,
  EventType,
  Instant,
  MilestoneKey,
  ModelId,
  UnitKey,
} from '#lib/domain';
import { effectiveFrom } from './time.js';

/**
 * A log written by hand, fact by fact in the order of recording. Each method answers the id of the
 * event, by which it can be ended or retracted.
 */
export class Story {
  readonly events: AnyEvent[] = [];
  private recordedAt: Instant = Date.parse('2030-01-01T00:00:00Z');

  /** What follows is recorded at this instant. */
  recordingAt(instant: string | Instant): this {
    this.recordedAt = typeof instant === 'number' ? instant : Date.parse(instant);
    return this;
  }

  registered(
    unit: string,
    on: string,
    parent: string | null = null,
    kind = 'unit',
    tags: readonly string[] = [],
  ): EventId {
    return this.tell('unit.registered', unit, on, {
      name: unit,
      kind,
      parent: parent as UnitKey | null,
      ...(tags.length === 0 ? {} : { tags }),
    });
  }

  changedKind(unit: string, on: string, kind: string): EventId {
    return this.tell('unit.changed', unit, on, { kind });
  }

  tagged(unit: string, on: string, tags: readonly string[]): EventId {
    return this.tell('unit.changed', unit, on, { tags });
  }

  follows(unit: string, on: string, models: readonly string[]): EventId {
    return this.tell('unit.changed', unit, on, { models: models as readonly ModelId[] });
  }

  renamed(unit: string, on: string, name: string): EventId {
    return this.tell('unit.changed', unit, on, { name });
  }

  moved(unit: string, on: string, parent: string | null): EventId {
    return this.tell('unit.moved', unit, on, { parent: parent as UnitKey | null });
  }

  retired(unit: string, on: string): EventId {
    return this.tell('unit.retired', unit, on, {});
  }

  reinstated(unit: string, on: string): EventId {
    return this.tell('unit.reinstated', unit, on, {});
  }

  merged(unit: string, on: string, into: string): EventId {
    return this.tell('unit.merged', unit, on, { into: into as UnitKey });
  }

  achieved(unit: string, milestone: string, on: string, degree?: number): EventId {
    return this.tell('milestone.achieved', unit, on, {
      milestone: milestone as MilestoneKey,
      ...(degree === undefined ? {} : { degree }),
    });
  }

  /** A fact that a merger carried over: it counts from `on`, and is as old as what it rests on. */
  carried(unit: string, milestone: string, on: string, from: AnyEvent): EventId {
    return this.tell('milestone.achieved', unit, on, {
      milestone: milestone as MilestoneKey,
      carriedFrom: { unit: from.unit as UnitKey, event: from.id },
      achievedAt: new Date(from.effectiveAt).toISOString(),
    });
  }

  lapsed(unit: string, milestone: string, on: string): EventId {
    return this.tell('milestone.lapsed', unit, on, { milestone: milestone as MilestoneKey });
  }

  assessed(unit: string, milestone: string, on: string, outcome: 'no' | 'not-applicable'): EventId {
    return this.tell('milestone.assessed', unit, on, {
      milestone: milestone as MilestoneKey,
      outcome,
    });
  }

  waived(unit: string, milestone: string, on: string, expiresOn?: string): EventId {
    return this.tell('milestone.waived', unit, on, {
      milestone: milestone as MilestoneKey,
      reason: 'decided',
      ...(expiresOn === undefined ? {} : { expiresOn }),
    });
  }

  waiverEnded(unit: string, event: EventId, on: string): EventId {
    return this.tell('waiver.ended', unit, on, { event, reason: 'over' });
  }

  /** A retraction has no date of its own: it counts from the moment it is known. */
  retracted(unit: string, event: EventId): EventId {
    const now = new Date(this.recordedAt).toISOString();
    return this.tell('event.retracted', unit, now, { event, reason: 'in error' });
  }

  /** Records one event of any type. */
  tell<T extends EventType>(type: T, unit: string, on: string, data: EventData[T]): EventId {
    const position = this.events.length + 1;
    const id = `00000000-0000-7000-8000-${String(position).padStart(12, '0')}` as EventId;
    const effectiveAt = effectiveFrom(on, this.recordedAt);
    const { recordedAt } = this;
    const event = { id, position, type, unit, occurredAt: on, effectiveAt, recordedAt, data };
    this.events.push(event as unknown as AnyEvent);
    return id;
  }
}
