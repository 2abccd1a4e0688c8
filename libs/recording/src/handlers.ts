import type { Provider } from '@nestjs/common';
import {
  ChangesQueryHandler,
  CommentsQueryHandler,
  DisagreementsQueryHandler,
  HeatmapListQueryHandler,
  HeatmapQueryHandler,
  HistoryQueryHandler,
  LogQueryHandler,
  LogSearchQueryHandler,
  PackUnitsQueryHandler,
  PreviewQueryHandler,
  ProofsQueryHandler,
  RestatedQueryHandler,
  RoadmapDatesQueryHandler,
  RollupQueryHandler,
  ShareForecastQueryHandler,
  StandingListQueryHandler,
  TitlesQueryHandler,
  StandingsQueryHandler,
  SubtreeRoadmapQueryHandler,
  SubtreeWhatIfQueryHandler,
  SuppositionsQueryHandler,
  TransitionsQueryHandler,
  TrendQueryHandler,
  UnitForecastQueryHandler,
  UnitListQueryHandler,
  UnitQueryHandler,
  UnitThenQueryHandler,
  UnitRoadmapQueryHandler,
  UnitsQueryHandler,
  LevelQueryHandler,
  UpgradeQueryHandler,
  WhatIfQueryHandler,
} from '#lib/projections';
import { ActOnAlertHandler } from './advice/alert-acts.command.js';
import { DecideRecommendationHandler } from './advice/decide-recommendation.command.js';
import { AddModelHandler } from './catalogue/add-model.command.js';
import { AdoptModelHandler } from './catalogue/adopt-model.command.js';
import { ChangeProgramHandler } from './catalogue/change-program.command.js';
import { DefineMilestoneHandler } from './catalogue/define-milestone.command.js';
import { ImportModelsHandler, PreviewImportHandler } from './catalogue/import-models.command.js';
import { MakeCommentHandler } from './comments/make-comment.command.js';
import { AchieveMilestoneHandler } from './facts/achieve-milestone.command.js';
import { AssessMilestoneHandler } from './facts/assess-milestone.command.js';
import { CorrectEventHandler } from './facts/correct-event.command.js';
import { EndWaiverHandler } from './facts/end-waiver.command.js';
import { LapseMilestoneHandler } from './facts/lapse-milestone.command.js';
import { RecordForeignFactHandler } from './facts/record-foreign-fact.command.js';
import { TakeBackImportedHandler } from './imports/take-back-imported.command.js';
import { FindMeantHandler, FindNamedHandler } from './imports/find-meant.command.js';
import { ImportRowsHandler, PreviewRowsHandler } from './imports/import-rows.command.js';
import { RetractEventHandler } from './facts/retract-event.command.js';
import { WaiveMilestoneHandler } from './facts/waive-milestone.command.js';
import {
  ApproveProposalHandler,
  CloseProposalHandler,
} from './proposals/decide-proposal.command.js';
import { ProposalQueryHandler, ProposalsQueryHandler } from './proposals/proposals.query.js';
import { TakeBackToldHandler } from './told/take-back-told.command.js';
import { TryToldHandler } from './told/try-told.command.js';
import { UnknownMilestonesHandler } from './told/unknown-milestones.command.js';
import { UnknownUnitsHandler } from './told/unknown-units.command.js';
import { MergeUnitHandler } from './units/merge-unit.command.js';
import { DropTargetHandler } from './roadmap/drop-target.command.js';
import { PlanTargetsHandler } from './roadmap/plan-targets.command.js';
import { PutTargetHandler } from './roadmap/put-target.command.js';
import { PutUnitHandler } from './units/put-unit.command.js';
import { RegisterUnitsHandler } from './units/register-units.command.js';
import { ReinstateUnitHandler, RetireUnitHandler } from './units/retire-unit.command.js';

/** Every command of the CommandBus. */
export const COMMAND_HANDLERS: readonly Provider[] = [
  TakeBackImportedHandler,
  TakeBackToldHandler,
  TryToldHandler,
  UnknownMilestonesHandler,
  UnknownUnitsHandler,
  AchieveMilestoneHandler,
  ActOnAlertHandler,
  AddModelHandler,
  AdoptModelHandler,
  ApproveProposalHandler,
  AssessMilestoneHandler,
  ChangeProgramHandler,
  CloseProposalHandler,
  CorrectEventHandler,
  DecideRecommendationHandler,
  DefineMilestoneHandler,
  DropTargetHandler,
  EndWaiverHandler,
  ImportModelsHandler,
  FindMeantHandler,
  FindNamedHandler,
  ImportRowsHandler,
  LapseMilestoneHandler,
  MakeCommentHandler,
  MergeUnitHandler,
  PlanTargetsHandler,
  PreviewImportHandler,
  PreviewRowsHandler,
  PutTargetHandler,
  PutUnitHandler,
  RecordForeignFactHandler,
  RegisterUnitsHandler,
  ReinstateUnitHandler,
  RetireUnitHandler,
  RetractEventHandler,
  WaiveMilestoneHandler,
];

/** Every query of the QueryBus that the read models answer. */
export const QUERY_HANDLERS: readonly Provider[] = [
  ProposalQueryHandler,
  ProposalsQueryHandler,
  SuppositionsQueryHandler,
  SubtreeWhatIfQueryHandler,
  ChangesQueryHandler,
  CommentsQueryHandler,
  DisagreementsQueryHandler,
  HeatmapListQueryHandler,
  HeatmapQueryHandler,
  HistoryQueryHandler,
  LogQueryHandler,
  LogSearchQueryHandler,
  PackUnitsQueryHandler,
  PreviewQueryHandler,
  ProofsQueryHandler,
  RestatedQueryHandler,
  RoadmapDatesQueryHandler,
  RollupQueryHandler,
  ShareForecastQueryHandler,
  StandingListQueryHandler,
  TitlesQueryHandler,
  StandingsQueryHandler,
  SubtreeRoadmapQueryHandler,
  TransitionsQueryHandler,
  TrendQueryHandler,
  UnitForecastQueryHandler,
  UnitListQueryHandler,
  UnitQueryHandler,
  UnitThenQueryHandler,
  UnitRoadmapQueryHandler,
  UnitsQueryHandler,
  LevelQueryHandler,
  UpgradeQueryHandler,
  WhatIfQueryHandler,
];
