import type { MilestoneKey, ModelId, TargetGoal } from '#lib/domain';
import { AUTHORS } from '../authors.js';
import { CAST } from '../cast/cast.js';
import { ownerNumber } from '../cast/owners.js';
import type { Plan, Wanted } from './planner.js';

const stage = (model: string, id: string): TargetGoal => ({
  kind: 'stage',
  model: model as ModelId,
  stage: id,
});
const level = (dimension: string, at: number): TargetGoal => ({
  kind: 'level',
  model: 'quintarelli' as ModelId,
  dimension,
  level: at,
});
const share = (model: string, id: string, of: number): TargetGoal => ({
  kind: 'share',
  model: model as ModelId,
  stage: id,
  share: of,
});
const milestone = (key: string): TargetGoal => ({
  kind: 'milestone',
  milestone: key as MilestoneKey,
});

type Row = readonly [
  unit: string,
  target: string,
  goal: TargetGoal,
  set: number,
  due: Wanted | null,
  more?: Pick<Plan, 'moves' | 'handedOver' | 'dropped'>,
];

const month = (at: number): Wanted => ({ month: at, precision: 'month' });
const quarter = (at: number): Wanted => ({ month: at, precision: 'quarter' });
const year = (at: number): Wanted => ({ month: at, precision: 'year' });
const day = (at: number): Wanted => ({ month: at, precision: 'day' });
const moved = (at: number, due: Wanted | null, reason: string) => ({ month: at, due, reason });

/** What the program office wants of the whole, of its parts, and of units it looks at. */
const ROWS: readonly Row[] = [
  [
    'quillhaven',
    'hubs-everywhere',
    share('lithium', 'operationalise', 0.8),
    20,
    quarter(46),
    {
      moves: [moved(40, quarter(52), 'Three regions start later than planned.')],
    },
  ],
  [
    'quillhaven',
    'half-formalized',
    share('altimeter', 'formalized', 0.5),
    14,
    year(40),
    {
      moves: [
        moved(33, quarter(45), 'Two years were too short.'),
        moved(44, quarter(55), 'EMEA and insurance need another year.'),
      ],
    },
  ],
  [
    'quillhaven',
    'sponsor-back',
    milestone('sponsor.approved'),
    30,
    quarter(38),
    {
      moves: [moved(37, quarter(50), 'The new chief executive wants to see the figures first.')],
    },
  ],
  ['quillhaven', 'extended-group', stage('lithium', 'extended'), 26, null],
  ['americas', 'americas-extended', share('lithium', 'extended', 0.4), 18, quarter(44)],
  ['americas', 'strategic', stage('altimeter', 'strategic'), 22, quarter(42)],
  [
    'usa',
    'world-class',
    stage('lithium', 'world-class'),
    24,
    quarter(47),
    {
      moves: [moved(45, quarter(53), 'Job profiles change only with the next pay round.')],
    },
  ],
  ['canada', 'extended', stage('lithium', 'extended'), 25, quarter(49)],
  ['brazil', 'formalized', stage('altimeter', 'formalized'), 27, month(50)],
  [
    'emea',
    'emea-engaged',
    share('altimeter', 'engagement', 0.75),
    16,
    quarter(34),
    {
      moves: [
        moved(31, quarter(40), 'The centre of excellence is the bottleneck.'),
        moved(39, quarter(47), 'The centre of excellence still is.'),
      ],
    },
  ],
  ['emea', 'strategic', stage('altimeter', 'strategic'), 28, quarter(51)],
  [
    'germany',
    'strategic',
    stage('altimeter', 'strategic'),
    26,
    quarter(45),
    {
      moves: [moved(44, quarter(49), 'Operations are to be delegated first.')],
      handedOver: { month: 46, to: ownerNumber(7) },
    },
  ],
  ['germany', 'culture-4', level('culture', 4), 34, quarter(50)],
  ['france', 'culture-3', level('culture', 3), 30, month(46)],
  [
    'united-kingdom',
    'operationalise',
    stage('lithium', 'operationalise'),
    12,
    quarter(28),
    {
      moves: [moved(27, month(34), 'The platform was chosen anew.')],
    },
  ],
  ['nordics', 'extended', stage('lithium', 'extended'), 29, day(52)],
  ['iberia', 'organisation-3', level('organisation', 3), 36, quarter(54)],
  ['apac', 'apac-hubs', share('lithium', 'operationalise', 0.6), 30, quarter(50)],
  ['apac', 'culture-3', level('culture', 3), 32, null],
  ['insurance', 'insurance-engaged', share('altimeter', 'engagement', 0.6), 24, year(51)],
  ['business-solutions', 'present', share('altimeter', 'presence', 0.7), 15, quarter(36)],
  ['business-solutions', 'extended', stage('lithium', 'extended'), 33, quarter(56)],
  ['group-functions', 'colleagues', share('altimeter', 'presence', 0.5), 20, year(44)],
  ['group-functions', 'formalized', stage('altimeter', 'formalized'), 35, null],
  [
    'rental',
    'partner-forum',
    milestone('ecosystems.connected'),
    22,
    quarter(38),
    {
      dropped: { month: 37, reason: 'Rental moves to EMEA and plans anew.' },
    },
  ],
  [
    'smart-home',
    'one-platform',
    milestone('technology.selected'),
    26,
    month(32),
    {
      dropped: { month: 30, reason: 'The group chooses for all.' },
    },
  ],
];

/** The plans of the program office. */
export function programPlans(): readonly Plan[] {
  return ROWS.map(([unit, target, goal, set, due, more = {}]) => ({
    ...{ unit, target, goal, set },
    ...(due ? { due } : {}),
    owner: ownerNumber(CAST.findIndex((one) => one.unit === unit)),
    by: AUTHORS.office,
    ...more,
  }));
}
