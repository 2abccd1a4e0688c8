import { CAST } from '../cast/cast.js';
import { EXCEPTIONS } from '../journey/limits.js';
import { planOf } from '../journey/plan.js';
import { OUTSIDE } from '../journey/outside.js';
import { SYSTEMS } from '../journey/systems.js';
import type { Teller } from './teller.js';

/** The months in which the group's audit goes round. */
const ROUNDS = [23.4, 35.5, 44.6];
const VISITED = 0.32;
const FOUND = [
  'Asked for, not in place.',
  'There is a draft, nothing more.',
  'One person does it in their spare time.',
  'Known to the head of the unit, not to the staff.',
];

/** What was looked at: things that do not apply, things not in place, and two claims that run ahead. */
export function tellJudgements(teller: Teller): void {
  for (const { unit, milestone, month, why } of EXCEPTIONS) {
    teller.assess(unit, milestone, 'not-applicable', month, why);
  }
  for (const round of ROUNDS) tellRound(teller, round);
  tellOverClaims(teller);
}

/** The audit looks at something that a unit has not reached by then, and says so. */
function tellRound(teller: Teller, round: number): void {
  for (const member of CAST) {
    const random = teller.chronicle.chance('audit', round, member.unit);
    if (!random.chance(VISITED) || (member.since ?? 0) > round) continue;
    const plan = planOf(member, teller.chronicle.seed);
    const done = new Set(plan.filter(({ month }) => month < round + 2).map(nameOf));
    const excepted = EXCEPTIONS.filter(({ unit }) => unit === member.unit);
    const open = [...OUTSIDE, ...SYSTEMS]
      .filter(({ milestone }) => !done.has(milestone))
      .filter(({ milestone }) => excepted.every((one) => one.milestone !== milestone))
      .sort((a, b) => a.at - b.at);
    const next = random.pick(open.slice(0, 4));
    const month = round + random.between(0, 1.5);
    teller.assess(member.unit, next.milestone, 'no', month, random.pick(FOUND));
  }
}

const nameOf = ({ step }: { readonly step: { readonly milestone: string } }) => step.milestone;

/** Late milestones without anything that shows them, while early ones are missing. */
function tellOverClaims(teller: Teller): void {
  const ambitious = { note: 'Done, says the presentation to the board.' };
  teller.achieve('middle-east', 'all-areas.integrated', 39.2, ambitious);
  teller.achieve('middle-east', 'social-digital.merged', 39.2, ambitious);
  teller.achieve('middle-east', 'culture.holistic', 40.1, ambitious);
  teller.achieve('middle-east', 'media.converged', 40.6, ambitious);
  teller.achieve('installation', 'outcomes.predicted', 42.2, {});
  teller.achieve('installation', 'functions.retooled', 42.2, {});
}
