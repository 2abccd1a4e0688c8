import fc from 'fast-check';
import {
  type AnyEvent,
  type Dictionary,
  isFuture,
  type MaturityModel,
  type Occurrence,
  type Position,
  parseOccurrence,
  type UnitKey,
} from '#lib/domain';
import {
  arbitraryDictionary,
  arbitraryModel,
  KEYS,
  KINDS,
  MODELS,
  TAGS,
} from './arbitrary-model.js';
import { closesCircle } from './circles.js';
import { Story } from './story.js';
import { DAY } from './time.js';

/** Dates as people give them; many count from the same instant, or a duration apart. */
const DATES = [
  ...['2011-01-31', '2011-01', '2011-01-31T00:00:00Z', '2011-01-31T13:00:00+01:00'],
  ...['2011-02-28', '2011-02', '2011-02-28T01:00:00+01:00', '2011-03-01'],
  ...['2011-03-31', '2011-Q1', '2011-03-01T01:00:00Z', '2010', '2010-12-31', '2011-12'],
  ...['2011-12-31', '2012-01-29', '2012-01-31', '2012-02-29', '2012-02-28T23:59:59.999Z', '2012'],
];
const RECORDING_STARTS = ['2011-02-15T09:00:00Z', '2012-02-20T00:00:00Z', '2013-06-01T12:00:00Z'];
/** How long after one fact the next is recorded; facts of one batch are recorded together. */
const PAUSES = [0, 0, 1, 3_600_000, DAY, 30 * DAY];
const EXPIRIES = [
  '2010-12-30',
  '2011-01-30',
  '2011-02-27',
  '2011-02-28',
  '2011-06-30',
  '2012-02-28',
];
const UNITS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'] as const;

/** What happens next; numbers choose among what there is at that time. */
interface Step {
  readonly act: Act;
  readonly unit: number;
  readonly other: number;
  readonly key: number;
  readonly date: number;
  readonly pause: number;
}

/** Each as often as it says. */
const OFTEN = {
  achieve: 14,
  'achieve half': 3,
  lapse: 4,
  'say no': 1,
  'say not applicable': 3,
  waive: 1,
  'waive until': 2,
  'end waiver': 2,
  retract: 4,
  move: 3,
  'change kind': 2,
  'change tags': 2,
  retire: 1,
  reinstate: 1,
  merge: 1,
  carry: 2,
  rename: 1,
};
/** What histories hold only where they are asked to. */
const SELDOM = { follow: 2 };
type Act = keyof typeof OFTEN | keyof typeof SELDOM;

function actsOf(often: Readonly<Partial<Record<Act, number>>>): readonly Act[] {
  return (Object.keys(often) as Act[]).flatMap((act) => Array<Act>(often[act] ?? 0).fill(act));
}

interface Plan {
  readonly start: string;
  readonly dates: readonly string[];
  readonly units: readonly {
    parent: number;
    kind: number;
    tags: number;
    date: number;
    after: number;
  }[];
  readonly steps: readonly Step[];
}

const plan = (acts: readonly Act[]): fc.Arbitrary<Plan> =>
  fc.record({
    start: fc.constantFrom(...RECORDING_STARTS),
    dates: fc.array(fc.constantFrom(...DATES), { minLength: 3, maxLength: 8, size: 'max' }),
    units: fc.array(
      fc.record({
        parent: fc.nat(11),
        kind: fc.nat(1),
        tags: fc.nat(3),
        date: fc.nat(7),
        after: fc.constantFrom(0, 0, 0, 0, 3, 9),
      }),
      { minLength: 1, maxLength: UNITS.length, size: 'max' },
    ),
    steps: fc.array(
      fc.record({
        act: fc.constantFrom(...acts),
        unit: fc.constantFrom(0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 5),
        other: fc.nat(11),
        key: fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3),
        date: fc.nat(7),
        pause: fc.nat(PAUSES.length - 1),
      }),
      { minLength: 8, maxLength: 37, size: 'max' },
    ),
  });

/**
 * A log of 9 to 43 acts over one to six units; no circle in the tree at any time, as known at any.
 * @param options.follows whether units choose the models they follow, out of `MODELS`
 */
export const arbitraryHistory = (
  options: { readonly follows?: boolean } = {},
): fc.Arbitrary<readonly AnyEvent[]> =>
  fc.noBias(plan(actsOf(options.follows ? { ...OFTEN, ...SELDOM } : OFTEN))).map(tell);

/** A question for the oracle and the domain. */
export interface Question {
  readonly model: MaturityModel;
  readonly dictionary: Dictionary;
  readonly log: readonly AnyEvent[];
  /** The last position that is known. */
  readonly upTo: Position;
  readonly unit: UnitKey;
}

/** A model, a dictionary, a log, how much of it is known, and a unit that some event is about. */
export const arbitraryQuestion = (): fc.Arbitrary<Question> =>
  fc
    .record({
      model: fc.noBias(arbitraryModel()),
      dictionary: fc.noBias(arbitraryDictionary()),
      log: arbitraryHistory(),
      unknown: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(20)),
      about: fc.nat(40),
    })
    .map(({ model, dictionary, log, unknown, about }) => {
      const upTo = Math.max(1, log.length - unknown);
      const unit = pick(log, about).unit as UnitKey;
      return { model, dictionary, log, upTo, unit };
    });

function tell({ start, dates, units, steps }: Plan): readonly AnyEvent[] {
  const story = new Story();
  const registered: string[] = [];
  let now = Date.parse(start);
  const on = (date: number) => {
    const given = pick(dates, date);
    const future = isFuture(parseOccurrence(given) as Occurrence, now);
    return future ? new Date(now).toISOString() : given;
  };
  const registerUpTo = (step: number) => {
    for (const unit of units.slice(registered.length)) {
      if (unit.after > step && registered.length > 0) return;
      const parent = unit.parent % (registered.length + 1);
      const key = pick(UNITS, registered.length);
      story.recordingAt(now);
      story.registered(
        key,
        on(unit.date),
        registered[parent] ?? null,
        KINDS[unit.kind],
        some(TAGS, unit.tags),
      );
      registered.push(key);
    }
  };
  steps.forEach((step, index) => {
    registerUpTo(index);
    now += PAUSES[step.pause] ?? 0;
    take(story.recordingAt(now), step, registered, on(step.date));
  });
  return story.events;
}

/** Takes a step; one that the product would refuse for its target or its circle leaves no trace. */
function take(story: Story, step: Step, registered: readonly string[], on: string): void {
  const unit = pick(registered, step.unit);
  const other = registered[step.other % (registered.length + 1)];
  const key = pick(KEYS, step.key);
  switch (step.act) {
    case 'achieve':
      story.achieved(unit, key, on);
      break;
    case 'achieve half':
      story.achieved(unit, key, on, 0.5);
      break;
    case 'lapse':
      story.lapsed(unit, key, on);
      break;
    case 'say no':
      story.assessed(unit, key, on, 'no');
      break;
    case 'say not applicable':
      story.assessed(unit, key, on, 'not-applicable');
      break;
    case 'waive':
      story.waived(unit, key, on);
      break;
    case 'waive until':
      story.waived(unit, key, on, pick(EXPIRIES, step.other));
      break;
    case 'change kind':
      story.changedKind(unit, on, pick(KINDS, step.other));
      break;
    case 'change tags':
      story.tagged(unit, on, some(TAGS, step.other));
      break;
    case 'follow':
      story.follows(unit, on, some(MODELS, step.other + 1));
      break;
    case 'rename':
      story.renamed(unit, on, `${unit} anew`);
      break;
    case 'retire':
      story.retired(unit, on);
      break;
    case 'reinstate':
      story.reinstated(unit, on);
      break;
    case 'merge':
      if (other && other !== unit) story.merged(unit, on, other);
      break;
    case 'carry': {
      const facts = story.events.filter((one) => one.type === 'milestone.achieved');
      const fact = facts.at(-1 - (step.other % (facts.length || 1)));
      if (fact) story.carried(unit, fact.data.milestone, on, fact);
      break;
    }
    case 'end waiver': {
      const waivers = story.events.filter((one) => one.type === 'milestone.waived');
      const waiver = waivers.at(-1 - (step.other % (waivers.length || 1)));
      if (waiver) story.waiverEnded(waiver.unit ?? unit, waiver.id, on);
      break;
    }
    case 'retract': {
      const targets = story.events.filter((one) => RETRACTABLE.has(one.type));
      const target = targets.at(-1 - (step.other % (targets.length || 1)));
      if (target) story.retracted(target.unit ?? unit, target.id);
      break;
    }
    case 'move':
      story.moved(unit, on, other ?? null);
      break;
  }
  if (/move|retract/.test(step.act) && closesCircle(story.events)) story.events.pop();
}

/** @source model-format: Facts, what may be retracted */
const RETRACTABLE: ReadonlySet<AnyEvent['type']> = new Set([
  'milestone.achieved',
  'milestone.lapsed',
  'milestone.assessed',
  'milestone.waived',
  'waiver.ended',
  'unit.moved',
  'unit.retired',
  'unit.merged',
  'event.retracted',
]);

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** Those items whose bit is set. */
function some<T>(list: readonly T[], bits: number): readonly T[] {
  return list.filter((_, index) => (bits >> index) % 2 === 1);
}
