import { AuditTrail, loadSignInSettings } from '#lib/access';
import { Courier, Mailer, Post } from '#lib/integrations';
import type { Records } from '#lib/recording';

/** The courier of a worker; its links lead to the address that people sign in at. */
export async function openCourier({ foundation, log, catalogue }: Records): Promise<Courier> {
  const { database, clock, environment, logger } = foundation;
  const { smtpUrl: url, mailFrom: from, outboundAllow, signInFile } = environment;
  const { address } = await loadSignInSettings(signInFile);
  const trail = new AuditTrail(database, clock);
  return new Courier({
    ...{ database, clock, catalogue, address, seals: log.seals },
    post: new Post(outboundAllow),
    mailer: url && from ? new Mailer({ url, from }) : undefined,
    onDisabled: async (tx, program, { name, because }) => {
      const about = { channel: name, because };
      await trail.note(program, { action: 'channel.disabled', outcome: 'done', about }, tx);
      logger.warn({ program, ...about }, 'a channel is not sent anything any more');
    },
  });
}
