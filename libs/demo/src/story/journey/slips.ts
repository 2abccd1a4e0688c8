import type { MilestoneKey } from '#lib/domain';
import { CAST, memberOf } from '../cast/cast.js';
import type { Chronicle } from '../chronicle.js';
import type { Random } from '../random.js';
import type { Achieved } from './report.js';

/** What goes wrong when somebody records, and is put right later. */
export type Slip = 'wrong-date' | 'wrong-degree' | 'wrong-milestone' | 'wrong-unit' | 'too-soon';

/** Which slip happens to a report, if one can. */
export function slipOf(random: Random, right: Achieved): Slip | undefined {
  const month = right.month + right.lag;
  if (right.origin || month < 1 || month > 43) return undefined;
  return random.pick([
    'wrong-date',
    'wrong-date',
    'wrong-degree',
    'wrong-milestone',
    'wrong-unit',
    'too-soon',
  ]);
}

/** Confused now and then: similar words, another meaning. */
const ALIKE: Readonly<Record<string, string>> = {
  'direct-support.provided': 'peer-support.enabled',
  'private-responses.approved': 'public-responses.approved',
  'training.established': 'education.started',
  'goals.aligned': 'metrics.aligned',
  'strategy-roadmap.agreed': 'engagement-strategy.defined',
};

type Tell = (chronicle: Chronicle, right: Achieved) => void;

/** Tells the wrong record first, and then what is done about it. */
export const SLIPS: Readonly<Record<Slip, Tell>> = {
  'wrong-date': (chronicle, right) => {
    const month = Math.max(0.2, right.month - 1.4);
    const wrong = chronicle.tell({ ...right, month, lag: right.lag + 1.4, precision: 'day' });
    chronicle.correct(wrong, 'The date was that of the decision, not of the start.', later(right));
  },
  'wrong-degree': (chronicle, right) => {
    const wrong = chronicle.tell({ ...right, data: { ...right.data, degree: 0.2 } });
    chronicle.correct(wrong, 'It is in place everywhere; the form said 20 %.', later(right));
  },
  'wrong-milestone': (chronicle, right) => {
    const milestone = (ALIKE[right.data.milestone] ?? 'education.started') as MilestoneKey;
    const wrong = chronicle.tell({ ...right, data: { ...right.data, milestone } });
    chronicle.correct(wrong, 'The wrong line of the form was ticked.', later(right));
  },
  'wrong-unit': (chronicle, right) => {
    const sibling = siblingOf(right.unit ?? '');
    if (sibling) {
      const wrong = chronicle.tell({ ...right, unit: sibling });
      const { by, month, lag } = right;
      const reason = 'Recorded for the wrong unit.';
      const data = { event: wrong, reason };
      const when = { month: month + lag + 0.8, lag: 0 };
      chronicle.tell({ type: 'event.retracted', unit: sibling, by, ...when, data });
    }
    chronicle.tell(later(right));
  },
  'too-soon': (chronicle, right) => {
    const month = Math.max(0.2, right.month - 2.5);
    const early = chronicle.tell({ ...right, month, lag: 0.3, precision: 'day' });
    const reason = 'Announced, but not in place yet.';
    const data = { event: early, reason };
    const when = { month: right.month - 0.6, lag: 0 };
    chronicle.tell({ type: 'event.retracted', unit: right.unit, by: right.by, ...when, data });
    chronicle.tell(right);
  },
};

/** The right record comes some weeks after the wrong one. */
function later(right: Achieved): Achieved {
  return { ...right, lag: right.lag + 1.1 };
}

/** Another unit under the same parent that is there from the start and makes little headway itself. */
function siblingOf(unit: string): string | undefined {
  const { parent } = memberOf(unit);
  const near = CAST.find(
    (one) => one.parent === parent && one.unit !== unit && one.pace !== 'champion' && !one.since,
  );
  return near?.unit;
}
