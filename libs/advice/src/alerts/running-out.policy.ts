import {
  type EventId,
  endOfDay,
  FOREVER,
  type Instant,
  type MilestoneKey,
  type Waiver,
} from '#lib/domain';
import type { AlertPolicy, Finding } from '../finding.js';
import { day, type KnownUnit, titleOf } from '../known-unit.js';
import { becauseOf, covers, endOfValidity, factsOf, held, trueSpans } from '../milestones.js';

const DAY = 86_400_000;
/** Ours. */
const AHEAD_MS = 30 * DAY;
/** Ours: how long it is said that something has run out and was not renewed. */
const AFTER_MS = 90 * DAY;

/** A validity or a waiver ends within 30 days, or has ended without anything in its place. */
export const runningOut: AlertPolicy = {
  id: 'running-out',
  source:
    "The dictionary's `validity` and the waivers of the log. The 30 days before and the 90 days after are ours.",
  find(known) {
    const milestones = new Set([...known.facts.facts.keys(), ...known.facts.waivers.keys()]);
    return [...milestones].flatMap((milestone) => [
      ...validities(known, milestone),
      ...waivers(known, milestone),
    ]);
  },
};

interface Ending {
  readonly what: string;
  readonly milestone: MilestoneKey;
  readonly event: EventId;
  readonly begins: Instant;
  readonly ends: Instant;
  /** When something was recorded that settles it, before or after the end. */
  readonly settled: Instant;
}

function validities(known: KnownUnit, milestone: MilestoneKey): readonly Finding[] {
  const facts = factsOf(known, milestone);
  return facts.flatMap((fact, index) => {
    const ends = endOfValidity(known.dictionary, milestone, fact.freshFrom);
    if (fact.outcome !== 'achieved' || ends === FOREVER) return [];
    const settled = facts[index + 1]?.at ?? FOREVER;
    const what = 'Its validity';
    return findings(known, { what, milestone, event: fact.id, begins: fact.at, ends, settled });
  });
}

function waivers(known: KnownUnit, milestone: MilestoneKey): readonly Finding[] {
  return (known.facts.waivers.get(milestone) ?? []).flatMap((waiver) => {
    const ends = expiry(known, waiver);
    if (ends === undefined) return [];
    // a waiver that somebody ended does not run out
    const settled = waiver.until < ends ? waiver.until : laterSaid(known, milestone, ends);
    const { id: event, from: begins } = waiver;
    return findings(known, { what: 'Its waiver', milestone, event, begins, ends, settled });
  });
}

function expiry(known: KnownUnit, { id }: Waiver): Instant | undefined {
  const event = known.events.get(id);
  const expiresOn = event?.type === 'milestone.waived' ? event.data.expiresOn : undefined;
  return expiresOn === undefined ? undefined : endOfDay(expiresOn);
}

/** When something is said of the milestone once a waiver is over: a fact, or another waiver. */
function laterSaid(known: KnownUnit, milestone: MilestoneKey, after: Instant): Instant {
  const said = [
    ...factsOf(known, milestone).map(({ at }) => at),
    ...(known.facts.waivers.get(milestone) ?? []).map(({ from }) => from),
  ];
  return Math.min(FOREVER, ...said.filter((at) => at >= after));
}

function findings(known: KnownUnit, ending: Ending): readonly Finding[] {
  const { what, milestone, event, begins, ends, settled } = ending;
  const from = Math.max(begins, ends - AHEAD_MS);
  const until = Math.min(settled, ends + AFTER_MS);
  if (from >= until) return [];
  // it is held beyond the end all the same
  if (settled > ends && covers(trueSpans(known, held(milestone)), ends)) return [];
  const over = known.now >= ends;
  return [
    {
      episode: event,
      from,
      until,
      severity: over ? 'warning' : 'info',
      summary: `${titleOf(known, milestone)}: ${what.toLowerCase()} ${over ? 'ended' : 'ends'} at the end of ${day(ends - 1)}${over ? ', and nothing has taken its place' : ''}.`,
      because: [becauseOf(known, milestone, { id: event, at: begins })],
      changesAt: [ends],
    },
  ];
}
