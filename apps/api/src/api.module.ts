import { type DynamicModule, Module } from '@nestjs/common';
import { Access } from '#lib/access';
import { type Records, RecordsModule } from '#lib/recording';
import { FactsController } from './controllers/facts.controller.js';
import { HistoryController } from './controllers/history.controller.js';
import { KeysController } from './controllers/keys.controller.js';
import { LogController } from './controllers/log.controller.js';
import { MilestonesController } from './controllers/milestones.controller.js';
import { ModelsController } from './controllers/models.controller.js';
import { ProgramController } from './controllers/program.controller.js';
import { RollupsController } from './controllers/rollups.controller.js';
import { StandingsController } from './controllers/standings.controller.js';
import { UnitsController } from './controllers/units.controller.js';

/** What the api answers with. */
export interface ApiParts {
  readonly records: Records;
  readonly access: Access;
}

@Module({})
export class ApiModule {
  static of({ records, access }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [RecordsModule.of(records)],
      controllers: [
        ProgramController,
        KeysController,
        ModelsController,
        MilestonesController,
        UnitsController,
        FactsController,
        StandingsController,
        HistoryController,
        RollupsController,
        LogController,
      ],
      providers: [{ provide: Access, useValue: access }],
    };
  }
}
