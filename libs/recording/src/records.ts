import { Catalogue } from '#lib/catalogue';
import { EventLog } from '#lib/event-log';
import type { Foundation } from '#lib/platform';
import { InlineStandings } from '#lib/projections';
import { Wakeups } from './dispatch/wakeups.js';

/** The token that Nest injects `Records` by. */
export const RECORDS = Symbol('Records');

/** The log and what hangs on it, wired: standings are written with every append, consumers are woken after it. */
export interface Records {
  readonly foundation: Foundation;
  readonly catalogue: Catalogue;
  readonly log: EventLog;
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
  const log = new EventLog({
    database,
    clock,
    masterKey: secrets.masterKey,
    inline,
    onCommitted: (program, position) => wakeups.wake(program, position),
  });
  inline.reads(log);
  return {
    foundation,
    catalogue,
    log,
    wakeups,
    close: async () => {
      await log.close();
      await wakeups.close();
    },
  };
}
