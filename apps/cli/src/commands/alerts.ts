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

/** The gravest first. */
const SEVERITIES = ['critical', 'warning', 'info'] as const;
/** So many the server tells at once. */
const MOST = 500;

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
    .description(
      'Alerts that nobody has settled yet, the gravest first, then the newest; with --all the others too.',
    )
    .argument('[unit]', 'the key of a unit; absent, all units in sight')
    .option('-u, --under <unit>', 'a unit and all below it')
    .addOption(new Option('--severity <severity>', 'how grave').choices(SEVERITIES))
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
      const ask = (wanted: Alert['severity'] | undefined, most: number) => {
        const assignee = mine ? 'me' : undefined;
        const query = { under, unit, severity: wanted, state, rule, settled, assignee };
        return api.ask((client) =>
          client.GET('/api/v1/alerts', {
            params: { query: { ...query, limit: Math.min(MOST, most) } },
          }),
        );
      };
      if (options.json) return terminal.json(await ask(severity, limit));
      const found = await Promise.all(
        (severity ? [severity] : SEVERITIES).map(async (one) => ({
          severity: one,
          ...(await ask(one, MOST)),
        })),
      );
      const shown = found.flatMap(({ items }) => items).slice(0, limit);
      const { paint, columns, dates, say } = terminal;
      if (shown.length === 0) return say(paint.good('✓ Nothing needs anybody here.'));
      for (const alert of shown) {
        const assigned = alert.assigned ? `, ${alert.assigned.to}` : '';
        const became = alert.state === 'open' ? '' : `  ${alert.state}`;
        say(
          `${severityMark(paint, alert.severity)}  ${paint.title(alert.unitName)}  ${paint.faint(`${alert.unit}, ${dates.day(alert.openedAt)}${assigned}${became}`)}`,
          ...wrap(alert.summary, columns - 12).map((line) => `            ${line}`),
        );
      }
      say('', paint.faint(countText(found, shown.length)));
      return undefined;
    });
}

interface Found {
  readonly severity: Alert['severity'];
  readonly items: readonly Alert[];
  readonly next: string | null;
}

/** `5 critical, 46 warning; the first 50 are shown: --limit 51` */
function countText(found: readonly Found[], shown: number): string {
  const parts = found
    .filter(({ items }) => items.length > 0)
    .map(({ severity, items, next }) => `${items.length}${next ? ' or more' : ''} ${severity}`);
  const all = found.reduce((sum, { items }) => sum + items.length, 0);
  const more = shown < all ? `; the first ${shown} are shown: --limit ${all}` : '';
  return `${parts.join(', ')}${more}`;
}
