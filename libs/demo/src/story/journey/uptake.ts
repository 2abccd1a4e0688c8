import type { MilestoneKey } from '#lib/domain';
import { CAST } from '../cast/cast.js';
import type { Member } from '../cast/member.js';
import type { Chronicle } from '../chronicle.js';
import { PACES } from './paces.js';
import { planOf, type Reached } from './plan.js';
import { type Achieved, report, reporter } from './report.js';
import { SLIPS, slipOf } from './slips.js';

/** What people reach by halves first. */
const BY_HALVES = [
  'training.established',
  'employee-network.launched',
  'social-intelligence.adopted',
  'extended.language',
  'extended.geography',
  'staffing.secured',
];
const REVIEWED = ['readiness.audited', 'metrics.aligned', 'business-value.reported'];
/** Steps whose end would pull whole regions down are told by hand, if at all. */
const LASTING = ['hub.launched', 'crm.integrated', 'business-systems.integrated'];
const LAPSES = 0.035;
const REASONS = [
  'The person who did it left, and nobody took over.',
  'Money was cut in the middle of the year.',
  'The supplier ended the service.',
  'Folded into another effort and then forgotten.',
  'Nobody kept it up after the reorganisation.',
];

/** Tells what every unit reaches, with the halves, lapses, repeats and slips that come with it. */
export function tellUptake(chronicle: Chronicle): void {
  for (const member of CAST) {
    for (const reached of planOf(member, chronicle.seed)) tellStep(chronicle, member, reached);
  }
}

function tellStep(chronicle: Chronicle, member: Member, reached: Reached): void {
  const { milestone } = reached.step;
  const random = chronicle.chance('uptake', member.unit, milestone);
  const right = report(member, reached, random);
  if (BY_HALVES.includes(milestone) && random.chance(0.5)) tellHalf(chronicle, right);
  const slip = random.chance(0.03) ? slipOf(random, right) : undefined;
  if (slip) SLIPS[slip](chronicle, right);
  else chronicle.tell(right);
  if (REVIEWED.includes(milestone)) tellReviews(chronicle, member, right);
  else if (!LASTING.includes(milestone) && member.pace !== 'champion') {
    tellEnd(chronicle, right);
  }
}

function tellHalf(chronicle: Chronicle, right: Achieved): void {
  const random = chronicle.chance('half', right.unit ?? '', right.data.milestone);
  const degree = random.pick([0.3, 0.5, 0.5, 0.7]);
  const month = Math.max(0.2, right.month - random.between(2, 5));
  const { milestone } = right.data;
  chronicle.tell({ ...right, month, precision: 'day', lag: 0.3, data: { milestone, degree } });
}

/** Once a year, by those who keep their reviews. */
function tellReviews(chronicle: Chronicle, member: Member, right: Achieved): void {
  const random = chronicle.chance('review', member.unit, right.data.milestone);
  let month = right.month;
  while (random.chance(PACES[member.pace].reviews)) {
    month += random.between(10.5, 12.5);
    if (month > 47.5) return;
    const data = { milestone: right.data.milestone, note: 'Looked at again, still so.' };
    chronicle.tell({ ...right, month, precision: 'day', lag: random.between(0.1, 0.6), data });
  }
}

/** Now and then something ends; about half of the time it comes back. */
function tellEnd(chronicle: Chronicle, right: Achieved): void {
  const { unit, data } = right;
  const random = chronicle.chance('end', unit ?? '', data.milestone);
  if (!random.chance(LAPSES)) return;
  const ended = right.month + random.between(7, 18);
  if (ended > 46.5) return;
  const by = reporter(unit ?? '');
  const milestone: MilestoneKey = data.milestone;
  chronicle.tell({
    type: 'milestone.lapsed',
    unit,
    month: ended,
    lag: random.between(0.2, 1.5),
    by,
    data: { milestone, reason: random.pick(REASONS) },
  });
  const again = ended + random.between(2, 7);
  if (again > 47 || !random.chance(0.55)) return;
  const note = 'Taken up again.';
  chronicle.tell({ ...right, month: again, precision: 'day', lag: 0.4, data: { milestone, note } });
}
