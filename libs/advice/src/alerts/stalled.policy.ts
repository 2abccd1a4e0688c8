import { FOREVER, type Instant, type MaturityModel, type StandingSegment } from '#lib/domain';
import type { AlertPolicy, Finding } from '../finding.js';
import { day, type KnownUnit } from '../known-unit.js';
import { monthsAfter } from '../milestones.js';

/** Ours: no source says how long a stage takes. */
export const STALLED_AFTER_MONTHS = 12;

/** A unit below the last stage of a model it follows has neither moved up nor reached anything new for a year. */
export const stalled: AlertPolicy = {
  id: 'stalled',
  source:
    'Ours: a year without a step up and without a new milestone; no source publishes how long a stage takes. Units that never began are told apart by the lower severity.',
  find(known) {
    const activity = activityOf(known);
    return activity.flatMap((last, index): Finding[] => {
      const from = monthsAfter(last, STALLED_AFTER_MONTHS);
      const until = activity[index + 1] ?? FOREVER;
      if (from >= until) return [];
      const open = belowLast(known, from);
      if (open.length === 0) return [];
      const began = achievements(known).some((at) => at <= last);
      const what = began
        ? `Nothing new and no step up since ${day(last)}`
        : `Nothing has been reached since ${day(last)}, when the unit began`;
      return [
        {
          episode: new Date(last).toISOString(),
          from,
          until,
          severity: began ? 'warning' : 'info',
          summary: `${what}; ${open.join(', ')}: not at the last stage.`,
          because: [],
        },
      ];
    });
  },
};

/** When something was reached: the beginning of each life, new milestones, steps up. */
function activityOf(known: KnownUnit): readonly Instant[] {
  const lives = known.evaluator.expressions.tree.lives(known.unit).map(({ from }) => from);
  const steps = known.models.flatMap((model) => stepsUp(timelineOf(known, model)));
  const all = new Set([...lives, ...achievements(known), ...steps]);
  return [...all].filter((at) => at >= (lives[0] ?? FOREVER)).sort((a, b) => a - b);
}

function achievements(known: KnownUnit): readonly Instant[] {
  return [...known.facts.facts.values()].flatMap((facts) =>
    facts.filter(({ outcome }) => outcome === 'achieved').map(({ at }) => at),
  );
}

function stepsUp(segments: readonly StandingSegment[]): readonly Instant[] {
  return segments.flatMap((segment, index) => {
    const before = segments[index - 1];
    return before && (before.ordinal ?? 0) < (segment.ordinal ?? 0) ? [segment.from] : [];
  });
}

function belowLast(known: KnownUnit, at: Instant): readonly string[] {
  return known.models.flatMap((model) => {
    if (model.policy === 'checklist' || model.stages.length === 0) return [];
    const segment = timelineOf(known, model).find(({ from, until }) => from <= at && at < until);
    return segment && (segment.ordinal ?? 0) < model.stages.length ? [model.title] : [];
  });
}

function timelineOf(known: KnownUnit, model: MaturityModel): readonly StandingSegment[] {
  return known.evaluator.timeline(model, known.unit);
}
