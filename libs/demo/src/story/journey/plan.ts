import { groupOf, isWithin } from '../cast/cast.js';
import type { Member } from '../cast/member.js';
import { STORY_MONTHS } from '../calendar.js';
import { Random } from '../random.js';
import { INSIDE } from './inside.js';
import { AWAY, neverReaches, OWN_MONTHS } from './limits.js';
import { ORGANISATION } from './organisation.js';
import { OUTSIDE } from './outside.js';
import { MIDDLES, PACES } from './paces.js';
import type { Step } from './step.js';
import { SYSTEMS } from './systems.js';

/** A step and the month in which a unit makes it. */
export interface Reached {
  readonly step: Step;
  readonly month: number;
}

const OWN_CRAFT = -8;
const OTHER_CRAFT = 10;
/** Months to leave a hub alone before anything large is built on it. */
const HANDS_OFF = 4;
const ON_A_HUB = ['crm.integrated', 'business-systems.integrated', 'cocreation.started'];

/**
 * What a unit reaches within the story, and when: a logistic curve, slow at first, then steep, then
 * flat below the unit's ceiling; each step is made when the curve passes it, give or take a little.
 */
export function planOf(member: Member, seed: string): readonly Reached[] {
  const { unit, pace, craft, since = 0 } = member;
  const tempo = PACES[pace];
  const whole = Random.of(seed, 'plan', unit);
  const ceiling = tempo.ceiling + whole.between(-tempo.spread, tempo.spread);
  const middle = (MIDDLES[groupOf(unit)] ?? 0) + tempo.behind + whole.between(-2, 2);
  const steps = [...OUTSIDE, ...ORGANISATION, ...SYSTEMS, ...insideOf(unit)];
  const reached = steps.flatMap((step): Reached[] => {
    const own = OWN_MONTHS[unit]?.[step.milestone];
    if (own !== undefined) return [{ step, month: own }];
    const random = Random.of(seed, 'step', unit, step.milestone);
    if (random.chance(tempo.skips) || neverReaches(unit, step.milestone)) return [];
    const place = Math.max(2, step.at + bent(step, craft) + random.between(-2, 2));
    if (place > ceiling - 0.5) return [];
    const month = middle + tempo.width * Math.log(place / (ceiling - place));
    return [{ step, month: month > 0.3 ? month : random.between(0.3, 2.8) }];
  });
  return afterHub(unit, reached)
    .filter(({ month }) => month < STORY_MONTHS && !isAway(unit, month))
    .map(({ step, month }) => ({ step, month: isNew(unit) ? Math.max(month, since + 0.5) : month }))
    .sort((a, b) => a.month - b.month);
}

function insideOf(unit: string): readonly Step[] {
  return isWithin(unit, 'group-functions') ? INSIDE : [];
}

/** What is one's own work comes sooner, what is another's later. */
function bent(step: Step, craft: Member['craft']): number {
  if (!step.craft || !craft) return 0;
  return step.craft === craft ? OWN_CRAFT : OTHER_CRAFT;
}

function afterHub(unit: string, reached: readonly Reached[]): readonly Reached[] {
  const hub = reached.find(({ step }) => step.milestone === 'hub.launched')?.month;
  return reached.flatMap((one) => {
    const { milestone } = one.step;
    if (!ON_A_HUB.includes(milestone) || OWN_MONTHS[unit]?.[milestone] !== undefined) return [one];
    return hub === undefined ? [] : [{ ...one, month: Math.max(one.month, hub + HANDS_OFF) }];
  });
}

/** A team that was founded when it joined; a business that was bought has a past. */
function isNew(unit: string): boolean {
  return unit === 'singapore-support';
}

function isAway(unit: string, month: number): boolean {
  const [from, until] = AWAY[unit] ?? [0, 0];
  return month > from - 0.5 && month < until + 0.5;
}
