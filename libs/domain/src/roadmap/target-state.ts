import { FOREVER, type Instant, type MilestoneKey } from '../ids.js';
import { type Due, dayOf, parseDue } from './due.js';
import type { Target } from './fold-targets.js';
import type { GoalReading, TargetStep } from './goal.js';

export type TargetStatus = 'done' | 'on-track' | 'at-risk' | 'late' | 'aim';

/** Why a target has its status. */
export type Because =
  /** It has been reached without a break since. */
  | { readonly rule: 'reached'; readonly on: Instant }
  /** It had been reached, and was lost again. */
  | { readonly rule: 'lost-again'; readonly on: Instant }
  | { readonly rule: 'due-passed'; readonly due: string }
  /** At 85 of 100 it is reached by then, which is too late, or in time. */
  | { readonly rule: 'forecast-after-due'; readonly p85: Instant | null }
  | { readonly rule: 'forecast-in-time'; readonly p85: Instant }
  /** One of its steps is a target of its own, wanted only later. */
  | {
      readonly rule: 'step-due-later';
      readonly target: string;
      readonly milestone: MilestoneKey;
      readonly due: string;
    }
  /** Three quarters of the time are over, and less than half of what was missing is done. */
  | { readonly rule: 'little-time-left'; readonly timeGone: number; readonly workDone: number }
  /** The version in force has no such model, stage, dimension or level any more. */
  | { readonly rule: 'goal-unknown' };

/** When something is expected, as far as a status is read from it. */
export interface Expectation {
  /** By then in 85 of 100 cases; null: in fewer, however long one waits. */
  readonly p85: Instant | null;
}

/** How a target stands at an instant. */
export interface TargetState {
  readonly status: TargetStatus;
  readonly because: readonly Because[];
  /** Start of the present unbroken run in which the goal is reached; only when it is. */
  readonly achievedOn?: Instant;
  /** When it was lost, having been reached before; only when it is not reached now. */
  readonly lostOn?: Instant;
  /** 0–1 */
  readonly progress: number;
  readonly steps: readonly TargetStep[];
  /** Whole days, below 0 when it is wanted earlier than at first; null: no date. */
  readonly slipDays: number | null;
  /** `share` only. */
  readonly counts?: { readonly reached: number; readonly counted: number };
}

/** What is known beside the goal itself. */
export interface TargetContext {
  readonly forecast?: Expectation;
  /** Every target of the unit as known: some may be steps of this one. */
  readonly others: readonly Target[];
}

/**
 * How a target stands at an instant.
 *
 * - `done`: the goal is reached then; a goal that was lost again is not.
 * - `late`: its date is over, the whole of the given day, month, quarter or year in UTC.
 * - `at-risk`: a step of it is wanted later than itself; or the forecast says that it is more likely
 *   than 15 in 100 to be late; or, without a forecast, it was lost again since it was set, or three
 *   quarters of the time from its setting are over and less than half of what was missing then is done.
 * - `aim`: it has no date.
 * @param reading of its goal; undefined where the version in force does not have it
 */
export function targetState(
  target: Target,
  reading: GoalReading | undefined,
  at: Instant,
  context: TargetContext,
): TargetState {
  const due = target.due === null ? undefined : parseDue(target.due);
  const run = reading?.held.find(({ from, until }) => from <= at && at < until);
  const lost = run ? undefined : reading?.held.findLast(({ until }) => until <= at);
  const steps = reading && !run ? reading.steps(at) : [];
  const late = !run && due !== undefined && due.deadline <= at;
  const progress = run ? 1 : (reading?.progress(at) ?? 0);
  const counts = reading?.counts?.(at);
  const { status, because } = run
    ? { status: 'done' as const, because: [{ rule: 'reached' as const, on: run.from }] }
    : judge({ target, reading, at, due, late, steps, progress, lostOn: lost?.until, context });
  return {
    status,
    because,
    ...(run ? { achievedOn: run.from } : {}),
    ...(lost ? { lostOn: lost.until } : {}),
    progress,
    steps,
    slipDays: slipOf(target, due, { achievedOn: run?.from, late, at }),
    ...(counts ? { counts } : {}),
  };
}

interface Judged {
  readonly target: Target;
  readonly reading: GoalReading | undefined;
  readonly at: Instant;
  readonly due: Due | undefined;
  readonly late: boolean;
  readonly steps: readonly TargetStep[];
  readonly progress: number;
  readonly lostOn: Instant | undefined;
  readonly context: TargetContext;
}

function judge(judged: Judged): Pick<TargetState, 'status' | 'because'> {
  const { target, reading, due, late, lostOn, context } = judged;
  const lost: Because[] = lostOn === undefined ? [] : [{ rule: 'lost-again', on: lostOn }];
  const gone: Because[] = reading ? [] : [{ rule: 'goal-unknown' }];
  if (!due) return { status: 'aim', because: [...gone, ...lost] };
  if (late) {
    const passed: Because = { rule: 'due-passed', due: due.given };
    return { status: 'late', because: [passed, ...gone, ...lost] };
  }
  const later = stepsDueLater(judged, due);
  const { forecast } = context;
  const tooLate = forecast !== undefined && (forecast.p85 ?? FOREVER) >= due.deadline;
  const expected = forecast ? [expectation(forecast.p85, tooLate)] : [];
  const since = lostOn !== undefined && lostOn >= target.setAt ? lost : [];
  const short = forecast ? [] : [...since, ...littleTimeLeft(judged, due)];
  const atRisk = later.length > 0 || tooLate || short.length > 0 || gone.length > 0;
  return {
    status: atRisk ? 'at-risk' : 'on-track',
    because: [...expected, ...later, ...short, ...gone],
  };
}

function expectation(p85: Instant | null, tooLate: boolean): Because {
  return tooLate || p85 === null
    ? { rule: 'forecast-after-due', p85 }
    : { rule: 'forecast-in-time', p85 };
}

/** The steps that are targets of their own and wanted later than this one. */
function stepsDueLater({ target, steps, context }: Judged, due: Due): readonly Because[] {
  if (target.goal.kind === 'milestone') return [];
  const missing = new Set(
    steps.flatMap((step) =>
      step.missing.flatMap((item) => (item.supporting ? [] : item.milestones)),
    ),
  );
  return context.others.flatMap((other) => {
    if (other.goal.kind !== 'milestone' || !missing.has(other.goal.milestone)) return [];
    const own = other.due === null ? undefined : parseDue(other.due);
    if (!own || own.deadline <= due.deadline) return [];
    const { milestone } = other.goal;
    return [{ rule: 'step-due-later', target: other.target, milestone, due: own.given } as const];
  });
}

const TIME_GONE = 0.75;
const WORK_DONE = 0.5;

function littleTimeLeft(
  { target, reading, at, progress }: Judged,
  { deadline }: Due,
): readonly Because[] {
  if (!reading || at < target.setAt || deadline <= target.setAt) return [];
  const timeGone = (at - target.setAt) / (deadline - target.setAt);
  const before = reading.progress(target.setAt);
  const workDone = before < 1 ? Math.max(0, (progress - before) / (1 - before)) : 0;
  if (timeGone < TIME_GONE || workDone >= WORK_DONE) return [];
  return [{ rule: 'little-time-left', timeGone: rounded(timeGone), workDone: rounded(workDone) }];
}

/**
 * Whole days from the first date to the day on which it was reached (0 when that was no later), or
 * else to the present date, or to the day of the question once that date is over.
 */
function slipOf(
  target: Target,
  due: Due | undefined,
  now: { readonly achievedOn: Instant | undefined; readonly late: boolean; readonly at: Instant },
): number | null {
  const first = target.firstDue === null ? undefined : parseDue(target.firstDue);
  if (!first || !due) return null;
  if (now.achievedOn !== undefined) return Math.max(0, dayOf(now.achievedOn) - first.lastDay);
  return (now.late ? Math.max(due.lastDay, dayOf(now.at)) : due.lastDay) - first.lastDay;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
