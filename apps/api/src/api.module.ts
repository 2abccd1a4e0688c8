import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import {
  Access,
  AuditReader,
  AuditTrail,
  CalendarLinks,
  Directory,
  Erasures,
  Keys,
  SignIn,
} from '#lib/access';
import {
  AlertsQueryHandler,
  AlertsSummaryQueryHandler,
  BestMovesQueryHandler,
  BlockersQueryHandler,
  changedAlerts,
  GapReader,
  RecommendationsQueryHandler,
} from '#lib/advice';
import {
  ChannelMessages,
  Channels,
  Deliveries,
  Dispatches,
  DryRuns,
  Imports,
  MappingVersions,
  Matches,
  Notices,
  Reach,
  Receiver,
  Sources,
  Subscriptions,
} from '#lib/integrations';
import { CommandBus } from '@nestjs/cqrs';
import { ErasureRegister } from '#lib/platform';
import { Packs } from '#lib/projections';
import { type Records, RecordsModule } from '#lib/recording';
import { BoardPacks } from './board-packs/board-packs.js';
import { BoardPacksController } from './board-packs/board-packs.controller.js';
import { Gaps } from './board-packs/gaps.js';
import { Gather } from './board-packs/gather.js';
import { AuditController } from './controllers/audit.controller.js';
import { CalendarController } from './controllers/calendar.controller.js';
import { ChannelsController } from './controllers/channels.controller.js';
import { CommentsController } from './controllers/comments.controller.js';
import { DeliveriesController } from './controllers/deliveries.controller.js';
import { DemoController } from './controllers/demo.controller.js';
import { DryRunController } from './controllers/dry-run.controller.js';
import { ErasuresController } from './controllers/erasures.controller.js';
import { FactsController } from './controllers/facts.controller.js';
import { GapsController } from './controllers/gaps.controller.js';
import { ForecastsController } from './controllers/forecasts.controller.js';
import { GrantsController } from './controllers/grants.controller.js';
import { GroupsController } from './controllers/groups.controller.js';
import { HeadsController } from './controllers/heads.controller.js';
import { HealthController } from './controllers/health.controller.js';
import { HistoryController } from './controllers/history.controller.js';
import { KeysController } from './controllers/keys.controller.js';
import { LogController } from './controllers/log.controller.js';
import { LooksController } from './controllers/looks.controller.js';
import { MappingsController } from './controllers/mappings.controller.js';
import { MatchesController } from './controllers/matches.controller.js';
import { MetricsController } from './controllers/metrics.controller.js';
import { MilestonesController } from './controllers/milestones.controller.js';
import { ModelImportsController } from './controllers/model-imports.controller.js';
import { ModelsController } from './controllers/models.controller.js';
import { AlertsController } from './controllers/alerts.controller.js';
import { EventsController } from './controllers/events.controller.js';
import { NamesController } from './controllers/names.controller.js';
import { NoticesController } from './controllers/notices.controller.js';
import { OwnAccountController } from './controllers/own-account.controller.js';
import { PeopleController } from './controllers/people.controller.js';
import { PlanController } from './controllers/plan.controller.js';
import { ProgramController } from './controllers/program.controller.js';
import { ProposalsController } from './controllers/proposals.controller.js';
import { RecommendationsController } from './controllers/recommendations.controller.js';
import { MovementsController } from './controllers/movements.controller.js';
import { RoadmapController } from './controllers/roadmap.controller.js';
import { RollupsController } from './controllers/rollups.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { SignInController } from './controllers/sign-in.controller.js';
import { SignInPagesController } from './controllers/sign-in-pages.controller.js';
import { ReadyMadeRulesController } from './controllers/ready-made-rules.controller.js';
import { ExportsController } from './controllers/exports.controller.js';
import { ExportTables } from './exports/export-tables.js';
import { ImportsController } from './controllers/imports.controller.js';
import { SourcesController } from './controllers/sources.controller.js';
import { SubscriptionsController } from './controllers/subscriptions.controller.js';
import { StandingsController } from './controllers/standings.controller.js';
import { UndoController } from './controllers/undo.controller.js';
import { UnitsController } from './controllers/units.controller.js';
import { WebhooksController } from './controllers/webhooks.controller.js';
import { WhatIfController } from './controllers/what-if.controller.js';
import { Acts } from './http/acts.js';
import { Assignees } from './http/assignees.js';
import { MappingWarnings } from './http/mapping-warnings.js';
import { Metrics } from './http/metrics.js';
import { DemoLoading } from './demo/demo-loading.js';
import { Flows } from './sign-in/flows.js';
import { ProgramOfCaller } from './sign-in/program-of.js';
import { Welcome } from './sign-in/welcome.js';
import { DiscoveryController } from './scim/discovery.controller.js';
import { FindGroups } from './scim/find-groups.js';
import { FindUsers } from './scim/find-users.js';
import { ScimGroupsController } from './scim/scim-groups.controller.js';
import { ScimUsersController } from './scim/scim-users.controller.js';
import { NotedInterceptor } from './http/noted.js';
import { Listeners } from './stream/listeners.js';
import { StreamController } from './stream/stream.controller.js';

/** What the api answers with. */
export interface ApiParts {
  readonly records: Records;
  readonly access: Access;
  readonly signIn: SignIn;
  readonly keys: Keys;
  readonly audit: AuditTrail;
  readonly metrics: Metrics;
}

@Module({})
export class ApiModule {
  static of({ records, access, signIn, keys, audit, metrics }: ApiParts): DynamicModule {
    const { clock } = records.foundation;
    const directory = new Directory(records.log.seals, clock);
    return {
      module: ApiModule,
      imports: [RecordsModule.of(records)],
      controllers: [
        HealthController,
        MetricsController,
        ProgramController,
        DemoController,
        KeysController,
        PeopleController,
        GroupsController,
        GrantsController,
        DiscoveryController,
        ScimUsersController,
        ScimGroupsController,
        ModelsController,
        ModelImportsController,
        MilestonesController,
        UnitsController,
        FactsController,
        StandingsController,
        HistoryController,
        ChannelsController,
        NoticesController,
        CommentsController,
        NamesController,
        MovementsController,
        RollupsController,
        ForecastsController,
        RoadmapController,
        CalendarController,
        GapsController,
        WhatIfController,
        PlanController,
        EventsController,
        SourcesController,
        SubscriptionsController,
        ReadyMadeRulesController,
        DeliveriesController,
        MappingsController,
        MatchesController,
        UndoController,
        DryRunController,
        WebhooksController,
        ImportsController,
        ExportsController,
        ProposalsController,
        BoardPacksController,
        RecommendationsController,
        AlertsController,
        ErasuresController,
        LogController,
        AuditController,
        HeadsController,
        StreamController,
        SessionController,
        OwnAccountController,
        SignInController,
        SignInPagesController,
        LooksController,
      ],
      providers: [
        AlertsQueryHandler,
        BestMovesQueryHandler,
        BlockersQueryHandler,
        GapReader,
        RecommendationsQueryHandler,
        AlertsSummaryQueryHandler,
        Assignees,
        ExportTables,
        Packs,
        BoardPacks,
        Gaps,
        Gather,
        Listeners,
        Acts,
        FindUsers,
        FindGroups,
        { provide: Directory, useValue: directory },
        { provide: Access, useValue: access },
        { provide: Keys, useValue: keys },
        { provide: SignIn, useValue: signIn },
        DemoLoading,
        Flows,
        ProgramOfCaller,
        Welcome,
        { provide: APP_INTERCEPTOR, useClass: NotedInterceptor },
        { provide: AuditTrail, useValue: audit },
        {
          provide: AuditReader,
          useFactory: () => new AuditReader(records.foundation.database, records.log.seals),
        },
        { provide: Erasures, useValue: erasuresOf(records, audit) },
        { provide: CalendarLinks, useValue: new CalendarLinks(records.foundation.database) },
        { provide: Metrics, useValue: metrics },
        ...integrationsOf(records),
        MappingWarnings,
        {
          provide: Imports,
          inject: [CommandBus],
          useFactory: (commands: CommandBus) =>
            new Imports({
              ...{ commands, clock, log: records.log, seals: records.log.seals },
              database: records.foundation.database,
              wake: (program) => records.wakeups.ask('imports', program, 0),
            }),
        },
      ],
    };
  }
}

function integrationsOf({ foundation, log: { seals }, wakeups, catalogue }: Records) {
  const { database, clock, environment } = foundation;
  const reach = new Reach(environment.outboundAllow);
  return [
    { provide: Sources, useValue: new Sources(database, clock, seals, reach) },
    { provide: Deliveries, useValue: new Deliveries(database, clock, seals) },
    { provide: DryRuns, useValue: new DryRuns(database, clock, seals) },
    { provide: MappingVersions, useValue: new MappingVersions(database) },
    { provide: Matches, useValue: new Matches(database, clock) },
    {
      provide: ChannelMessages,
      useValue: new ChannelMessages({ database, clock, seals, catalogue }),
    },
    {
      provide: Channels,
      useValue: new Channels({
        ...{ database, clock, seals, reach, changedAlerts },
        mail: environment.smtpUrl !== undefined,
      }),
    },
    { provide: Notices, useValue: new Notices(database) },
    { provide: Dispatches, useValue: new Dispatches(database, clock) },
    {
      provide: Subscriptions,
      useValue: new Subscriptions({ database, clock, seals, reach, changedAlerts }),
    },
    { provide: Receiver, useValue: new Receiver({ database, clock, seals, wakeups }) },
  ];
}

function erasuresOf({ foundation, log }: Records, audit: AuditTrail): Erasures {
  const { database, clock, environment, secrets } = foundation;
  const register = new ErasureRegister(environment.erasuresFile, secrets.signingKey);
  return new Erasures({ database, log, clock, register, audit });
}
