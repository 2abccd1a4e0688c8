import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Catalogue } from '#lib/catalogue';
import { EventLog, Seals } from '#lib/event-log';
import { Database } from '#lib/platform';
import {
  Forecasts,
  GoalReadings,
  Masks,
  Moments,
  Rollups,
  StandingChanges,
} from '#lib/projections';
import { Wakeups } from './dispatch/wakeups.js';
import { COMMAND_HANDLERS, QUERY_HANDLERS } from './handlers.js';
import { Present } from './present.js';
import { Proposals } from './proposals/proposals.js';
import { Recorder } from './recorder.js';
import { RECORDS, type Records } from './records.js';

/** Commands and queries on their buses, over an opened log. */
@Module({})
export class RecordsModule {
  static of(records: Records): DynamicModule {
    const { foundation, catalogue, log, wakeups } = records;
    const { database, clock } = foundation;
    const recorder = (queries: QueryBus, present: Present) =>
      new Recorder(records, present, queries);
    const shared: Provider[] = [
      { provide: RECORDS, useValue: records },
      { provide: Database, useValue: database },
      { provide: Catalogue, useValue: catalogue },
      { provide: EventLog, useValue: log },
      { provide: Seals, useValue: log.seals },
      { provide: Wakeups, useValue: wakeups },
      { provide: Moments, useValue: new Moments(database, log, catalogue, clock) },
      Rollups,
      Forecasts,
      GoalReadings,
      { provide: StandingChanges, useValue: new StandingChanges(database, catalogue) },
      { provide: Masks, useValue: new Masks(database) },
      { provide: Present, useValue: new Present(log, catalogue, database, clock) },
      { provide: Proposals, useValue: new Proposals(log.seals) },
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
