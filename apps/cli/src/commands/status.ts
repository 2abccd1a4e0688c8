import { Command } from 'commander';
import { readModels } from '../catalogue.js';
import { type Cli, type TimeOptions, withTimes } from '../cli.js';
import type { Api } from '../connection/api.js';
import { proofOf } from '../connection/proof.js';
import { EXIT, Failure } from '../failure.js';
import { standingLines } from '../status/standing.js';
import { placeText, ladder } from '../status/ladder.js';
import { headLines } from '../status/head.js';
import { near } from '../text/near.js';
import { table } from '../text/table.js';
import { widthOf } from '../text/width.js';

interface StatusOptions extends TimeOptions {
  readonly model?: string;
  readonly brief?: boolean;
  readonly proof?: boolean;
}

/** `waymark status <unit>` */
export function statusCommand(cli: Cli): Command {
  const command = new Command('status')
    .summary('where a unit stands, why, and what is missing')
    .description(
      'Where a unit stands in each model it follows: since when, what met it, what the next stage asks, and when it may be reached.',
    )
    .argument('<unit>', 'the key of a unit')
    .option('-m, --model <model>', 'this model alone')
    .option('-b, --brief', 'one line a model')
    .option('--proof', 'everything that is met, stage by stage, and by which events');
  return withTimes(command).action(async (unit: string, _given: unknown, self: Command) => {
    const { api, terminal, options } = await cli.asking<StatusOptions>(self);
    const times = { asOf: options.asOf, knownAt: options.knownAt };
    const standings = await standingsOf(api, unit, times, options.model);
    if (options.json) return terminal.json(standings);
    const [place, models, forecast] = await Promise.all([
      api.ask((client) =>
        client.GET('/api/v1/units/{unit}', { params: { path: { unit }, query: times } }),
      ),
      readModels(api, standings.items),
      options.brief
        ? undefined
        : api.ask((client) =>
            client.GET('/api/v1/units/{unit}/forecast', {
              params: { path: { unit }, query: times },
            }),
          ),
    ]);
    terminal.say(...headLines(terminal, place, standings, options), '');
    if (standings.items.length === 0) terminal.say('It follows no model then.');
    if (options.brief) {
      const { paint, columns, dates } = terminal;
      const rows = standings.items.map((standing) => ({
        standing,
        model: models(standing.model, standing.modelVersion),
      }));
      terminal.say(
        ...table(
          rows,
          [
            { title: 'model', of: ({ standing }) => standing.model },
            { title: '', of: ({ standing, model }) => placeText(standing, model) },
            {
              title: '',
              of: () => ' '.repeat(12),
              paint: (blank, { standing, model }) => {
                const rungs = ladder(paint, standing, model, blank.length);
                return rungs + ' '.repeat(blank.length - widthOf(rungs));
              },
            },
            { title: 'stage', of: ({ standing }) => standing.stage?.name ?? '', shrinksTo: 8 },
            {
              title: 'since',
              of: ({ standing }) => (standing.stage?.ordinal ? dates.day(standing.since) : ''),
            },
            {
              title: 'next',
              of: ({ standing }) => standing.next?.name ?? '',
              shrinksTo: 8,
              leaves: 1,
            },
          ],
          { columns, paint },
        ),
      );
      return undefined;
    }
    const met = standings.items.flatMap((standing) => standing.met.flatMap(({ by }) => by));
    const proof = options.proof ? await proofOf(api, place, met) : undefined;
    for (const [index, standing] of standings.items.entries()) {
      const drawn = {
        standing,
        model: models(standing.model, standing.modelVersion),
        forecast: forecast?.items.find(({ model }) => model === standing.model),
        asOf: standings.asOf,
        proof,
      };
      terminal.say(
        ...standingLines(terminal, drawn),
        ...(index < standings.items.length - 1 ? [''] : []),
      );
    }
    return undefined;
  });
}

/** The standings of a unit, narrowed to one model when asked. @throws Failure when the unit does not follow it */
async function standingsOf(api: Api, unit: string, times: TimeOptions, model: string | undefined) {
  const standings = await api.ask((client) =>
    client.GET('/api/v1/units/{unit}/standings', { params: { path: { unit }, query: times } }),
  );
  if (model === undefined) return standings;
  const items = standings.items.filter((one) => one.model === model);
  if (items.length > 0) return { ...standings, items };
  const followed = standings.items.map((one) => one.model);
  const [nearest] = near(model, followed);
  throw new Failure(`${unit} does not follow the model "${model}".`, EXIT.refused, [
    nearest ? `Did you mean ${nearest}?` : `It follows ${followed.join(', ')}.`,
  ]);
}
