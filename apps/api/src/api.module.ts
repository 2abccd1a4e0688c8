import { type DynamicModule, Module } from '@nestjs/common';
import { Access } from '#lib/access';
import { type Records, RecordsModule } from '#lib/recording';
import { FactsController } from './controllers/facts.controller.js';
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
      controllers: [UnitsController, FactsController, StandingsController],
      providers: [{ provide: Access, useValue: access }],
    };
  }
}
