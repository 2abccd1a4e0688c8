import { advise, type Below, seeUnit, type UnitAdvice } from '#lib/advice';
import { builtIns } from '#lib/catalogue';
import {
  type Dictionary,
  foldFacts,
  type MaturityModel,
  type MilestoneEntry,
  type MilestoneKey,
  type ModelId,
  parseDuration,
  type ProgramId,
  type UnitKey,
} from '#lib/domain';
import { Story } from '../oracle/story.js';

/** How a unit is looked at; what is absent is as the product ships it. */
export interface Look {
  readonly models?: readonly string[];
  readonly below?: Partial<Below>;
  /** Entries of the dictionary that are other than shipped. */
  readonly entries?: Readonly<
    Record<string, Partial<Omit<MilestoneEntry, 'validity'>> & { validity?: string }>
  >;
}

/** What is advised about a unit of a story at the first instant of a day. */
export function adviceFor(story: Story, unit: string, on: string, look: Look = {}): UnitAdvice {
  const shared = builtIns();
  const models = new Map<ModelId, MaturityModel>(shared.models.map((model) => [model.id, model]));
  const known = seeUnit({
    program: 'office' as ProgramId,
    unit: unit as UnitKey,
    now: Date.parse(on),
    models,
    followed: (look.models ?? shared.followedAtFirst) as readonly ModelId[],
    dictionary: dictionaryWith(shared.dictionary, look.entries ?? {}),
    facts: foldFacts(story.events),
    events: story.events.filter((event) => event.unit === unit),
  });
  if (!known) throw new Error(`${unit} is not registered in this story.`);
  return advise({ ...known, below: { ...known.below, ...look.below } });
}

function dictionaryWith(shipped: Dictionary, entries: NonNullable<Look['entries']>): Dictionary {
  const dictionary = new Map(shipped);
  for (const [name, { validity, ...changes }] of Object.entries(entries)) {
    const key = name as MilestoneKey;
    dictionary.set(key, {
      ...(shipped.get(key) as MilestoneEntry),
      ...changes,
      ...(validity === undefined ? {} : { validity: parseDuration(validity) }),
    });
  }
  return dictionary;
}

/** A story of units that exist since 2010; `child<parent` makes a child. */
export function story(...units: readonly string[]): Story {
  const told = new Story().recordingAt('2020-01-01T00:00:00Z');
  for (const unit of units) {
    const [key = unit, parent = null] = unit.split('<');
    told.registered(key, '2010-01-01', parent);
  }
  return told;
}

/** An achievement with something to show for it. */
export function proven(told: Story, unit: string, milestone: string, on: string): void {
  told.tell('milestone.achieved', unit, on, {
    milestone: milestone as MilestoneKey,
    evidence: [{ title: 'minutes', url: 'https://example.org/minutes' }],
  });
}
