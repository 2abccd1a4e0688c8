import {
  type Instant,
  isFuture,
  type MilestoneKey,
  type Occurrence,
  parseOccurrence,
  type UnitKey,
} from '#lib/domain';
import type { ImportedFact, ImportedProgress } from '../draft.js';
import { type ForeignDocument, mapOf, numberOf } from '../foreign.js';
import { type Spot, type Trouble, within } from '../trouble.js';
import { keyOf } from './activities.js';

/** What each step is worth, 0 … 1, by its title. */
export type Steps = ReadonlyMap<string, number>;

/** In characters: it is a part of what tells facts apart. */
const LONGEST_STEP = 100;

/** Reads `progressDefinition` of a `meta.yaml`: a share by step, alone or as its `score`. */
export function readSteps(documents: readonly ForeignDocument[], trouble: Trouble): Steps {
  const steps = new Map<string, number>();
  for (const { value, spot } of documents) {
    for (const [title, given] of Object.entries(mapOf(mapOf(value)?.progressDefinition) ?? {})) {
      const score = shareOf(mapOf(given)?.score ?? given);
      const at = within(spot, 'progressDefinition', title);
      if (title.length > LONGEST_STEP) {
        trouble.fault(at, `The name of a step has at most ${LONGEST_STEP} characters.`);
      } else if (score === undefined || score > 1) {
        trouble.fault(at, 'A step is worth 0 % to 100 %. Write such as `30%` or `0.3`.');
      } else steps.set(title, score);
    }
  }
  return steps;
}

function shareOf(given: unknown): number | undefined {
  if (typeof given !== 'string') return undefined;
  const share = given.trim();
  const number = numberOf(share.replace(/\s*%$/, ''));
  return number !== undefined && share.endsWith('%') ? number / 100 : number;
}

/** What progress is read with. */
export interface ProgressParts {
  readonly steps: Steps;
  /** Whether the program knows the milestone once the models are added, will when it adopts them, or never. */
  knows(milestone: MilestoneKey): 'now' | 'once-adopted' | 'never';
  /** The unit of each team. */
  readonly teams: Readonly<Record<string, UnitKey>>;
  readonly now: Instant;
}

/** Why the steps of an activity are not recorded. */
const LEFT_OUT = {
  now: undefined,
  'once-adopted':
    'The activity is new in this version. Adopt the version, then send the progress again: until then it is left out.',
  never: 'There is no activity with this uuid. It is left out.',
} as const;

interface Step {
  readonly title: string;
  readonly degree: number;
  readonly date: Occurrence;
  readonly spot: Spot;
}

/** Reads `progress: {uuid: {team: {step: date}}}` as facts with their dates, in the order in which they came true. */
export function readProgress(
  documents: readonly ForeignDocument[],
  parts: ProgressParts,
  trouble: Trouble,
): ImportedProgress {
  const facts = new Map<string, ImportedFact>();
  const unknown = new Map<string, number>();
  for (const { value, spot } of documents) {
    const progress = mapOf(mapOf(value)?.progress) ?? {};
    for (const [uuid, teams] of Object.entries(progress)) {
      const at = within(spot, 'progress', uuid);
      const milestone = keyOf(uuid.trim().toLowerCase()) as MilestoneKey;
      const told = mapOf(teams);
      if (!told) trouble.fault(at, 'Teams with their steps go here.');
      const left = LEFT_OUT[parts.knows(milestone)];
      if (left !== undefined) {
        trouble.warn({ ...at, onKey: true }, left);
        continue;
      }
      for (const [team, given] of Object.entries(told ?? {})) {
        const steps = rising(readTeam(given, within(at, team), parts, trouble), trouble);
        const unit = Object.hasOwn(parts.teams, team) ? parts.teams[team] : undefined;
        if (unit === undefined) unknown.set(team, (unknown.get(team) ?? 0) + steps.length);
        else {
          for (const step of steps) {
            const fact = factOf(step, unit, milestone, team);
            if (facts.has(fact.sourceId)) {
              trouble.warn(step.spot, 'Another file tells of this step as well; that one counts.');
            } else facts.set(fact.sourceId, fact);
          }
        }
      }
    }
  }
  const unknownTeams = [...unknown].map(([team, count]) => ({ team, facts: count }));
  return {
    facts: [...facts.values()],
    unknownTeams: unknownTeams.sort((a, b) => (a.team < b.team ? -1 : 1)),
  };
}

function readTeam(
  given: unknown,
  at: Spot,
  { steps, now }: ProgressParts,
  trouble: Trouble,
): readonly Step[] {
  return Object.entries(mapOf(given) ?? {}).flatMap(([title, text]): readonly Step[] => {
    const spot = within(at, title);
    if (typeof text !== 'string' || text.trim() === '') return [];
    const degree = steps.get(title);
    if (degree === undefined) {
      const known = [...steps.keys()].map((step) => `\`${step}\``).join(', ');
      const message =
        known === ''
          ? 'What a step is worth stands in `progressDefinition` of meta.yaml. Send that file as well.'
          : `There is no step \`${title}\` in \`progressDefinition\`; there are ${known}.`;
      trouble.fault({ ...spot, onKey: true }, message);
      return [];
    }
    const date = parseOccurrence(text.trim());
    if (!date || isFuture(date, now)) {
      trouble.fault(
        spot,
        date
          ? `${text.trim()} lies in the future. Take the step out until it is done.`
          : 'This is no date. Write such as 2025-03-01.',
      );
      return [];
    }
    return degree === 0 ? [] : [{ title, degree, date, spot }];
  });
}

/** In the order of their dates; a step that is dated after a higher one says nothing any more. */
function rising(steps: readonly Step[], trouble: Trouble): readonly Step[] {
  const kept: Step[] = [];
  let earliest = Number.POSITIVE_INFINITY;
  for (const step of [...steps].sort((a, b) => b.degree - a.degree)) {
    if (step.date.counts > earliest) {
      trouble.warn(step.spot, 'A step that is worth more came before this one. It is left out.');
      continue;
    }
    earliest = step.date.counts;
    kept.push(step);
  }
  return kept.reverse();
}

function factOf(
  { title, degree, date }: Step,
  unit: UnitKey,
  milestone: MilestoneKey,
  team: string,
): ImportedFact {
  const uuid = milestone.slice(keyOf('').length);
  return {
    ...{ unit, milestone, degree },
    occurredAt: date.given,
    sourceId: [uuid, team, title].map(partOf).join('/'),
    note: `${title} (DSOMM, ${team})`,
  };
}

/** A part of an id whose parts are joined by `/`. */
function partOf(text: string): string {
  return text.replaceAll(/[%/]/g, encodeURIComponent);
}
