import {
  addDuration,
  type Dictionary,
  FOREVER,
  foldUnit,
  type Instant,
  type MilestoneFact,
  type MilestoneKey,
  type UnitKey,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { requireMilestone } from '../facts/milestone.js';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';
import type { Forest } from './forest.js';

/** What a merger hands over: facts of the heir, and what the heir needs no fact for. */
export interface Carried {
  readonly drafts: readonly EventDraft[];
  /** Held by the heir's own facts to the same degree at least, and as long at least. */
  readonly alreadyHeld: readonly MilestoneKey[];
}

/** A milestone held by a unit's own facts. */
interface Hold {
  readonly fact: MilestoneFact;
  /** The end of its validity. */
  readonly until: Instant;
}

/**
 * The facts of the heir for milestones that a merging unit holds. They count from the merger, so
 * that the heir's past stays as it was, and are as old as what they rest on.
 * @param merger its units, and its date as given and as an instant
 * @throws Refusal `milestone-unknown`, `milestone-not-held`, `milestone-held-better`
 */
export async function carry(
  known: Known,
  forest: Forest,
  merger: {
    readonly unit: UnitKey;
    readonly into: UnitKey;
    readonly at: Instant;
    readonly occurredAt?: string;
  },
  milestones: readonly MilestoneKey[],
): Promise<Carried> {
  const { unit, into, at, occurredAt } = merger;
  const { dictionary } = await known.catalogue();
  const [own, heirs] = [await factsOf(forest, unit), await factsOf(forest, into)];
  const drafts: EventDraft[] = [];
  const alreadyHeld: MilestoneKey[] = [];
  for (const [index, milestone] of milestones.entries()) {
    if (milestones.indexOf(milestone) < index) continue;
    const pointer = `/carry/${index}`;
    await requireMilestone(known, milestone, pointer);
    const held = holdAt(own.get(milestone), dictionary, milestone, at);
    if (!held) throw notHeld(unit, milestone, pointer);
    const there = holdAt(heirs.get(milestone), dictionary, milestone, at);
    if (there && there.fact.degree >= held.fact.degree && there.until >= held.until) {
      alreadyHeld.push(milestone);
      continue;
    }
    if (there && (there.fact.degree > held.fact.degree || there.until > held.until)) {
      throw heldBetter(into, milestone, there, pointer);
    }
    const { id: event, degree, freshFrom } = held.fact;
    const data = {
      milestone,
      ...(degree === 1 ? {} : { degree }),
      carriedFrom: { unit, event },
      achievedAt: new Date(freshFrom).toISOString(),
    };
    drafts.push({ type: 'milestone.achieved', unit: into, occurredAt, data });
  }
  return { drafts, alreadyHeld };
}

async function factsOf(forest: Forest, unit: UnitKey) {
  const facts = foldUnit(await forest.events(unit))?.facts;
  return facts ?? new Map<MilestoneKey, readonly MilestoneFact[]>();
}

function holdAt(
  facts: readonly MilestoneFact[] | undefined,
  dictionary: Dictionary,
  milestone: MilestoneKey,
  at: Instant,
): Hold | undefined {
  const fact = facts?.findLast((one) => one.at <= at);
  if (fact?.outcome !== 'achieved') return undefined;
  const validity = dictionary.get(milestone)?.validity;
  const until = validity ? addDuration(fact.freshFrom, validity) : FOREVER;
  return at < until ? { fact, until } : undefined;
}

function notHeld(unit: UnitKey, milestone: MilestoneKey, pointer: string): Refusal {
  return new Refusal(
    'milestone-not-held',
    `"${unit}" does not hold "${milestone}" by a fact of its own at that time. Waivers, what other milestones imply and what units above hold are not carried; leave it out.`,
    pointer,
  );
}

function heldBetter(into: UnitKey, milestone: MilestoneKey, { fact, until }: Hold, at: string) {
  const end = until === FOREVER ? 'without an end' : `until ${new Date(until).toISOString()}`;
  return new Refusal(
    'milestone-held-better',
    `"${into}" holds "${milestone}" itself, to degree ${fact.degree} ${end}; what is carried would cut that short. Leave it out.`,
    at,
  );
}
