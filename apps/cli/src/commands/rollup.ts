import { Command } from 'commander';
import { type Asking, type Cli, type TimeOptions, withTimes } from '../cli.js';
import { bar } from '../text/bar.js';
import { table } from '../text/table.js';
import { shorten } from '../text/width.js';
import { stageText } from '../catalogue.js';
import { heatmapLines } from '../words/heatmap.js';

interface RollupOptions extends TimeOptions {
  readonly model?: string;
  readonly kind?: string;
  readonly tag?: string;
  readonly blockers?: boolean;
  readonly moves?: boolean;
}

/** `waymark rollup <unit>` */
export function rollupCommand(cli: Cli): Command {
  const command = new Command('rollup')
    .summary('what a unit and all below it look like')
    .description(
      'A unit and all below it: its parts in every model, or with --model how many stand at which stage. --blockers and --moves say what holds most of them back and what would move most.',
    )
    .argument('<unit>', 'the key of a unit')
    .option('-m, --model <model>', 'one model: its distribution')
    .option('-k, --kind <kind>', 'those of a kind alone')
    .option('-t, --tag <tag>', 'those with a tag alone')
    .option('--blockers', 'the missing milestones that hold most units back')
    .option('--moves', 'the acts that would move most units');
  return withTimes(command).action(async (unit: string, _given: unknown, self: Command) => {
    const asking = await cli.asking<RollupOptions>(self);
    if (asking.options.blockers) return blockers(asking, unit);
    if (asking.options.moves) return moves(asking, unit);
    return asking.options.model === undefined ? heatmap(asking, unit) : distribution(asking, unit);
  });
}

const filters = ({ model, kind, tag, asOf, knownAt }: RollupOptions) => ({
  model,
  kind,
  tag,
  asOf,
  knownAt,
});

async function heatmap(
  { api, terminal, options }: Asking<RollupOptions>,
  unit: string,
): Promise<void> {
  const answer = await api.ask((client) =>
    client.GET('/api/v1/rollups/{unit}/heatmap', {
      params: { path: { unit }, query: filters(options) },
    }),
  );
  if (options.json) return terminal.json(answer);
  terminal.say(...heatmapLines(terminal, answer));
}

async function distribution(
  { api, terminal, options }: Asking<RollupOptions>,
  unit: string,
): Promise<void> {
  const [answer, place] = await Promise.all([
    api.ask((client) =>
      client.GET('/api/v1/rollups/{unit}', { params: { path: { unit }, query: filters(options) } }),
    ),
    api.ask((client) =>
      client.GET('/api/v1/units/{unit}', {
        params: { path: { unit }, query: { asOf: options.asOf, knownAt: options.knownAt } },
      }),
    ),
  ]);
  if (options.json) return terminal.json(answer);
  const { paint, columns, dates, say } = terminal;
  const { units, median, mean, leading, lagging, own } = answer;
  const of = answer.distribution.at(-1)?.stage.ordinal;
  say(
    `${paint.title(shorten(place.name, columns - 30))}  ${paint.faint(`${answer.model}, as of ${dates.day(answer.asOf)}`)}`,
    `${units === 1 ? '1 unit' : `${units} units`}${median === null ? '' : `, median ${median}${of ? ` of ${of}` : ''}`}${mean === null ? '' : `, mean ${mean.toFixed(1)}`}${own ? `; itself at ${stageText(own, of)}` : ''}`,
    '',
  );
  const most = Math.max(1, ...answer.distribution.map((one) => one.units));
  const room = Math.max(10, Math.min(40, columns - 38));
  const counted = (one: { readonly units: number }) => String(one.units);
  say(
    ...table(
      [...answer.distribution].reverse(),
      [
        { title: 'stage', of: ({ stage }) => `${stage.ordinal} ${stage.name}`, shrinksTo: 14 },
        {
          title: '',
          of: () => ' '.repeat(room),
          paint: (_blank, one) => bar(paint, one.units / most, room).replaceAll('░', ' '),
        },
        { title: 'units', of: counted, align: 'right' },
        {
          title: 'share',
          of: (one) => `${units ? Math.round((one.units / units) * 100) : 0} %`,
          align: 'right',
        },
      ],
      { columns, paint },
    ),
  );
  const keys = (list: typeof leading) =>
    shorten(list.map((one) => `${one.unit} (${one.stage.ordinal})`).join(', '), columns - 10);
  if (units > 1)
    say(
      '',
      `${paint.good('Leading')}   ${keys(leading)}`,
      `${paint.warn('Lagging')}   ${keys(lagging)}`,
    );
  if (answer.distribution.length === 0) {
    const { meanChecked, meanScore } = answer;
    if (typeof meanChecked === 'number')
      say(`${Math.round(meanChecked * 100)} % is checked on average.`);
    if (typeof meanScore === 'number') say(`The mean score is ${meanScore.toFixed(2)}.`);
  }
}

async function blockers(
  { api, terminal, options }: Asking<RollupOptions>,
  unit: string,
): Promise<void> {
  const answer = await api.ask((client) =>
    client.GET('/api/v1/rollups/{unit}/blockers', {
      params: { path: { unit }, query: filters(options) },
    }),
  );
  if (options.json) return terminal.json(answer);
  const { paint, columns, say } = terminal;
  say(`${answer.heldBack} of ${answer.units} units miss something for a next stage.`, '');
  say(
    ...table(
      answer.items,
      [
        {
          title: 'missing',
          of: ({ title, keyMove }) => `${keyMove ? '★ ' : ''}${title}`,
          shrinksTo: 26,
        },
        {
          title: 'milestone',
          of: ({ milestone }) => milestone,
          paint: paint.faint,
          leaves: 1,
        },
        { title: 'units', of: (one) => String(one.units), align: 'right' },
        {
          title: '',
          of: () => ' '.repeat(10),
          paint: (_blank, one) => bar(paint, one.units / Math.max(1, answer.units), 10),
          leaves: 2,
        },
        { title: 'alone', of: ({ alone }) => String(alone), align: 'right' },
      ],
      { columns, paint },
    ),
    '',
    paint.faint('alone: units that it would raise a stage by itself. ★: the key move of a stage.'),
  );
}

async function moves(
  { api, terminal, options }: Asking<RollupOptions>,
  unit: string,
): Promise<void> {
  const answer = await api.ask((client) =>
    client.GET('/api/v1/rollups/{unit}/best-moves', {
      params: { path: { unit }, query: filters(options) },
    }),
  );
  if (options.json) return terminal.json(answer);
  const { paint, columns, say } = terminal;
  if (answer.items.length === 0) return say('No single act would move anybody.');
  say(
    ...table(
      answer.items,
      [
        {
          title: 'act',
          of: ({ title, keyMove }) => `${keyMove ? '★ ' : ''}${title}`,
          shrinksTo: 18,
        },
        {
          title: 'where',
          of: ({ at, acts }) => at ?? (acts === 1 ? '1 unit' : `${acts} units`),
          shrinksTo: 10,
        },
        { title: 'effort', of: ({ effort }) => effort ?? '', leaves: 2 },
        { title: 'units', of: (one) => String(one.units), align: 'right' },
        { title: 'stages', of: ({ advances }) => String(advances), align: 'right' },
        {
          title: 'milestone',
          of: ({ milestone }) => milestone,
          paint: paint.faint,
          leaves: 1,
        },
      ],
      { columns, paint },
    ),
    '',
    paint.faint('units: how many rise. stages: units × models won. The best for its effort first.'),
  );
}
