export { clearAside } from './adoption/aside-rows.js';
export { AsideBuild, NotReady, WishGone } from './adoption/build-aside.js';
export {
  dropWish,
  failBuild,
  forgetBuild,
  type ModelBuild,
  modelBuilds,
  wishFor,
} from './adoption/builds.js';
export type { ModelVersion } from './adoption/coming-catalogue.js';
export { baseOf, byId } from './base.js';
export { childrenAt, childrenOf, everUnder } from './tree/children.js';
export {
  CatalogueHistory,
  type CatalogueSource,
  type KnownCatalogue,
  knownCatalogue,
} from './catalogue-reader.js';
export { advance, checkpoint, STANDING } from './checkpoint.js';
export * from './errors.js';
export type { BeforeAfter } from './units/hypothesis.js';
export { InlineStandings } from './standing/inline.js';
export { type Asked, type Moment, Moments } from './moment.js';
export { PreviewQuery, PreviewQueryHandler } from './units/preview.query.js';
export { type Hashed, hashRows, readModelHash } from './rebuild/read-model-hash.js';
export { type RebuildOptions, type RebuildParts, rebuild } from './rebuild/rebuild.js';
export { StandingProjection, type UnitSight } from './standing/standing.projection.js';
export {
  type StandingsAnswer,
  StandingsQuery,
  StandingsQueryHandler,
} from './units/standings.query.js';
export { type EventBatch, touchedFromAfar } from './standing/event-batch.js';
export { reached, TreeProjector } from './standing/tree-projector.js';
export {
  type SubtreeWhatIfAnswer,
  SubtreeWhatIfQuery,
  SubtreeWhatIfQueryHandler,
} from './what-if/subtree-what-if.query.js';
export type { SubtreeWhatIf, Supposed } from './what-if/suppositions.js';
export { SuppositionsQuery, SuppositionsQueryHandler } from './what-if/suppositions.query.js';
export { type WhatIf, WhatIfQuery, WhatIfQueryHandler } from './units/what-if.query.js';
export { everAbove, World } from './world.js';
export {
  type HistoryAnswer,
  type HistoryEntry,
  HistoryQuery,
  HistoryQueryHandler,
} from './units/history.query.js';
export {
  type Change,
  type ChangesAnswer,
  ChangesQuery,
  ChangesQueryHandler,
} from './rollups/changes.query.js';
export { DisagreementsQuery, DisagreementsQueryHandler } from './rollups/disagreements.query.js';
export { type Figures, figuresOf, stageOf, stagesOf } from './rollups/figures.js';
export {
  HeatmapListQuery,
  HeatmapListQueryHandler,
  type HeatmapSquare,
} from './rollups/heatmap-list.query.js';
export {
  type HeatmapAnswer,
  HeatmapQuery,
  HeatmapQueryHandler,
} from './rollups/heatmap.query.js';
export {
  type ListedStanding,
  type StandingListAnswer,
  StandingListQuery,
  StandingListQueryHandler,
} from './rollups/standing-list.query.js';
export {
  type ListedUnit,
  type UnitListAnswer,
  UnitListQuery,
  UnitListQueryHandler,
} from './rollups/unit-list.query.js';
export { ProofsQuery, ProofsQueryHandler, type Proven } from './units/proofs.query.js';
export { type Titles, TitlesQuery, TitlesQueryHandler } from './units/titles.query.js';
export {
  type RollupAnswer,
  RollupQuery,
  RollupQueryHandler,
  type RollupQuestion,
} from './rollups/rollup.query.js';
export { type Stay, staysOf } from './rollups/stays.js';
export {
  type TransitionsAnswer,
  TransitionsQuery,
  TransitionsQueryHandler,
} from './rollups/transitions.query.js';
export { type TrendAnswer, TrendQuery, TrendQueryHandler } from './rollups/trend.query.js';
export { type BoardPack, Packs, type PackWish } from './packs/packs.js';
export {
  type PackUnit,
  type PackUnitsAnswer,
  PackUnitsQuery,
  PackUnitsQueryHandler,
} from './packs/pack-units.query.js';
export {
  type ExplainedFigure,
  type RestatedAnswer,
  RestatedQuery,
  RestatedQueryHandler,
  type RestatedQuestion,
} from './packs/restated.query.js';
export type { CountedTree, KeptPack } from './packs/pack-rows.js';
export { GoalReadings } from './roadmap/goal-readings.js';
export { type PlannedTarget, readPlan } from './roadmap/plan-reader.js';
export {
  type DatedTarget,
  RoadmapDatesQuery,
  RoadmapDatesQueryHandler,
} from './roadmap/roadmap-dates.query.js';
export type { RoadmapSummary } from './roadmap/roadmap-summary.js';
export { type LateTarget, LateTargets } from './roadmap/late-targets.js';
export { readSubtree, type SubtreeFilter as RoadmapScope } from './roadmap/subtree-plan.js';
export {
  type RoadmapFilter,
  type SubtreeRoadmap,
  SubtreeRoadmapQuery,
  SubtreeRoadmapQueryHandler,
} from './roadmap/subtree-roadmap.query.js';
export type { TargetForecast } from './roadmap/target-forecast.js';
export {
  type CountedIn,
  type UnitRoadmap,
  UnitRoadmapQuery,
  UnitRoadmapQueryHandler,
} from './roadmap/unit-roadmap.query.js';
export { OrganisationAt, type UnitFilter as SubtreeFilter } from './rollups/organisation.js';
export { type PlaneWish, RollupReading, Rollups } from './rollups/rollups.js';
export { Plane, Segments } from './rollups/segments.js';
export {
  inSight,
  type Reach,
  type Sight,
  Sights,
  unitsInSight,
  type Viewer,
  wholeOf,
} from './sight.js';
export { belowAny, requireSeen, topsOf } from './seen.js';
export {
  type Comment,
  type CommentsAnswer,
  CommentsQuery,
  CommentsQueryHandler,
} from './units/comments.query.js';
export type { HistoryFilter } from './units/history-filter.js';
export {
  type FoundInLog,
  type LogFilter,
  type LogPage,
  LogSearchQuery,
  LogSearchQueryHandler,
} from './log/log-search.query.js';
export { type LogAnswer, LogQuery, LogQueryHandler } from './log/log.query.js';
export { maskEvents, maskedFor, Masks, shows, unitsNamedIn } from './log/masked.js';
export { type StandingChange, StandingChanges } from './standing/standing-changes.js';
export { type Transition, transitionsOf } from './standing/transitions.js';
export {
  type CurrentUnit,
  currentUnits,
  type UnitInTree,
  UnitQuery,
  UnitQueryHandler,
} from './units/unit.query.js';
export { UnitThenQuery, UnitThenQueryHandler } from './units/unit-then.query.js';
export {
  type LevelAnswer,
  type LevelPlace,
  LevelQuery,
  LevelQueryHandler,
  type LevelWish,
  type UnitOfLevel,
} from './units/level.query.js';
export {
  type UnitFilter,
  type UnitPlace,
  type UnitsAnswer,
  UnitsQuery,
  UnitsQueryHandler,
} from './units/units.query.js';
export {
  type UpgradeAnswer,
  type Upgraded,
  type UpgradePlace,
  UpgradeQuery,
  UpgradeQueryHandler,
} from './units/upgrade.query.js';
export { ForecastProjector } from './forecast/forecast-projector.js';
export type {
  ForecastReading,
  ShareForecast,
  SupposedPlaces,
} from './forecast/forecast-reading.js';
export { Forecasts } from './forecast/forecasts.js';
export type { Learnt } from './forecast/ladders.js';
export { FORECAST, forecastHash, forecastReached } from './forecast/outlook-rows.js';
export {
  type ShareForecastAnswer,
  ShareForecastQuery,
  ShareForecastQueryHandler,
  type ShareQuestion,
} from './forecast/share-forecast.query.js';
export {
  type Ahead,
  type ModelForecast,
  type UnitForecast,
  UnitForecastQuery,
  UnitForecastQueryHandler,
} from './forecast/unit-forecast.query.js';
