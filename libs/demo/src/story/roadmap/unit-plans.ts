import type { MilestoneKey } from '#lib/domain';
import { STORY_MONTHS } from '../calendar.js';
import { CAST, ENTERPRISE } from '../cast/cast.js';
import type { Member } from '../cast/member.js';
import { ownerNumber } from '../cast/owners.js';
import { AWAY, neverReaches } from '../journey/limits.js';
import { planOf } from '../journey/plan.js';
import { reporter } from '../journey/report.js';
import { Random } from '../random.js';
import type { Plan, Wanted } from './planner.js';

/** What units put on their roadmaps, in the order in which they come to it. */
const WISHES = [
  'engagement-strategy.defined',
  'hub.launched',
  'training.established',
  'crm.integrated',
  'executives.engaged',
  'business-systems.integrated',
  'cocreation.started',
  'operations.delegated',
];

const REASONS = [
  'The vendor delivers a quarter later.',
  'Two people of the team left.',
  'The budget was approved later than thought.',
  'Works council and legal want to see it first.',
  'The migration of the old forum comes first.',
  'Everybody was on the merger of the two brands.',
];

/** How often a unit had planned something that it reached, and plans something that it has not. */
const HAD_PLANNED = 0.55;
const PLANS = 0.65;
const OWNED = 0.8;

/** What single units planned: things they reached, early or late, and things still ahead of them. */
export function unitPlans(seed: string): readonly Plan[] {
  return CAST.flatMap((member, number) => {
    const { unit } = member;
    if (unit === ENTERPRISE.unit || AWAY[unit]) return [];
    const random = Random.of(seed, 'roadmap', unit);
    const reached = new Map(
      planOf(member, seed).map(({ step, month }) => [step.milestone, month] as const),
    );
    const owner = random.chance(OWNED) ? { owner: ownerNumber(number) } : {};
    return [reachedPlan(member, reached, random), openPlan(member, reached, random)].flatMap(
      (plan) => (plan ? [{ ...plan, ...owner }] : []),
    );
  });
}

/** Something the unit reached: planned half a year before, now and then put off once or twice. */
function reachedPlan(
  { unit, since = 0 }: Member,
  reached: ReadonlyMap<string, number>,
  random: Random,
): Plan | undefined {
  const done = WISHES.flatMap((milestone) => {
    const month = reached.get(milestone);
    return month !== undefined && month > since + 10 && month < STORY_MONTHS - 1
      ? [{ milestone, month }]
      : [];
  });
  const [wanted, late] = [random.chance(HAD_PLANNED), random.between(-2, 5)];
  const chosen = done.length > 0 ? random.pick(done) : undefined;
  if (!wanted || !chosen) return undefined;
  const set = Math.max(since + 1, chosen.month - random.between(6, 10));
  const first = Math.max(set + 2, chosen.month - late);
  const base = { ...planned(unit, chosen.milestone), set, due: roughly(first, random) };
  if (late < 1) return base;
  const second = chosen.month - (random.chance(0.3) ? 1.2 : -random.between(0, 2));
  const moves = [putOff(first - 0.7, second, random)];
  if (second < chosen.month) {
    moves.push(putOff(second - 0.4, chosen.month + random.between(0, 1.5), random));
  }
  return { ...base, moves };
}

/** The next thing the unit has not reached: overdue, ahead of it, or just an aim. */
function openPlan(
  { unit, since = 0 }: Member,
  reached: ReadonlyMap<string, number>,
  random: Random,
): Plan | undefined {
  const open = WISHES.filter(
    (milestone) => !reached.has(milestone) && !neverReaches(unit, milestone),
  );
  const [wanted, kind] = [random.chance(PLANS), random.next()];
  const milestone = open[0];
  if (!wanted || milestone === undefined) return undefined;
  const base = planned(unit, milestone);
  const set = Math.max(since + 1, STORY_MONTHS - random.between(8, 18));
  if (kind < 0.14) return { ...base, set };
  if (kind < 0.34) {
    const first = Math.max(set + 2, STORY_MONTHS - random.between(3, 8));
    const second = STORY_MONTHS - random.between(0.5, 2);
    const moves = random.chance(0.5) ? { moves: [putOff(first - 0.5, second, random)] } : {};
    return { ...base, set, due: roughly(first, random), ...moves };
  }
  const due = STORY_MONTHS + random.between(1, 15);
  if (!random.chance(0.35)) return { ...base, set, due: roughly(due, random) };
  const first = STORY_MONTHS + random.between(-3, 1);
  return { ...base, set, due: roughly(first, random), moves: [putOff(first - 1.5, due, random)] };
}

function planned(unit: string, milestone: string) {
  const goal = { kind: 'milestone', milestone: milestone as MilestoneKey } as const;
  return { unit, target: milestone.replaceAll('.', '-'), goal, by: reporter(unit) };
}

function putOff(month: number, to: number, random: Random) {
  return { month, due: roughly(to, random), reason: random.pick(REASONS) };
}

/** Mostly a month or a quarter, now and then a day. */
function roughly(month: number, random: Random): Wanted {
  const kind = random.next();
  return { month, precision: kind < 0.45 ? 'month' : kind < 0.8 ? 'quarter' : 'day' };
}
