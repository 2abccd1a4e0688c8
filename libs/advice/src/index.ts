export {
  ADVICE,
  type AdviceParts,
  AdviceProjector,
  type AdviceReached,
  adviceReached,
} from './advice-projector.js';
export { advise, type UnitAdvice } from './advise.js';
export type { Alert } from './alerts/find-alerts.js';
export { type Below, type KnownUnit, type Resting, seeUnit, type Sighted } from './known-unit.js';
export type { AlertPolicy, Because, Finding, Severity } from './finding.js';
export {
  type BestMove,
  type BestMovesAnswer,
  BestMovesQuery,
  BestMovesQueryHandler,
} from './gaps/best-moves.query.js';
export {
  type Blocker,
  type BlockersAnswer,
  BlockersQuery,
  BlockersQueryHandler,
} from './gaps/blockers.query.js';
export { type GapQuestion, GapReader } from './gaps/gap-reader.js';
export { gapsOf, MARK, type ModelGaps, type UnitGaps } from './gaps/gaps-of.js';
export { ALERT_POLICIES } from './alerts/alert-policies.js';
export type { AlertStanding, AlertState } from './queries/alert-standing.js';
export {
  type AlertFilter,
  AlertsQuery,
  AlertsQueryHandler,
  type AlertsAnswer,
  isAlertPlace,
} from './queries/alerts.query.js';
export {
  type AlertCount,
  AlertsSummaryQuery,
  AlertsSummaryQueryHandler,
} from './queries/alerts-summary.query.js';
export type { Precedents } from './queries/precedents.js';
export {
  isRecommendationPlace,
  type RankedRecommendation,
  type RecommendationScope,
  type RecommendationsAnswer,
  RecommendationsQuery,
  RecommendationsQueryHandler,
  type RecommendationStatus,
} from './queries/recommendations.query.js';
export { type ChangedAlert, changedAlerts } from './told/changed-alerts.js';
export { adviceHash, rebuildAdvice } from './rebuild-advice.js';
export type { Advance, RecommendationPolicy } from './recommendations/next-step.js';
export { RECOMMENDATION_POLICIES, type Recommendation } from './recommendations/recommend.js';
