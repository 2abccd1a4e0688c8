import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { wrap } from '../text/width.js';

/** `waymark verify` */
export function verifyCommand(cli: Cli): Command {
  return new Command('verify')
    .summary('whether anybody changed the log')
    .description(
      'Checks the chain of the log and the signed heads that are kept outside the database. Ends with 1 when something was changed.',
    )
    .action(async (_given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<object>(self);
      const found = await api.ask((client) => client.GET('/api/v1/log/verification'));
      if (!found.ok) cli.ends(1);
      if (options.json) return terminal.json(found);
      const { paint, dates, columns, say } = terminal;
      const { signed } = found;
      if (found.ok)
        say(
          `${paint.good('✓')} ${paint.title(`The log is sound: ${found.length} events, in order, nothing changed.`)}`,
        );
      else
        say(
          `${paint.bad('✗')} ${paint.title(`The log was changed${found.firstBroken ? `, first at position ${found.firstBroken}` : ''}.`)}`,
        );
      say(paint.faint(`  head ${found.head}`));
      for (const { position, says } of found.findings) {
        say(
          ...wrap(`${position ? `${position}: ` : ''}${says}`, columns - 4).map(
            (line) => `  ${paint.bad('·')} ${line}`,
          ),
        );
      }
      if (signed.newest) {
        say(
          `  Signed up to position ${signed.upTo}, ${signed.heads === 1 ? '1 head' : `${signed.heads} heads`}, the last on ${dates.time(signed.newest.signedAt)}`,
        );
      } else say(paint.warn('  No head of it was signed yet.'));
      return undefined;
    });
}
