import { AuditTrail } from '#lib/access';
import { Post, Sender } from '#lib/integrations';
import type { Records } from '#lib/recording';

/** The sender of a worker; that a subscription is disabled stands in the audit trail and in the log. */
export function openSender({ foundation, log }: Records): Sender {
  const { database, clock, environment, logger } = foundation;
  const trail = new AuditTrail(database, clock);
  return new Sender({
    ...{ database, clock, log, logger, seals: log.seals },
    post: new Post(environment.outboundAllow),
    onDisabled: async (tx, program, { name, because }) => {
      const about = { subscription: name, because };
      await trail.note(program, { action: 'subscription.disabled', outcome: 'done', about }, tx);
      logger.warn({ program, ...about }, 'a subscription is not sent anything any more');
    },
  });
}
