import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { AdoptionProcessor } from './processors/adoption.processor.js';
import { AdviceProcessor } from './processors/advice.processor.js';
import { AuditProcessor } from './processors/audit.processor.js';
import { BoundariesProcessor } from './processors/boundaries.processor.js';
import { DeliveriesProcessor } from './processors/deliveries.processor.js';
import { ForecastProcessor } from './processors/forecast.processor.js';
import { HeadsProcessor } from './processors/heads.processor.js';
import { ImportsProcessor } from './processors/imports.processor.js';
import { OutboundProcessor } from './processors/outbound.processor.js';
import { PollsProcessor } from './processors/polls.processor.js';
import { ReconcileProcessor } from './processors/reconcile.processor.js';
import { SourcesProcessor } from './processors/sources.processor.js';
import { StandingProcessor } from './processors/standing.processor.js';
import { SubscriptionsProcessor } from './processors/subscriptions.processor.js';
import { Recurring } from './recurring.js';
import { WorkerParts } from './worker-parts.js';

/** The processors, each on its queue. */
@Module({})
export class WorkerModule {
  static of(parts: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        BullModule.forRoot(parts.foundation.queue.options),
        BullModule.registerQueue(
          { name: 'boundaries' },
          { name: 'reconcile' },
          { name: 'heads' },
          { name: 'audit' },
          { name: 'sources' },
          { name: 'subscriptions' },
          { name: 'polls' },
        ),
      ],
      providers: [
        { provide: WorkerParts, useValue: parts },
        StandingProcessor,
        AdviceProcessor,
        AdoptionProcessor,
        ForecastProcessor,
        DeliveriesProcessor,
        ImportsProcessor,
        OutboundProcessor,
        BoundariesProcessor,
        ReconcileProcessor,
        HeadsProcessor,
        AuditProcessor,
        SourcesProcessor,
        SubscriptionsProcessor,
        PollsProcessor,
        Recurring,
      ],
    };
  }
}
