export * from './duration.js';
export { Evaluator, evaluate, followedModels, sameValue, timeline } from './evaluate.js';
export * from './event.js';
export { Expressions, impliedClosure } from './expressions.js';
export * from './facts.js';
export * from './ids.js';
export * from './model.js';
export * from './occurrence.js';
export { NOT_STARTED, stageRef } from './policies/reading.js';
export { type Span, spansWhere } from './spans.js';
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
export {
  sameUnitState,
  type UnitSegment,
  type UnitState,
  type UnitTimeline,
  unitStateAt,
  unitTimeline,
} from './unit-timeline.js';
