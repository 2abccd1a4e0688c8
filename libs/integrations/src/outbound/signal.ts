import type { Instant, Position, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';

/** Something that subscriptions may want to be told. */
export interface Signal {
  /** As in `TOLD_TYPES`, or `test`. */
  readonly type: string;
  readonly unit: UnitKey | null;
  readonly at: Instant;
  /** Of a fact: where it is in the log. Of a change that it caused: the same, to know who is told. */
  readonly position?: Position;
  /** A fact, read anew when it is sent, so that what was erased meanwhile is not in it. */
  readonly event?: StoredEvent;
  /** Of anything else: what is told, without texts of people. */
  readonly data?: SignalData;
}

/** What is told of something that is no fact of the log, and the id that tells it from others. */
export interface SignalData {
  readonly id: string;
  readonly told: Readonly<Record<string, unknown>>;
}
