import type { EventData, EventId, Instant, MilestoneKey, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Milestones } from './milestones.js';
import { type Place, randomOf, type Shape } from './shape.js';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** Facts are dated over these years. */
export const BEGINS: Instant = Date.UTC(2018, 10, 1);
export const YEARS = 8;

/** A fact of a generated unit: when it was true, and when it may be recorded at the earliest. */
export interface Told {
  readonly at: Instant;
  readonly from: Instant;
  readonly draft: EventDraft;
}

/**
 * Everything a unit records over the years after its registration, by the date from which it may
 * be recorded: milestones along a logistic curve up to the unit's own ceiling, with first signs,
 * reconfirmations, lapses, assessments, waivers and corrections; some units move, merge or retire.
 */
export function lifeOf(place: Place, shape: Shape, milestones: Milestones): readonly Told[] {
  const told = new Telling(place);
  const random = randomOf(place.index, 'life');
  const ceiling = 0.35 + 0.75 * random();
  const middle = 1 + 4.5 * random();
  const width = 0.5 + random();
  const reached = (step: number) =>
    step >= ceiling - 0.02
      ? Number.POSITIVE_INFINITY
      : middle + width * Math.log(step / (ceiling - step));
  const plenty = shape.size.facts / 50;
  for (const { milestone, step, inherited } of milestones.all) {
    const chance = inherited ? INHERITED[Math.min(place.depth, 4)] : 0.72 * Math.min(1, plenty);
    if (random() >= (chance as number)) continue;
    const year = reached(Math.max(0.02, step + 0.1 * (random() - 0.5)));
    // what many units inherit is there before they have much to recompute
    if (inherited && place.depth < 2) milestoneOf(told, milestone, 0.1 + 0.8 * random(), random, 1);
    else if (year < YEARS) milestoneOf(told, milestone, Math.max(0.05, year), random, plenty);
    else if (plenty >= random()) notYet(told, milestone, YEARS * random(), random);
  }
  const end = fateOf(told, place, shape);
  return told.list
    .filter(({ at, draft }) => at < end || draft.unit !== place.unit || !isOfWork(draft))
    .sort((a, b) => a.from - b.from || a.at - b.at);
}

/** Not what is said of the unit itself. */
function isOfWork({ type }: EventDraft): boolean {
  return !type.startsWith('unit.');
}

/** How likely a unit of a depth has its own milestone of those that it may inherit. */
const INHERITED = [1, 0.4, 0.4, 0.3, 0.1];

function milestoneOf(
  told: Telling,
  milestone: MilestoneKey,
  year: number,
  random: () => number,
  plenty: number,
): void {
  const before = year - 0.2 - 0.6 * random();
  if (random() < 0.15 * plenty && before > 0) told.assessed(milestone, before, 'no');
  if (random() < 0.3 * plenty && before > 0) told.achieved(milestone, before + 0.1, 0.5);
  if (random() < 0.02) {
    const error = told.achieved(milestone, Math.max(0.02, year - 0.3), 1);
    told.retracted(error, year - 0.3 + 0.5);
  }
  told.achieved(milestone, year, 1, random() < 0.05 ? 0.9 : 0);
  if (random() < 0.4 * plenty) told.achieved(milestone, year + 1 + random(), 1);
  if (random() < 0.12 * plenty) {
    const lapse = year + 0.5 + 2 * random();
    told.lapsed(milestone, lapse);
    if (random() < 0.6) told.achieved(milestone, lapse + 0.2 + random(), 1);
  }
}

function notYet(told: Telling, milestone: MilestoneKey, year: number, random: () => number): void {
  const what = random();
  if (what < 0.16) told.assessed(milestone, year, 'no');
  else if (what < 0.22) told.assessed(milestone, year, 'not-applicable');
  else if (what < 0.25) told.waived(milestone, year);
}

/** @returns the instant after which the unit records nothing */
function fateOf(told: Telling, place: Place, shape: Shape): Instant {
  if (!place.leaf || place.depth < 2) return Number.POSITIVE_INFINITY;
  const random = randomOf(place.index, 'fate');
  const [fate, year] = [random(), 1 + (YEARS - 1.5) * random()];
  const other = shape.neighbour(place, random());
  if (fate < 0.02 && !other.leaf && other.unit !== place.parent) {
    told.tell('unit.moved', year, { parent: other.unit });
  } else if (fate < 0.03) {
    told.tell('unit.changed', year, { tags: ['support', 'outsourced'] });
  } else if (fate < 0.04) {
    return told.tell('unit.retired', year, {}).at;
  } else if (fate < 0.045 && other.unit !== place.unit) {
    return told.merged(other.unit, year);
  }
  return Number.POSITIVE_INFINITY;
}

/** Tells what a unit records; years count from the beginning of the program. */
class Telling {
  readonly list: Told[] = [];

  constructor(private readonly place: Place) {}

  achieved(milestone: MilestoneKey, year: number, degree: number, late = 0): EventId | undefined {
    return this.tell(
      'milestone.achieved',
      year,
      degree === 1 ? { milestone } : { milestone, degree },
      late,
    ).id;
  }

  lapsed(milestone: MilestoneKey, year: number): void {
    this.tell('milestone.lapsed', year, { milestone });
  }

  assessed(milestone: MilestoneKey, year: number, outcome: 'no' | 'not-applicable'): void {
    this.tell('milestone.assessed', year, { milestone, outcome });
  }

  waived(milestone: MilestoneKey, year: number): void {
    const expiresOn = new Date(instantOf(year + 1)).toISOString().slice(0, 10);
    this.tell('milestone.waived', year, { milestone, reason: 'Decided for a year.', expiresOn });
  }

  retracted(event: EventId | undefined, year: number): void {
    if (event) this.tell('event.retracted', year, { event, reason: 'Recorded in error.' });
  }

  /** Goes into another unit, which takes over the first milestone. @returns when */
  merged(into: UnitKey, year: number): Instant {
    const { at } = this.tell('unit.merged', year, { into });
    const first = this.list.find((one) => one.at < at && one.draft.type === 'milestone.achieved');
    if (!first) return at;
    const { id, data } = first.draft as { id: EventId; data: EventData['milestone.achieved'] };
    const carriedFrom = { unit: this.place.unit, event: id };
    const achievedAt = new Date(first.at).toISOString();
    const carried = { milestone: data.milestone, carriedFrom, achievedAt };
    this.tell('milestone.achieved', year, carried, 0, into);
    return at;
  }

  /** @param late by how many years it is recorded after its date */
  tell(
    type: EventDraft['type'],
    year: number,
    body: object,
    late = 0,
    unit = this.place.unit,
  ): { readonly at: Instant; readonly id?: EventId } {
    const at = instantOf(year);
    if (year + late >= YEARS) return { at: Number.POSITIVE_INFINITY };
    const id = idOf(at, this.place.index, this.list.length);
    const occurredAt =
      type === 'event.retracted' ? {} : { occurredAt: new Date(at).toISOString().slice(0, 10) };
    const draft = { type, unit, ...occurredAt, data: body, id } as unknown as EventDraft;
    this.list.push({ at, from: at + late * YEAR, draft });
    return { at, id };
  }
}

function instantOf(year: number): Instant {
  const at = BEGINS + year * YEAR;
  return at - (at % DAY);
}

/** A UUIDv7 that is the same in every run. */
function idOf(at: Instant, unit: number, fact: number): EventId {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const time = hex(at, 12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(fact, 3)}-8000-${hex(unit, 12)}` as EventId;
}
