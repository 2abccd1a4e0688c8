import { Command, Option } from 'commander';
import { readModels, stageText } from '../catalogue.js';
import { type Cli, type TimeOptions, wholeNumber, withTimes } from '../cli.js';
import { keysOf } from '../connection/keys.js';
import { shorten, widthOf, wrap } from '../text/width.js';
import { factText, wordsOf } from '../words/facts.js';

interface HistoryOptions extends TimeOptions {
  readonly limit: number;
  readonly milestone?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
}

/** `waymark history <unit>` */
export function historyCommand(cli: Cli): Command {
  const command = new Command('history')
    .summary('what happened to a unit, newest first')
    .description('Facts and the stages they led to, on one timeline, newest first.')
    .argument('<unit>', 'the key of a unit')
    .addOption(
      new Option('-l, --limit <number>', 'so many at most').argParser(wholeNumber).default(30),
    )
    .option('--milestone <milestone>', 'about one milestone')
    .option('-m, --model <model>', 'about one model')
    .option('--from <date>', 'from then on')
    .option('--to <date>', 'until then');
  return withTimes(command).action(async (unit: string, _given: unknown, self: Command) => {
    const { api, terminal, options } = await cli.asking<HistoryOptions>(self);
    const { limit, milestone, model, from, to, asOf, knownAt } = options;
    const query = { milestone, model, from, to, asOf, knownAt, limit: Math.min(limit, 500) };
    const first = await api.ask((client) =>
      client.GET('/api/v1/units/{unit}/history', { params: { path: { unit }, query } }),
    );
    if (options.json) return terminal.json(first);
    const { paint, columns, dates, say } = terminal;
    if (first.items.length === 0) return say('Nothing happened then.');
    const [models, named] = await Promise.all([readModels(api), keysOf(api, 'milestone')]);
    const titles = new Map(named.map(({ key, title }) => [key, title]));
    const whens = first.items.map((item) =>
      item.kind === 'event' ? dates.given(item.event.occurredAt) : dates.day(item.at),
    );
    const width = Math.max(...whens.map(widthOf));
    const room = columns - width - 5;
    for (const [index, item] of first.items.entries()) {
      const when = (whens[index] ?? '').padEnd(width);
      if (item.kind === 'transition') {
        const of = models(item.model)?.stages.length;
        const [before, after] = [item.from?.ordinal ?? -1, item.to?.ordinal ?? -1];
        const mark = after > before ? paint.good('▲') : paint.bad('▼');
        const text = `${item.model}: ${stageText(item.from)} → ${stageText(item.to, of)}`;
        say(`${paint.faint(when)}  ${mark} ${paint.title(shorten(text, room))}`);
        continue;
      }
      const [line = '', ...others] = wrap(factText(item.event, titles, dates), room);
      say(
        `${paint.faint(when)}  ${paint.faint('·')} ${line}`,
        ...others.map((one) => `${' '.repeat(width + 4)}${one}`),
      );
      const words = wordsOf(item.event);
      if (words)
        say(
          ...wrap(`“${words}” ${item.event.actor}`, room).map(
            (one) => `${' '.repeat(width + 4)}${paint.faint(one)}`,
          ),
        );
    }
    if (first.next)
      say(
        '',
        paint.faint(
          `There is more: --limit ${Math.min(500, limit * 2)}, or --to with an earlier day.`,
        ),
      );
    return undefined;
  });
}
