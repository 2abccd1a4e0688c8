import type { EventData, Evidence, MilestoneKey } from '#lib/domain';
import { type Author, AUTHORS, authorOf } from '../authors.js';
import type { Precision } from '../calendar.js';
import { groupOf } from '../cast/cast.js';
import type { Member } from '../cast/member.js';
import type { Told } from '../chronicle.js';
import type { Random } from '../random.js';
import { PACES } from './paces.js';
import type { Reached } from './plan.js';

export type Achieved = Told<'milestone.achieved'>;

const NOTED = 0.45;
/** Steps up to here are papers and pages, which are easily shown. */
const EASY = 40;
const EASILY_SHOWN = 0.95;

/** How somebody reports a step: when they hear of it, how exactly they date it, what they add. */
export function report(member: Member, { step, month }: Reached, random: Random): Achieved {
  const { unit } = member;
  const { milestone } = step;
  const tracked = milestone === 'crm.integrated' || milestone === 'business-systems.integrated';
  const ticket = 100 + Math.floor(random.next() * 9_000);
  const note = random.chance(NOTED) ? { note: step.note } : {};
  const shows = step.at <= EASY ? EASILY_SHOWN : PACES[member.pace].shows;
  const evidence = random.chance(shows) ? { evidence: [link(unit, step.evidence)] } : {};
  const data: EventData['milestone.achieved'] = {
    milestone: milestone as MilestoneKey,
    ...note,
    ...evidence,
  };
  const lag = lagOf(random);
  const base = { type: 'milestone.achieved', unit, month, data } as const;
  if (!tracked) return { ...base, lag, precision: precisionOf(random), by: reporter(unit) };
  const source = 'https://tracker.example.com/projects/social';
  const origin = { source, sourceId: `${unit}-${ticket}` };
  return { ...base, lag: 0.02, precision: 'instant', by: AUTHORS.tracker, origin };
}

/** Who reports for a unit. */
export function reporter(unit: string): Author {
  return authorOf(groupOf(unit));
}

/** A link to what shows it. */
export function link(unit: string, title: string): Evidence {
  const page = title.toLowerCase().replaceAll(' ', '-');
  return { title, url: `https://intranet.example.com/${unit}/${page}` };
}

/** Months until it is recorded: mostly days to weeks, sometimes a quarter, now and then most of a year. */
function lagOf(random: Random): number {
  const kind = random.next();
  if (kind < 0.76) return random.between(0.05, 0.7);
  if (kind < 0.94) return random.between(1, 3);
  return random.between(4, 9);
}

function precisionOf(random: Random): Precision {
  const kind = random.next();
  if (kind < 0.72) return 'day';
  if (kind < 0.9) return 'month';
  if (kind < 0.97) return 'quarter';
  return 'instant';
}
