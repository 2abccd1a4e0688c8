import type {
  AnyEvent,
  EventId,
  EventType,
  Instant,
  MilestoneKey,
  ModelId,
  TargetGoal,
} from '#lib/domain';
import type { ReadIndex } from '../standing/read-index.js';
import type { Transition } from '../standing/transitions.js';

/** What of a history is asked for; what is absent does not narrow. */
export interface HistoryFilter {
  readonly kinds?: readonly (EventType | 'transition')[];
  /** What names it, takes such a fact back, speaks of it or plans it; stages that such a fact moved. */
  readonly milestone?: MilestoneKey;
  /** Its stages; what names it, and facts about milestones that it reads. */
  readonly model?: ModelId;
  /** Included. */
  readonly from?: Instant;
  /** Not included. */
  readonly to?: Instant;
}

/** As much of an entry as is looked at. */
export type Narrowable =
  | { readonly kind: 'event'; readonly at: Instant; readonly event: AnyEvent }
  | ({ readonly kind: 'transition' } & Transition);

/** Where an event names what it is about, by its type. */
interface Naming {
  readonly milestone?: MilestoneKey;
  readonly model?: ModelId;
  readonly event?: EventId;
  readonly target?: string;
  readonly goal?: TargetGoal;
  readonly about?: Pick<Naming, 'milestone' | 'model' | 'event' | 'target'>;
}

/**
 * A test for the entries of one unit's history.
 * @param around the events of the unit and of those above it
 */
export function narrowing(
  { kinds, milestone, model, from, to }: HistoryFilter,
  around: readonly AnyEvent[],
  { readers }: Pick<ReadIndex, 'readers'>,
): (entry: Narrowable) => boolean {
  const subjects = new Subjects(around);
  const ofMilestone = (event: AnyEvent | undefined) =>
    event !== undefined && subjects.of(event).milestones.has(milestone as MilestoneKey);
  const ofModel = (event: AnyEvent, wanted: ModelId) => {
    const { models, milestones } = subjects.of(event);
    return models.has(wanted) || [...milestones].some((key) => readers.get(key)?.has(wanted));
  };
  return (entry) => {
    if (from !== undefined && entry.at < from) return false;
    if (to !== undefined && entry.at >= to) return false;
    if (entry.kind === 'transition') {
      if (kinds && !kinds.includes('transition')) return false;
      if (model !== undefined && entry.model !== model) return false;
      return milestone === undefined || entry.because.some((id) => ofMilestone(subjects.named(id)));
    }
    const { event } = entry;
    if (kinds && !kinds.includes(event.type)) return false;
    if (model !== undefined && !ofModel(event, model)) return false;
    return milestone === undefined || ofMilestone(event);
  };
}

interface Subject {
  readonly milestones: ReadonlySet<MilestoneKey>;
  readonly models: ReadonlySet<ModelId>;
}

/** What events are about, with those that they name followed to what these are about. */
class Subjects {
  private readonly byId: ReadonlyMap<EventId, AnyEvent>;
  private readonly goals = new Map<string, TargetGoal>();

  constructor(events: readonly AnyEvent[]) {
    this.byId = new Map(events.map((event) => [event.id, event]));
    for (const { type, unit, data } of events) {
      const { target, goal } = data as Naming;
      if (type === 'target.set' && goal) this.goals.set(`${unit} ${target}`, goal);
    }
  }

  named(id: EventId): AnyEvent | undefined {
    return this.byId.get(id);
  }

  of(event: AnyEvent): Subject {
    const milestones = new Set<MilestoneKey>();
    const models = new Set<ModelId>();
    const seen = new Set<EventId>();
    const visit = (one: AnyEvent) => {
      if (seen.has(one.id)) return;
      seen.add(one.id);
      const { about, goal, ...named } = one.data as Naming;
      for (const part of [named, about ?? {}]) {
        if (part.milestone) milestones.add(part.milestone);
        if (part.model) models.add(part.model);
        const wanted = goal ?? this.goals.get(`${one.unit} ${part.target}`);
        if (wanted?.kind === 'milestone') milestones.add(wanted.milestone);
        else if (wanted) models.add(wanted.model);
        const next = part.event && this.byId.get(part.event);
        if (next) visit(next);
      }
    };
    visit(event);
    return { milestones, models };
  }
}
