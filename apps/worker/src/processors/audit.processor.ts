import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { AuditReader, forgetAudit, SyslogDelivery } from '#lib/access';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

const SAY_AGAIN_MS = 60_000;
const FORGET_EVERY_MS = 3_600_000;

/**
 * Sends the audit trails on to the syslog server, if there is one, and removes what is over. What is
 * due is read from the database: nothing is lost while no worker runs or the server is away.
 */
@Processor('audit', RECURRING_OPTIONS)
export class AuditProcessor extends WorkerHost {
  private readonly delivery: SyslogDelivery | undefined;
  private saidAt = Number.NEGATIVE_INFINITY;
  private forgotAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WorkerParts) {
    super();
    const { environment, database } = parts.foundation;
    const reader = new AuditReader(database, parts.records.log.seals);
    this.delivery =
      environment.syslogUrl === undefined
        ? undefined
        : new SyslogDelivery(database, reader, environment.syslogUrl);
  }

  async process(): Promise<void> {
    const { foundation, stopping } = this.parts;
    const { database, environment, clock } = foundation;
    const forgets = performance.now() - this.forgotAt > FORGET_EVERY_MS;
    let reachable = this.delivery !== undefined;
    if (!forgets && !reachable) return;
    for (const { program } of await programHeads(database)) {
      if (stopping.signal.aborted) return;
      if (reachable) reachable = await this.deliver(program);
      if (!forgets) continue;
      await forgetAudit(database, program, { days: environment.auditDays, now: clock.now() });
    }
    if (forgets) this.forgotAt = performance.now();
  }

  /** False: the server is away, for whichever program. */
  private async deliver(program: string): Promise<boolean> {
    const { foundation, stopping } = this.parts;
    try {
      await this.delivery?.deliver(program, stopping.signal);
      return true;
    } catch (error) {
      const now = performance.now();
      if (!stopping.signal.aborted && now - this.saidAt > SAY_AGAIN_MS) {
        this.saidAt = now;
        foundation.logger.warn({ err: error }, 'the syslog server does not take the audit trail');
      }
      return false;
    }
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'the audit trail could not be looked after');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('audit', error);
  }
}
