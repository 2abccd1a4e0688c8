import { NestFactory } from '@nestjs/core';
import { AuditTrail } from '#lib/access';
import { AdviceProjector, changedAlerts } from '#lib/advice';
import { openCatalogue } from '#lib/catalogue';
import { DeliveryWork, ImportWork, Outbox } from '#lib/integrations';
import type { Foundation } from '#lib/platform';
import {
  ForecastProjector,
  LateTargets,
  Moments,
  Rollups,
  StandingChanges,
  TreeProjector,
} from '#lib/projections';
import { Adoptions, DeadLetters, openRecords, type Records } from '#lib/recording';
import { closeQueues } from './close-queues.js';
import { openCourier } from './open-courier.js';
import { noteImported } from './note-imported.js';
import { openSender } from './open-sender.js';
import { Recurring, RHYTHM, type Rhythm } from './recurring.js';
import { WorkerModule } from './worker.module.js';
import { WorkerParts } from './worker-parts.js';

/** A worker that serves the queues. */
export interface Worker {
  readonly records: Records;
  readonly deadLetters: DeadLetters;
  /** Takes nothing new; what is under way finishes, or goes back after its next step. */
  stop(): Promise<void>;
}

/**
 * Starts a worker over an opened foundation; any number may run on the same queues.
 * @param rhythm of the recurring work; null: this worker asks for none
 * @throws ModelFilesError, SharedModelEdited
 */
export async function createWorker(
  foundation: Foundation,
  rhythm: Rhythm | null = RHYTHM,
): Promise<Worker> {
  const { database, clock } = foundation;
  const catalogue = await openCatalogue(foundation);
  const records = openRecords(foundation, catalogue);
  const { log } = records;
  const deadLetters = new DeadLetters(database, clock);
  const rollups = new Rollups(new Moments(database, log, catalogue, clock));
  const projectors = {
    tree: new TreeProjector(database, log, catalogue),
    advice: new AdviceProjector({ database, log, catalogue, clock }),
    forecast: new ForecastProjector(rollups),
    adoptions: new Adoptions(records),
    deliveries: new DeliveryWork(records),
    imports: new ImportWork(records, noteImported(new AuditTrail(database, clock))),
    outbox: new Outbox({
      ...{ database, clock, log, changedAlerts },
      changes: new StandingChanges(database, catalogue),
      late: new LateTargets(rollups),
    }),
  };
  const sender = openSender(records);
  const courier = await openCourier(records);
  const parts = new WorkerParts(foundation, records, projectors, deadLetters, sender, courier);
  const app = await NestFactory.createApplicationContext(WorkerModule.of(parts), {
    logger: false,
    abortOnError: false,
  });
  const recurring = app.get(Recurring);
  if (rhythm) recurring.start(rhythm);
  return {
    records,
    deadLetters,
    stop: async () => {
      recurring.stop();
      parts.stopping.abort(new Error('The worker stops.'));
      await closeQueues(app, parts);
      await sender.stop();
      await records.close();
    },
  };
}
