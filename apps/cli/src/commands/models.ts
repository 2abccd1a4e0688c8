import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { table } from '../text/table.js';
import { checkCommand } from './models-check.js';
import { diffCommand } from './models-diff.js';
import { importCommand } from './models-import.js';

/** `waymark models …` */
export function modelsCommand(cli: Cli): Command {
  return new Command('models')
    .summary('maturity models: list, check, compare, import')
    .description(
      'Maturity models: which there are, whether a file of one is right, what differs between versions.',
    )
    .addCommand(listCommand(cli), { isDefault: true })
    .addCommand(milestonesCommand(cli))
    .addCommand(checkCommand(cli))
    .addCommand(diffCommand(cli))
    .addCommand(importCommand(cli));
}

function listCommand(cli: Cli): Command {
  return new Command('list')
    .summary('all models that the program sees')
    .action(async (_given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<object>(self);
      const items = await api.all((client, cursor) =>
        client.GET('/api/v1/models', { params: { query: { limit: 500, cursor } } }),
      );
      if (options.json) return terminal.json({ items, next: null });
      const program = await api.ask((client) => client.GET('/api/v1/program'));
      const { paint, columns, say } = terminal;
      say(
        ...table(
          items,
          [
            {
              title: '',
              of: ({ id }) =>
                id === program.headline ? '★' : program.models.includes(id) ? '●' : ' ',
              paint: paint.key,
            },
            { title: 'model', of: ({ id }) => id },
            {
              title: 'version',
              of: ({ version, versions }) =>
                `${version}${versions.length > 1 ? ` of ${versions.length}` : ''}`,
              align: 'right',
            },
            { title: 'kind', of: ({ policy }) => policy, leaves: 2 },
            {
              title: 'stages',
              of: ({ stages, items: points }) =>
                stages.length > 0 ? String(stages.length) : pointsText(points?.length),
              align: 'right',
              leaves: 1,
            },
            { title: 'title', of: ({ title }) => title, shrinksTo: 30 },
          ],
          { columns, paint },
        ),
        '',
        paint.faint(
          '●: followed by units that have no models of their own. ★: heads the overview.',
        ),
      );
      return undefined;
    });
}

/** Of a model without stages: how many points it has, where they are a list. */
function pointsText(points: number | undefined): string {
  if (points === undefined) return 'score';
  return points === 1 ? '1 point' : `${points} points`;
}

function milestonesCommand(cli: Cli): Command {
  return new Command('milestones')
    .summary('the dictionary of milestones')
    .argument('[words]', 'those that have these words in them')
    .action(async (words: string | undefined, _given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<object>(self);
      const items = await api.all((client, cursor) =>
        client.GET('/api/v1/milestones', { params: { query: { limit: 500, cursor, q: words } } }),
      );
      if (options.json) return terminal.json({ items, next: null });
      const { paint, columns, say } = terminal;
      if (items.length === 0) return say('No milestone is like that.');
      say(
        ...table(
          items,
          [
            { title: 'milestone', of: ({ key }) => key },
            { title: 'title', of: ({ title }) => title, shrinksTo: 20 },
            { title: 'effort', of: ({ effort }) => effort ?? '', leaves: 1 },
          ],
          { columns, paint },
        ),
      );
      return undefined;
    });
}
