import type { Because, Target } from '#lib/domain';
import type { CountedIn, PlannedTarget } from '#lib/projections';
import { forecastView } from './forecast-views.js';
import { instantText } from './instants.js';

/** A target as answers show it, without how it stands. */
export function targetView(whole: Target) {
  const { unit, target, goal, due, firstDue, moves, owner, setAt } = whole;
  return {
    ...{ unit, target, goal, due, firstDue, owner },
    moves: moves.map((move) => ({ ...move, at: instantText(move.at) })),
    setAt: instantText(setAt),
  };
}

/** A target and how it stands, as answers show it. */
export function plannedView({ state, forecast, title, ...target }: PlannedTarget) {
  const { status, because, achievedOn, lostOn, progress, slipDays, steps, counts } = state;
  return {
    ...targetView(target),
    title,
    status,
    because: because.map(becauseView),
    ...(achievedOn === undefined ? {} : { achievedOn: instantText(achievedOn) }),
    ...(lostOn === undefined ? {} : { lostOn: instantText(lostOn) }),
    progress,
    slipDays,
    steps,
    ...counts,
    ...(forecast ? { forecast: forecastView(forecast) } : {}),
  };
}

/** A target of a share that counts a unit below it, as answers show it. */
export function countedInView({ title, reached, ...target }: CountedIn) {
  return { ...targetView(target), title, reached };
}

const dated = (at: number | null) => (at === null ? null : instantText(at));

function becauseView(because: Because) {
  return {
    ...because,
    ...('on' in because ? { on: instantText(because.on) } : {}),
    ...('p85' in because ? { p85: dated(because.p85) } : {}),
    says: saysOf(because),
  };
}

/** A reason in words. */
export function saysOf(because: Because): string {
  switch (because.rule) {
    case 'reached':
      return `Reached on ${dayOf(because.on)}.`;
    case 'lost-again':
      return `It had been reached and was lost on ${dayOf(because.on)}.`;
    case 'due-passed':
      return `It was wanted by the end of ${because.due}.`;
    case 'forecast-after-due':
      return because.p85 === null
        ? 'At 85 in 100 no end is in sight by what has been seen of others.'
        : `At 85 in 100 it is expected by ${dayOf(because.p85)}, after its date.`;
    case 'forecast-in-time':
      return `At 85 in 100 it is expected by ${dayOf(because.p85)}.`;
    case 'step-due-later':
      return `It needs ${because.milestone}, which "${because.target}" wants only by ${because.due}.`;
    case 'little-time-left':
      return `${percent(because.timeGone)} of the time is over, and ${percent(because.workDone)} of what was missing is done.`;
    case 'goal-unknown':
      return 'The version of the model in force has no such stage or level. Set the target anew.';
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const percent = (share: number) => `${Math.round(share * 100)} %`;
