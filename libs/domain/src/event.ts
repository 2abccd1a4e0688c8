import type { EventId, Instant, MilestoneKey, ModelId, Position, UnitKey } from './ids.js';
import type { TargetGoal } from './target.js';

/** What shows that a milestone was reached. `url` is http or https. */
export interface Evidence {
  readonly title: string;
  readonly url: string;
}

export interface Owner {
  readonly name: string;
  readonly email: string;
}

/** What a comment is about within its unit. */
export interface CommentSubject {
  readonly event?: EventId;
  readonly model?: ModelId;
  readonly milestone?: MilestoneKey;
  readonly target?: string;
}

/** The data of every event type, in its present shape (texts of people in clear). */
export interface EventData {
  'unit.registered': {
    readonly name: string;
    readonly kind: string;
    readonly parent: UnitKey | null;
    /** The models the unit follows; absent or empty: its parent's, or the program's. */
    readonly models?: readonly ModelId[];
    readonly tags?: readonly string[];
    readonly owner?: Owner;
  };
  /** Fields left out stay as they were. `owner: null` takes the owner away; `models: []` follows the parent's again. */
  'unit.changed': {
    readonly name?: string;
    readonly kind?: string;
    readonly models?: readonly ModelId[];
    readonly tags?: readonly string[];
    readonly owner?: Owner | null;
  };
  'unit.moved': { readonly parent: UnitKey | null };
  'unit.retired': { readonly reason?: string };
  'unit.reinstated': { readonly reason?: string };
  'unit.merged': { readonly into: UnitKey };
  'model.added': { readonly model: ModelId; readonly version: number; readonly hash: string };
  'model.adopted': { readonly model: ModelId; readonly version: number };
  'milestone.defined': { readonly entry: unknown };
  'program.changed': {
    readonly name?: string;
    readonly models?: readonly ModelId[];
    readonly headline?: ModelId | null;
    /** What somebody else has to approve before it is recorded; members left out stay. */
    readonly approvals?: { readonly waivers?: boolean; readonly corrections?: boolean };
  };
  'milestone.achieved': {
    readonly milestone: MilestoneKey;
    /** Above 0 up to 1; absent: 1. */
    readonly degree?: number;
    readonly note?: string;
    readonly evidence?: readonly Evidence[];
    /** The fact of a unit that was merged into this one, which holds here from the merger on. */
    readonly carriedFrom?: { readonly unit: UnitKey; readonly event: EventId };
    /** Carried facts only: the instant from which what it rests on counted, where its validity began. */
    readonly achievedAt?: string;
  };
  'milestone.lapsed': { readonly milestone: MilestoneKey; readonly reason?: string };
  'milestone.assessed': {
    readonly milestone: MilestoneKey;
    readonly outcome: 'no' | 'not-applicable';
    readonly by?: string;
    readonly note?: string;
  };
  'milestone.waived': {
    readonly milestone: MilestoneKey;
    readonly reason: string;
    /** `YYYY-MM-DD`, that day included. */
    readonly expiresOn?: string;
    /** The key or person that approved it, where it was proposed first. */
    readonly approvedBy?: string;
  };
  'waiver.ended': { readonly event: EventId; readonly reason: string };
  'event.retracted': {
    readonly event: EventId;
    readonly reason: string;
    /** The key or person that approved it, and the correction it belongs to, where it was proposed first. */
    readonly approvedBy?: string;
  };
  /** Sets a target, or sets it anew with another goal or owner; `due` stays where it is left out. */
  'target.set': {
    /** The key the program chose, unique in its unit. */
    readonly target: string;
    readonly goal: TargetGoal;
    /** A day, month, quarter or year as given, the whole of it included; absent: an aim. */
    readonly due?: string;
    readonly owner?: Owner | null;
  };
  /** `due: null` makes it an aim. */
  'target.moved': {
    readonly target: string;
    readonly due: string | null;
    readonly reason?: string;
  };
  'target.dropped': { readonly target: string; readonly reason?: string };
  /** Words about a unit; they change no standing. */
  'comment.made': { readonly text: string; readonly about?: CommentSubject };
  'recommendation.decided': {
    readonly recommendation: string;
    readonly decision: 'accepted' | 'dismissed';
    readonly reason?: string;
  };
  'alert.acknowledged': { readonly alert: string };
  'alert.snoozed': { readonly alert: string; readonly until: string };
  'alert.assigned': {
    readonly alert: string;
    readonly to: string;
    /** The id of their account, where they were chosen by it; `to` is then sealed under its key. */
    readonly person?: string;
  };
  'alert.resolved': { readonly alert: string };
}

export type EventType = keyof EventData;

/** One dated fact as the log keeps it. */
export interface LogEvent<T extends EventType = EventType> {
  readonly id: EventId;
  readonly position: Position;
  readonly type: T;
  /** The unit it is about; null for facts of the whole program. */
  readonly unit: UnitKey | null;
  /** As given: an instant, a day, a month, a quarter or a year. */
  readonly occurredAt: string;
  /** When it was true in the organisation; never later than `recordedAt`. */
  readonly effectiveAt: Instant;
  /** When we learned it; never runs backwards in a program. */
  readonly recordedAt: Instant;
  readonly data: EventData[T];
}

/** A union over the types, so that `type` tells the shape of `data`. */
export type AnyEvent = { [T in EventType]: LogEvent<T> }[EventType];

/** Every event type the log may hold, for checks at its edges. */
export const EVENT_TYPES = [
  'unit.registered',
  'unit.changed',
  'unit.moved',
  'unit.retired',
  'unit.reinstated',
  'unit.merged',
  'model.added',
  'model.adopted',
  'milestone.defined',
  'program.changed',
  'milestone.achieved',
  'milestone.lapsed',
  'milestone.assessed',
  'milestone.waived',
  'waiver.ended',
  'event.retracted',
  'target.set',
  'target.moved',
  'target.dropped',
  'comment.made',
  'recommendation.decided',
  'alert.acknowledged',
  'alert.snoozed',
  'alert.assigned',
  'alert.resolved',
] as const satisfies readonly EventType[];
