export * from './facts/achieve-milestone.command.js';
export * from './facts/assess-milestone.command.js';
export * from './facts/correct-event.command.js';
export * from './facts/end-waiver.command.js';
export { requireMilestone, requireMilestones } from './facts/milestone.js';
export * from './facts/lapse-milestone.command.js';
export * from './facts/record-foreign-fact.command.js';
export * from './facts/retract-event.command.js';
export * from './facts/waive-milestone.command.js';
export * from './told/take-back-told.command.js';
export * from './told/try-told.command.js';
export { UnknownMilestones } from './told/unknown-milestones.command.js';
export { UnknownUnits } from './told/unknown-units.command.js';
export { type Told, type ToldFact, ToldFacts } from './told/told-facts.js';
export * from './advice/alert-acts.command.js';
export * from './advice/decide-recommendation.command.js';
export * from './catalogue/add-model.command.js';
export * from './comments/make-comment.command.js';
export * from './catalogue/adopt-model.command.js';
export { Adoptions } from './catalogue/adoptions.js';
export * from './catalogue/change-program.command.js';
export * from './catalogue/define-milestone.command.js';
export * from './catalogue/import-models.command.js';
export type { ProgressReport } from './catalogue/imported-progress.js';
export * from './dispatch/dead-letters.js';
export * from './dispatch/wakeups.js';
export {
  type ImportedEvent,
  ImportRows,
  ImportRowsHandler,
  type KeepImported,
  PreviewRows,
  PreviewRowsHandler,
  type RowsOutcome,
  type RowsPreview,
} from './imports/import-rows.command.js';
export { groupsOf, inRecordingOrder } from './imports/row-groups.js';
export { RowsRecording } from './imports/rows-recording.js';
export { TakeBackImported } from './imports/take-back-imported.command.js';
export { FindMeant, FindNamed } from './imports/find-meant.command.js';
export { plainName } from './imports/meant-keys.js';
export type {
  ImportedRow,
  PartialRow,
  RowCounts,
  RowFault,
  Sought,
} from './imports/imported-row.js';
export * from './known.js';
export * from './present.js';
export * from './proposals/decide-proposal.command.js';
export * from './proposals/proposals.query.js';
export { type Proposal, Proposals, type Proposed } from './proposals/proposals.js';
export type { ProposalState } from './proposals/proposal-rows.js';
export { viewerOf } from './reach.js';
export * from './recorder.js';
export * from './records.js';
export * from './records.module.js';
export * from './refusal.js';
export * from './roadmap/drop-target.command.js';
export * from './roadmap/plan-targets.command.js';
export * from './roadmap/put-target.command.js';
export type { TargetKind } from './roadmap/standing-target.js';
export type { GoalWish } from './roadmap/wanted-goal.js';
export { currentTrace } from './trace.js';
export * from './units/merge-unit.command.js';
export * from './units/put-unit.command.js';
export type { UnitWish } from './units/put-unit.js';
export * from './units/register-units.command.js';
export * from './units/retire-unit.command.js';
export type { ChangedUnit } from './units/unit-view.js';
