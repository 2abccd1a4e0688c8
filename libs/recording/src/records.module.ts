import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Catalogue } from '#lib/catalogue';
import { EventLog } from '#lib/event-log';
import { Database } from '#lib/platform';
import {
  HistoryQueryHandler,
  Moments,
  PreviewQueryHandler,
  RollupQueryHandler,
  StandingChanges,
  StandingsQueryHandler,
  UnitQueryHandler,
  UnitsQueryHandler,
  WhatIfQueryHandler,
} from '#lib/projections';
import { Wakeups } from './dispatch/wakeups.js';
import { AchieveMilestoneHandler } from './facts/achieve-milestone.command.js';
import { AssessMilestoneHandler } from './facts/assess-milestone.command.js';
import { CorrectEventHandler } from './facts/correct-event.command.js';
import { EndWaiverHandler } from './facts/end-waiver.command.js';
import { LapseMilestoneHandler } from './facts/lapse-milestone.command.js';
import { RetractEventHandler } from './facts/retract-event.command.js';
import { WaiveMilestoneHandler } from './facts/waive-milestone.command.js';
import { Present } from './present.js';
import { Recorder } from './recorder.js';
import type { Records } from './records.js';
import { PutUnitHandler } from './units/put-unit.command.js';
import { RegisterUnitsHandler } from './units/register-units.command.js';
import { ReinstateUnitHandler, RetireUnitHandler } from './units/retire-unit.command.js';

const COMMAND_HANDLERS: readonly Provider[] = [
  AchieveMilestoneHandler,
  AssessMilestoneHandler,
  CorrectEventHandler,
  EndWaiverHandler,
  LapseMilestoneHandler,
  PutUnitHandler,
  RegisterUnitsHandler,
  ReinstateUnitHandler,
  RetireUnitHandler,
  RetractEventHandler,
  WaiveMilestoneHandler,
];

const QUERY_HANDLERS: readonly Provider[] = [
  HistoryQueryHandler,
  PreviewQueryHandler,
  RollupQueryHandler,
  StandingsQueryHandler,
  UnitQueryHandler,
  UnitsQueryHandler,
  WhatIfQueryHandler,
];

/** Commands and queries on their buses, over an opened log. */
@Module({})
export class RecordsModule {
  static of(records: Records): DynamicModule {
    const { foundation, catalogue, log, wakeups } = records;
    const { database, clock } = foundation;
    const recorder = (queries: QueryBus, present: Present) =>
      new Recorder(records, present, queries);
    const shared: Provider[] = [
      { provide: Database, useValue: database },
      { provide: Catalogue, useValue: catalogue },
      { provide: EventLog, useValue: log },
      { provide: Wakeups, useValue: wakeups },
      { provide: Moments, useValue: new Moments(database, log, catalogue, clock) },
      { provide: StandingChanges, useValue: new StandingChanges(database, catalogue) },
      { provide: Present, useValue: new Present(log, catalogue, database, clock) },
      { provide: Recorder, useFactory: recorder, inject: [QueryBus, Present] },
    ];
    return {
      module: RecordsModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [...shared, ...COMMAND_HANDLERS, ...QUERY_HANDLERS],
      exports: [...shared, CqrsModule],
    };
  }
}
