import { Command, Option } from 'commander';
import { stageText } from '../catalogue.js';
import { type Cli, wholeNumber } from '../cli.js';
import { widthOf, wrap } from '../text/width.js';

interface AdviceOptions {
  readonly under?: string;
  readonly limit: number;
}

/** `waymark advice [unit]` */
export function adviceCommand(cli: Cli): Command {
  return new Command('advice')
    .summary('what to do next, and why')
    .description(
      'Recommendations, the best first: what to achieve next, where it leads, and how long it took others.',
    )
    .argument('[unit]', 'the key of a unit; absent, all units in sight')
    .option('-u, --under <unit>', 'a unit and all below it')
    .addOption(
      new Option('-l, --limit <number>', 'so many at most').argParser(wholeNumber).default(10),
    )
    .action(async (unit: string | undefined, _given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<AdviceOptions>(self);
      const { limit, under } = options;
      const page = { limit: Math.min(limit, 500) };
      const answer = await api.ask((client) =>
        unit === undefined
          ? client.GET('/api/v1/recommendations', { params: { query: { ...page, under } } })
          : client.GET('/api/v1/units/{unit}/recommendations', {
              params: { path: { unit }, query: page },
            }),
      );
      if (options.json) return terminal.json(answer);
      const { paint, columns, say } = terminal;
      if (answer.items.length === 0) return say('Nothing is recommended now.');
      for (const [index, one] of answer.items.entries()) {
        const where = unit === undefined ? `${one.unit}: ` : '';
        const number = `${index + 1}. `;
        const indent = ' '.repeat(widthOf(number));
        const marks = [
          one.keyMove ? paint.key('★ key move') : '',
          one.effort ? paint.faint(`effort ${one.effort}`) : '',
          one.status === 'open' ? '' : paint.good(one.status),
        ].filter(Boolean);
        say(
          `${number}${paint.title(`${where}${one.title}`)}  ${marks.join('  ')}`.trimEnd(),
          `${indent}${paint.faint(one.milestone)}`,
        );
        for (const { model, from, to, alone } of one.advances) {
          say(
            `${indent}${paint.good(alone ? '▲' : '△')} ${model}: ${stageText(from)} → ${stageText(to)}${alone ? '' : paint.faint(' (with others)')}`,
          );
        }
        say(
          ...one.why
            .flatMap((reason) => wrap(reason, columns - indent.length))
            .map((line) => indent + line),
        );
        const { units, medianDays } = one.precedents;
        if (units > 0) {
          const days =
            medianDays === null
              ? ''
              : units === 1
                ? `, within ${medianDays} days`
                : `, half of them within ${medianDays} days`;
          say(
            paint.faint(
              `${indent}${units === 1 ? '1 unit has' : `${units} units have`} done it${days}.`,
            ),
          );
        }
        if (index < answer.items.length - 1) say('');
      }
      return undefined;
    });
}
