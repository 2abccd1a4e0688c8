import {
  type AnyEvent,
  type Dictionary,
  type Instant,
  type MilestoneKey,
  type UnitKey,
} from '#lib/domain';
import { type CountingFact, type EventOf, isCountingFact } from './log.js';
import { endOfDayOn, plus } from './time.js';

/** A milestone held: the last fact that makes it so, and the start of its run. */
export interface Holding {
  readonly fact: EventOf<'milestone.achieved'>;
  readonly since: Instant;
}

/** What the facts of one unit say of one milestone by itself: no waiver, no other key. */
export class Holdings {
  private readonly facts = new Map<string, CountingFact[]>();
  private readonly waivers = new Map<string, EventOf<'milestone.waived'>[]>();
  private readonly ends: readonly EventOf<'waiver.ended'>[];

  /** @param events counting events, in order */
  constructor(
    events: readonly AnyEvent[],
    private readonly dictionary: Dictionary,
  ) {
    for (const one of events) {
      if (isCountingFact(one)) add(this.facts, `${one.unit} ${one.data.milestone}`, one);
      if (one.type === 'milestone.waived') {
        add(this.waivers, `${one.unit} ${one.data.milestone}`, one);
      }
    }
    this.ends = events.filter((one) => one.type === 'waiver.ended');
  }

  /** The milestone held at an instant at a degree of at least what is asked, by facts alone. */
  held(unit: UnitKey, key: MilestoneKey, degree: number, at: Instant): Holding | undefined {
    const facts = this.upTo(unit, key, at);
    const last = facts.at(-1);
    if (!suffices(last, degree) || at >= this.validityEnd(last)) return undefined;
    let since = last.effectiveAt;
    for (const fact of facts.slice(0, -1).reverse()) {
      if (!suffices(fact, degree) || since >= this.validityEnd(fact)) break;
      since = fact.effectiveAt;
    }
    return { fact: last, since };
  }

  /** The degree held at an instant by facts alone; not held: 0. */
  degree(unit: UnitKey, key: MilestoneKey, at: Instant): number {
    const held = this.held(unit, key, 0, at);
    return held ? (held.fact.data.degree ?? 1) : 0;
  }

  /** Whether the last word is that the milestone does not apply. */
  notApplicable(unit: UnitKey, key: MilestoneKey, at: Instant): boolean {
    const last = this.upTo(unit, key, at).at(-1);
    return last?.type === 'milestone.assessed' && last.data.outcome === 'not-applicable';
  }

  /** The latest waiver that is active at an instant. */
  waiver(unit: UnitKey, key: MilestoneKey, at: Instant): AnyEvent | undefined {
    const waivers = this.waivers.get(`${unit} ${key}`) ?? [];
    return waivers.findLast((one) => one.effectiveAt <= at && at < this.waiverEnd(one));
  }

  /** From the instant at which a waiver no longer holds. */
  waiverEnd(waiver: EventOf<'milestone.waived'>): Instant {
    const { expiresOn } = waiver.data;
    const ends = this.ends.filter((one) => one.data.event === waiver.id);
    return Math.min(
      expiresOn === undefined ? Number.POSITIVE_INFINITY : endOfDayOn(expiresOn),
      ...ends.map((one) => one.effectiveAt),
    );
  }

  private upTo(unit: UnitKey, key: MilestoneKey, at: Instant): readonly CountingFact[] {
    return (this.facts.get(`${unit} ${key}`) ?? []).filter((one) => one.effectiveAt <= at);
  }

  private validityEnd(fact: CountingFact): Instant {
    const validity = this.dictionary.get(fact.data.milestone)?.validity;
    return validity ? plus(freshFrom(fact), validity.iso) : Number.POSITIVE_INFINITY;
  }
}

/** From when a fact grows old: one carried over by a merger is as old as what it rests on. */
export function freshFrom(fact: CountingFact): Instant {
  const { achievedAt } = fact.data as { achievedAt?: string };
  return achievedAt === undefined
    ? fact.effectiveAt
    : Math.min(Date.parse(achievedAt), fact.effectiveAt);
}

function suffices(
  fact: CountingFact | undefined,
  degree: number,
): fact is EventOf<'milestone.achieved'> {
  return fact?.type === 'milestone.achieved' && (fact.data.degree ?? 1) >= degree;
}

function add<T>(lists: Map<string, T[]>, key: string, one: T): void {
  lists.set(key, [...(lists.get(key) ?? []), one]);
}
