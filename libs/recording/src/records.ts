import { Catalogue } from '#lib/catalogue';
import { EventLog, type Heads, openHeads } from '#lib/event-log';
import type { ProgramId } from '#lib/domain';
import { ErasureRegister, followErasures, type Foundation } from '#lib/platform';
import { InlineStandings } from '#lib/projections';
import { Wakeups } from './dispatch/wakeups.js';

/** The token that Nest injects `Records` by. */
export const RECORDS = Symbol('Records');

/** The log and what hangs on it, wired: standings are written with every append, consumers are woken after it. */
export interface Records {
  readonly foundation: Foundation;
  readonly catalogue: Catalogue;
  readonly log: EventLog;
  /** Signs the heads of logs, and knows those that were signed. */
  readonly heads: Heads;
  readonly wakeups: Wakeups;
  /** Lets appends finish and ends what was opened here. */
  close(): Promise<void>;
}

/** Opens the log over a foundation; for the api, the worker and single commands alike. */
export function openRecords(foundation: Foundation, catalogue: Catalogue): Records {
  const { database, clock, secrets, queue, logger } = foundation;
  const inline = new InlineStandings(catalogue);
  const wakeups = new Wakeups({
    queue: queue.options,
    onFailure: (error) => logger.warn({ err: error }, 'a wake-up could not be sent'),
  });
  const heads = openHeads({
    database,
    clock,
    secrets,
    headsFile: foundation.environment.headsFile,
    onTrouble: (program, says) => logger.error({ program }, says),
  });
  const log = new EventLog({
    database,
    clock,
    masterKey: secrets.masterKey,
    inline,
    heads,
    onCommitted: (program, position) => wakeups.wake(program, position),
  });
  inline.reads(log);
  const { erasuresFile } = foundation.environment;
  const following = followErasures({
    database,
    logger,
    register: new ErasureRegister(erasuresFile, secrets.signingKey),
    onErased: (program) => log.forgetKeys(program as ProgramId | undefined),
  });
  return {
    foundation,
    catalogue,
    log,
    heads,
    wakeups,
    close: async () => {
      await (await following)();
      await log.close();
      await wakeups.close();
    },
  };
}
