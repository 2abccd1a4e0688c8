import type { Schemas } from '#lib/client';
import { type Model, readModels, type Standing } from '../catalogue.js';
import type { Api } from '../connection/api.js';
import { type Event, eventsBack } from '../connection/events.js';
import { proofOf } from '../connection/proof.js';
import type { Dates } from '../text/dates.js';
import { straightened } from './straight.js';

/** A fact that is supposed, or recorded. */
export interface Supposed {
  readonly outcome: 'achieved' | 'lapsed';
  readonly milestone: string;
  /** As it was given; absent, now. */
  readonly on?: string;
  readonly degree?: number;
}

/** What is known of a unit before something is recorded or supposed. */
export interface Known {
  readonly place: Schemas['UnitInTree'];
  /** What counts of what its own log says of milestones, in the order of when it was true. */
  readonly facts: readonly Event[];
  readonly milestones: ReadonlyMap<string, Schemas['Milestone']>;
  /** The day of its retirement. */
  readonly retiredOn: string | undefined;
}

/** What says whether a milestone is held. */
const SAYING: ReadonlySet<string> = new Set([
  'milestone.achieved',
  'milestone.lapsed',
  'milestone.assessed',
]);

/** Reads what is known of a unit now. @throws Failure when it is not in sight */
export async function readKnown(api: Api, unit: string): Promise<Known> {
  const [place, dictionary, events] = await Promise.all([
    api.ask((client) => client.GET('/api/v1/units/{unit}', { params: { path: { unit } } })),
    api.all((client, cursor) =>
      client.GET('/api/v1/milestones', { params: { query: { limit: 500, cursor } } }),
    ),
    eventsBack(api, { unit }),
  ]);
  const straight = await straightened(api, unit, events[0]?.position ?? 0);
  const counting = events.filter((event) => straight.by(event) === undefined);
  const retired = counting.find(({ type }) => type === 'unit.retired');
  return {
    place,
    facts: counting
      .filter(({ type, data }) => typeof data.milestone === 'string' && SAYING.has(type))
      .toSorted(
        (a, b) => Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt) || a.position - b.position,
      ),
    milestones: new Map(dictionary.map((one) => [one.key, one])),
    retiredOn: place.retired ? retired?.occurredAt : undefined,
  };
}

const degreeOf = ({ data }: Event) => (typeof data.degree === 'number' ? data.degree : 1);

/** The last instant that a date may mean. */
function endOf(on: string | undefined): number {
  if (on === undefined) return Date.now();
  const quarter = /^(\d{4})-Q([1-4])$/.exec(on);
  if (quarter) return Date.UTC(Number(quarter[1]), Number(quarter[2]) * 3) - 1;
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(on) ?? [];
  if (year) return Date.UTC(Number(year), month ? Number(month) : 12) - 1;
  return /^\d{4}-\d\d-\d\d$/.test(on) ? Date.parse(on) + 86_399_999 : Date.parse(on);
}

/** The own fact since which a milestone is held at an instant; undefined where it is not, or where it runs out by itself. */
function heldBy({ facts, milestones }: Known, { milestone, on, degree = 1 }: Supposed) {
  if (milestones.get(milestone)?.validity) return undefined;
  const end = endOf(on);
  let held: Event | undefined;
  for (const event of facts) {
    if (event.data.milestone !== milestone || Date.parse(event.effectiveAt) > end) continue;
    if (event.type !== 'milestone.achieved') held = undefined;
    else if (!held || degreeOf(held) < degreeOf(event)) held = event;
  }
  return held && degreeOf(held) >= degree ? held : undefined;
}

/** The own fact that says otherwise after an instant. */
function undoneBy({ facts }: Known, { milestone, on, outcome }: Supposed) {
  const end = endOf(on);
  return facts.findLast(
    ({ type, data, effectiveAt }) =>
      data.milestone === milestone &&
      Date.parse(effectiveAt) > end &&
      (type === 'milestone.achieved') !== (outcome === 'achieved'),
  );
}

/** Which of them was achieved before, each with the event that says so. */
export function alreadyTexts(
  known: Known,
  supposed: readonly Supposed[],
  dates: Dates,
): readonly string[] {
  return supposed.flatMap((one) => {
    const held = one.outcome === 'achieved' ? heldBy(known, one) : undefined;
    return held ? `${titleOf(known, one)}: achieved already since ${factIn(held, dates)}` : [];
  });
}

/** Why nothing changes, as far as it can be told: a text for each fact of which it can. */
export async function whyNothing(
  api: Api,
  known: Known,
  supposed: readonly Supposed[],
  standings: readonly Standing[],
  dates: Dates,
): Promise<readonly string[]> {
  const [models, proof] = await Promise.all([
    readModels(api, standings),
    proofOf(
      api,
      known.place,
      standings.flatMap(({ met }) => met.flatMap(({ by }) => by)),
    ),
  ]);
  const asked = new Set(standings.flatMap((one) => askedBy(models(one.model, one.modelVersion))));
  const above = standings
    .flatMap(({ met }) => met.flatMap(({ by }) => by))
    .flatMap((id) => proof.event(id) ?? [])
    .filter((event) => proof.from(event) !== undefined);
  return supposed.flatMap((one) => {
    const title = titleOf(known, one);
    if (![...impliedBy(known, one.milestone)].some((key) => asked.has(key))) {
      return `${title}: no model that ${known.place.unit} follows asks for it`;
    }
    const undone = undoneBy(known, one);
    if (undone) {
      const deed = one.outcome === 'achieved' ? 'no longer so' : 'achieved again';
      return `${title}: ${deed} since ${factIn(undone, dates)}`;
    }
    const handed = above.find(({ data }) => data.milestone === one.milestone);
    if (handed) {
      return `${title}: counts by ${proof.from(handed)} since ${factIn(handed, dates)}`;
    }
    if (one.outcome === 'achieved') return alreadyTexts(known, [one], dates);
    const own = known.facts.some(
      ({ type, data }) => type === 'milestone.achieved' && data.milestone === one.milestone,
    );
    return own ? [] : `${title}: has not been achieved at ${known.place.unit}`;
  });
}

const titleOf = ({ milestones }: Known, { milestone }: Supposed) =>
  milestones.get(milestone)?.title ?? milestone;

const factIn = ({ occurredAt, position }: Event, dates: Dates) =>
  `${dates.given(occurredAt)} (event ${position})`;

/** A milestone and those that are held, too, when it is. */
function impliedBy({ milestones }: Known, milestone: string): ReadonlySet<string> {
  const keys = new Set([milestone]);
  // what is added while it runs is visited as well
  for (const key of keys) {
    for (const one of milestones.values()) if (one.impliedBy.includes(key)) keys.add(one.key);
  }
  return keys;
}

/** Every milestone that a model asks for. */
function askedBy(model: Model | undefined): readonly string[] {
  const criteria = [
    ...(model?.stages ?? []).flatMap((stage) => stage.criteria),
    ...(model?.dimensions ?? []).flatMap(({ levels }) => levels.flatMap((one) => one.criteria)),
    ...(model?.items ?? []),
  ];
  return criteria.flatMap(({ milestones }) => milestones);
}
