import {
  type AnyEvent,
  type EventId,
  type Instant,
  type MaturityModel,
  type ModelId,
  retractedEvents,
  type StageRef,
  type StandingSegment,
  stageRef,
  turnedOn,
} from '#lib/domain';
import type { UnitSight } from './standing.projection.js';

/** A unit went from one stage of a model to another; null: it had no standing there. */
export interface Transition {
  readonly model: ModelId;
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  readonly at: Instant;
  /** What made it so: the events that a criterion newly rests on, or rested on until then. */
  readonly because: readonly EventId[];
}

/**
 * Every change of stage of a unit up to an instant, in every model it follows, oldest first.
 * Models without stages have none.
 * @param around the events of the unit and of those above it
 */
export function transitionsOf(
  sight: UnitSight,
  upTo: Instant,
  around: readonly AnyEvent[],
): readonly Transition[] {
  return sight.models
    .flatMap((model) => ofModel(sight, model, upTo, around))
    .sort((a, b) => a.at - b.at);
}

function ofModel(
  sight: UnitSight,
  model: MaturityModel,
  upTo: Instant,
  around: readonly AnyEvent[],
): readonly Transition[] {
  if (model.policy === 'checklist') return [];
  const timeline = sight.evaluator.timeline(model, sight.unit);
  const transitions: Transition[] = [];
  const add = (at: Instant, before?: StandingSegment, after?: StandingSegment) => {
    if (at > upTo || before?.ordinal === after?.ordinal) return;
    transitions.push({
      model: model.id,
      from: before ? stageRef(model.stages, before.ordinal) : null,
      to: after ? stageRef(model.stages, after.ordinal) : null,
      at,
      because: because(sight, model, at, around),
    });
  };
  timeline.forEach((segment, index) => {
    const before = timeline[index - 1];
    if (before && before.until === segment.from) {
      add(segment.from, before, segment);
    } else {
      if (before) add(before.until, before, undefined);
      add(segment.from, undefined, segment);
    }
  });
  const last = timeline[timeline.length - 1];
  if (last) add(last.until, last, undefined);
  return transitions;
}

/** The events of that instant that bear on what changed; else those on which it rested until then. */
function because(
  sight: UnitSight,
  model: MaturityModel,
  at: Instant,
  around: readonly AnyEvent[],
): readonly EventId[] {
  const restedOn = turnedOn(sight.evaluator, model, sight.unit, at);
  const keys = new Set(around.filter(({ id }) => restedOn.has(id)).map(milestoneOf));
  const then = around.filter(
    (event) =>
      event.effectiveAt === at &&
      (restedOn.has(event.id) || event.type.startsWith('unit.') || keys.has(milestoneOf(event))),
  );
  const found = [...new Set(then.map(({ id }) => id))];
  if (found.length > 0 || restedOn.size > 0) return found.length > 0 ? found : [...restedOn];
  // a criterion that ceased to apply, or applies again, was neither gained nor lost
  const own = around.filter(({ unit }) => unit === sight.unit);
  const retracted = retractedEvents(own);
  return own
    .filter(
      ({ id, effectiveAt, type }) =>
        effectiveAt === at && type.startsWith('milestone.') && !retracted.has(id),
    )
    .map(({ id }) => id);
}

function milestoneOf(event: AnyEvent): string {
  if (event.type === 'waiver.ended') return event.data.event;
  return 'milestone' in event.data ? event.data.milestone : event.id;
}
