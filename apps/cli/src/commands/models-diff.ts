import { Command, Option } from 'commander';
import { type Model, stageText } from '../catalogue.js';
import { type Asking, type Cli, wholeNumber } from '../cli.js';
import { EXIT, Failure } from '../failure.js';
import { table } from '../text/table.js';
import { wrap } from '../text/width.js';
import { type Difference, differences, movedText } from '../words/model-differences.js';

interface DiffOptions {
  readonly from?: number;
  readonly to?: number;
}

/** `waymark models diff <model>` */
export function diffCommand(cli: Cli): Command {
  return new Command('diff')
    .summary('what differs between two versions, and which units would stand elsewhere')
    .argument('<model>', 'the id of a model')
    .addOption(
      new Option('--from <version>', 'absent, the version in force').argParser(wholeNumber),
    )
    .addOption(new Option('--to <version>', 'absent, the newest').argParser(wholeNumber))
    .action(async (model: string, _given: unknown, self: Command) => {
      const asking = await cli.asking<DiffOptions>(self);
      const { api, terminal, options } = asking;
      const at = (version?: number) =>
        api.ask((client) =>
          client.GET('/api/v1/models/{model}', { params: { path: { model }, query: { version } } }),
        );
      const inForce = await at();
      const from = options.from === undefined ? inForce : await at(options.from);
      const newest = Math.max(...inForce.versions);
      const to = await at(options.to ?? newest);
      if (from.version === to.version) {
        throw new Failure(
          `Version ${to.version} of ${model} is the only one to compare.`,
          EXIT.refused,
          [`Its versions: ${inForce.versions.join(', ')}. Name two: --from 1 --to 2`],
        );
      }
      const changes = differences(from, to);
      const upgrades =
        from.version === inForce.version
          ? await api.all((client, cursor) =>
              client.GET('/api/v1/models/{model}/upgrade', {
                params: { path: { model }, query: { to: to.version, limit: 500, cursor } },
              }),
            )
          : undefined;
      if (options.json)
        return terminal.json({
          model,
          from: from.version,
          to: to.version,
          changes,
          units: upgrades ?? null,
        });
      draw(asking, from, to, changes, upgrades);
      return undefined;
    });
}

function draw(
  { terminal }: Asking<DiffOptions>,
  from: Model,
  to: Model,
  changes: readonly Difference[],
  units:
    | readonly {
        readonly unit: string;
        readonly from: Parameters<typeof stageText>[0];
        readonly to: Parameters<typeof stageText>[0];
      }[]
    | undefined,
): void {
  const { paint, columns, say } = terminal;
  say(
    `${paint.title(to.title)}  ${paint.faint(`${to.id}, version ${from.version} → ${to.version}`)}`,
    '',
  );
  if (changes.length === 0) say('Both say the same.');
  const lines = (sign: string, text: string | undefined) =>
    text === undefined
      ? []
      : wrap(text, columns - 6).map((line, index) => `    ${index === 0 ? sign : ' '} ${line}`);
  for (const { change, what, says, before, after } of changes) {
    if (change === 'moved') {
      const text = `${says ?? ''}: ${movedText(before ?? '', after ?? '')}`;
      say(`  ${paint.faint(what)}`, ...lines('→', text));
      continue;
    }
    say(
      `  ${paint.faint(what)}`,
      ...lines('-', before).map(paint.bad),
      ...lines('+', after).map(paint.good),
    );
  }
  if (!units) return;
  say(
    '',
    units.length === 0
      ? 'No unit would stand elsewhere.'
      : `${units.length === 1 ? '1 unit' : `${units.length} units`} would stand elsewhere:`,
  );
  if (units.length > 0) {
    const rows = units.map((one) => ({
      ...one,
      rises: (one.to?.ordinal ?? -1) > (one.from?.ordinal ?? -1),
    }));
    say(
      ...table(
        rows,
        [
          {
            title: '',
            of: ({ rises }) => (rises ? '▲' : '▼'),
            paint: (text, { rises }) => (rises ? paint.good : paint.bad)(text),
          },
          { title: 'unit', of: ({ unit }) => unit, shrinksTo: 16 },
          { title: 'from', of: (one) => stageText(one.from), shrinksTo: 12 },
          { title: 'to', of: (one) => stageText(one.to), shrinksTo: 12 },
        ],
        { columns, paint },
      ),
    );
  }
}
