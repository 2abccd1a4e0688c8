export * from './duration.js';
export { Evaluator, evaluate, followedModels, sameValue, timeline } from './evaluate.js';
export * from './event.js';
export { impliedClosure } from './expression-keys.js';
export { Expressions } from './expressions.js';
export * from './facts.js';
export * from './forecast/index.js';
export * from './ids.js';
export * from './model.js';
export * from './occurrence.js';
export { NOT_STARTED, stageRef } from './policies/reading.js';
export { type Due, dayOf, parseDue } from './roadmap/due.js';
export {
  foldTargets,
  isAboutTarget,
  type KnownTarget,
  type Target,
  targetHistory,
  type TargetMove,
} from './roadmap/fold-targets.js';
export {
  type GoalReading,
  type PlanSight,
  stageOf,
  type StepItem,
  type TargetStep,
  type UnitGoal,
} from './roadmap/goal.js';
export { readGoal } from './roadmap/goal-reading.js';
export {
  type CountedSpan,
  type CountedSpans,
  countedSpans,
  readShareGoal,
  type ShareGoal,
} from './roadmap/share-goal.js';
export {
  type Because,
  type Expectation,
  type TargetContext,
  type TargetState,
  targetState,
  type TargetStatus,
} from './roadmap/target-state.js';
export { type Span, spansApart, spansWhere } from './spans.js';
export * from './standing.js';
export {
  atLeastOf,
  type Durations,
  lowerMedian,
  quartiles,
  readFromChildren,
  type RollupRule,
} from './rollup.js';
export * from './target.js';
export { kindsOf, lineAt, Tree } from './tree.js';
export { turnedOn } from './turned.js';
export { type StageChange, stageChange } from './upgrade/stage-change.js';
export { supposeFacts, type Supposition } from './what-if.js';
export type { Truth } from './truth.js';
export {
  sameUnitState,
  type UnitSegment,
  type UnitState,
  type UnitTimeline,
  unitStateAt,
  unitTimeline,
} from './unit-timeline.js';
