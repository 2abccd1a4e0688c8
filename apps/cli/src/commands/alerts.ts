import { Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { type Cli, wholeNumber } from '../cli.js';
import type { Paint } from '../text/paint.js';
import { wrap } from '../text/width.js';

type Alert = Schemas['Alert'];

interface AlertsOptions {
  readonly under?: string;
  readonly severity?: Alert['severity'];
  readonly state?: Alert['state'];
  readonly rule?: Alert['rule'];
  readonly mine?: boolean;
  readonly all?: boolean;
  readonly limit: number;
}

/** How grave, as it is drawn. */
export const severityMark = (paint: Paint, severity: Alert['severity']): string =>
  ({
    critical: paint.bad('■ critical'),
    warning: paint.warn('▲ warning '),
    info: paint.done('● info    '),
  })[severity];

/** `waymark alerts [unit]` */
export function alertsCommand(cli: Cli): Command {
  return new Command('alerts')
    .summary('what needs a person')
    .description('Alerts that nobody has settled yet, the newest first; with --all the others too.')
    .argument('[unit]', 'the key of a unit; absent, all units in sight')
    .option('-u, --under <unit>', 'a unit and all below it')
    .addOption(
      new Option('--severity <severity>', 'how grave').choices(['critical', 'warning', 'info']),
    )
    .addOption(
      new Option('--state <state>', 'what became of it').choices([
        'open',
        'acknowledged',
        'snoozed',
        'resolved',
        'closed',
      ]),
    )
    .option('--rule <rule>', 'found by one rule: sponsor-gone, stalled, …')
    .option('--mine', 'assigned to you')
    .option('-a, --all', 'settled ones too')
    .addOption(
      new Option('-l, --limit <number>', 'so many at most').argParser(wholeNumber).default(50),
    )
    .action(async (unit: string | undefined, _given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<AlertsOptions>(self);
      const { under, severity, state, rule, limit, mine, all } = options;
      const settled = all || state ? undefined : ('false' as const);
      const query = {
        under,
        unit,
        severity,
        state,
        rule,
        settled,
        assignee: mine ? 'me' : undefined,
        limit: Math.min(500, limit),
      };
      const answer = await api.ask((client) => client.GET('/api/v1/alerts', { params: { query } }));
      if (options.json) return terminal.json(answer);
      const { paint, columns, dates, say } = terminal;
      if (answer.items.length === 0) return say(paint.good('✓ Nothing needs anybody here.'));
      for (const alert of answer.items) {
        const assigned = alert.assigned ? `, ${alert.assigned.to}` : '';
        const became = alert.state === 'open' ? '' : `  ${alert.state}`;
        say(
          `${severityMark(paint, alert.severity)}  ${paint.title(alert.unitName)}  ${paint.faint(`${alert.unit}, ${dates.day(alert.openedAt)}${assigned}${became}`)}`,
          ...wrap(alert.summary, columns - 12).map((line) => `            ${line}`),
        );
      }
      say('', paint.faint(countText(answer.items, answer.next !== null)));
      return undefined;
    });
}

function countText(items: readonly Alert[], more: boolean): string {
  const parts = (['critical', 'warning', 'info'] as const)
    .map((severity) => ({
      severity,
      count: items.filter((one) => one.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`);
  return `${parts.join(', ')}${more ? '; there are more: --limit 500' : ''}`;
}
