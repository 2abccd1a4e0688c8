import type { EventData, EventId, EventType, Evidence, Instant, MilestoneKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Author } from './authors.js';
import type { Calendar, Precision } from './calendar.js';
import { eventId } from './event-id.js';
import { Random } from './random.js';

/** What one author records in one go. */
export interface Sitting {
  readonly recordedAt: Instant;
  readonly author: Author;
  readonly drafts: readonly EventDraft[];
}

/** A fact as it is told; months are months of the story. */
export interface Told<T extends EventType> {
  readonly type: T;
  readonly unit: string | null;
  readonly data: EventData[T];
  /** When it became true. */
  readonly month: number;
  /** How exactly that is known; absent: to the day. */
  readonly precision?: Precision;
  /** The date as a source gives it, where it lies outside the story; `month` is then that of the telling. */
  readonly given?: string;
  /** How many months later it came to the author's ears. */
  readonly lag: number;
  readonly by: Author;
  /** Where it comes from, when not from a person. */
  readonly origin?: { readonly source: string; readonly sourceId: string };
}

interface Entry {
  readonly recordedAt: Instant;
  readonly author: Author;
  readonly draft: EventDraft;
}

const UNDATED = ['event.retracted', 'program.changed', 'target.'];

/** Collects facts in the order they are told, and gives them back in the order they were recorded. */
export class Chronicle {
  readonly #entries: Entry[] = [];
  readonly #registered = new Map<string, Instant>();
  readonly #recorded = new Map<EventId, Instant>();

  constructor(
    readonly calendar: Calendar,
    readonly seed: string,
  ) {}

  /** A stream of chance of its own. */
  chance(...labels: readonly (string | number)[]): Random {
    return Random.of(this.seed, ...labels);
  }

  /** Takes a fact. Its author records it at the first sitting after hearing of it. */
  tell<T extends EventType>(told: Told<T>): EventId {
    const { month, lag, unit, by } = told;
    const heard = this.calendar.instant(month + lag);
    const known = (unit !== null && this.#registered.get(unit)) || 0;
    const named = 'event' in told.data ? (this.#recorded.get(told.data.event) ?? 0) : 0;
    return this.enter(told, by.sitting(Math.max(heard, known, named)));
  }

  /** Says that an event was recorded in error, and what would have been right: both at one sitting. */
  correct<T extends EventType>(event: EventId, reason: string, right: Told<T>): EventId {
    const { unit, by, month, lag } = right;
    const retraction = this.tell({
      type: 'event.retracted',
      unit,
      month: month + lag,
      lag: 0,
      by,
      data: { event, reason },
    });
    return this.enter(right, this.#recorded.get(retraction) as Instant);
  }

  /** Everything recorded before the story ends, in the order of recording. */
  sittings(): readonly Sitting[] {
    const recorded = this.#entries
      .filter(({ recordedAt }) => recordedAt < this.calendar.reference)
      .sort((a, b) => a.recordedAt - b.recordedAt);
    const sittings: (Sitting & { readonly drafts: EventDraft[] })[] = [];
    for (const { recordedAt, author, draft } of recorded) {
      const last = sittings.at(-1);
      if (last?.recordedAt === recordedAt && last.author === author) last.drafts.push(draft);
      else sittings.push({ recordedAt, author, drafts: [draft] });
    }
    return sittings;
  }

  private enter<T extends EventType>(told: Told<T>, recordedAt: Instant): EventId {
    const { type, unit, data, month, precision = 'day', by, origin } = told;
    const id = eventId(recordedAt, this.chance('id', this.#entries.length));
    // retractions and plans have no date of their own: they count as soon as they are known
    const undated = UNDATED.some((prefix) => type.startsWith(prefix));
    const occurredAt = undated
      ? {}
      : { occurredAt: told.given ?? this.calendar.given(month, precision) };
    const draft = { type, unit, ...occurredAt, data, ...origin, id } as EventDraft;
    this.#entries.push({ recordedAt, author: by, draft });
    this.#recorded.set(id, recordedAt);
    if (type === 'unit.registered' && unit !== null) this.#registered.set(unit, recordedAt);
    return id;
  }
}

/** The data of an achievement. */
export function achieved(
  milestone: string,
  more: { readonly degree?: number; readonly note?: string; readonly evidence?: Evidence[] } = {},
): EventData['milestone.achieved'] {
  return { milestone: milestone as MilestoneKey, ...more };
}
