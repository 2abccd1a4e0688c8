export { baseOf, byId } from './base.js';
export { childrenAt } from './children.js';
export {
  CatalogueHistory,
  type CatalogueSource,
  type KnownCatalogue,
  knownCatalogue,
} from './catalogue-reader.js';
export { advance, checkpoint, STANDING } from './checkpoint.js';
export * from './errors.js';
export type { BeforeAfter } from './hypothesis.js';
export { InlineStandings } from './inline.js';
export { type Asked, type Moment, Moments } from './moment.js';
export { PreviewQuery, PreviewQueryHandler } from './preview.query.js';
export { type Hashed, hashRows, readModelHash } from './read-model-hash.js';
export { type RebuildParts, rebuild } from './rebuild.js';
export { StandingProjection, type UnitSight } from './standing.projection.js';
export { type StandingsAnswer, StandingsQuery, StandingsQueryHandler } from './standings.query.js';
export { type EventBatch, touchedFromAfar } from './event-batch.js';
export { reached, TreeProjector } from './tree-projector.js';
export { type WhatIf, WhatIfQuery, WhatIfQueryHandler } from './what-if.query.js';
export { everAbove, World } from './world.js';
export {
  type HistoryAnswer,
  type HistoryEntry,
  HistoryQuery,
  HistoryQueryHandler,
} from './history.query.js';
export {
  type RollupAnswer,
  RollupQuery,
  RollupQueryHandler,
  type RollupQuestion,
} from './rollup.query.js';
export { OrganisationAt, type UnitFilter as SubtreeFilter } from './rollups/organisation.js';
export { type PlaneWish, RollupReading, Rollups } from './rollups/rollups.js';
export { Plane, Segments } from './rollups/segments.js';
export { type StandingChange, StandingChanges } from './standing-changes.js';
export { type Transition, transitionsOf } from './transitions.js';
export { type CurrentUnit, currentUnits, UnitQuery, UnitQueryHandler } from './unit.query.js';
export { type UnitFilter, type UnitsAnswer, UnitsQuery, UnitsQueryHandler } from './units.query.js';
export {
  type UpgradeAnswer,
  type Upgraded,
  UpgradeQuery,
  UpgradeQueryHandler,
} from './upgrade.query.js';
