import { Command } from 'commander';
import { readModels } from '../catalogue.js';
import { type Cli, several } from '../cli.js';
import { EXIT, Failure } from '../failure.js';
import { changeLines } from '../words/changes.js';
import { besideLines } from '../words/beside.js';
import { readKnown, type Supposed } from '../words/why-nothing.js';

interface WhatIfOptions {
  readonly achieve?: readonly string[];
  readonly lapse?: readonly string[];
}

/** What is supposed, as somebody types it: `hub.launched@2027-06:0.5`. */
export function supposedOf(text: string): { milestone: string; on?: string; degree?: number } {
  const parts = /^([^@:]+)(?:@([^:]+(?::\d\d:.*Z)?))?(?::(0?\.\d+|1))?$/.exec(text);
  if (!parts?.[1]) {
    throw new Failure(`"${text}" cannot be read.`, EXIT.usage, [
      'It looks like hub.launched, hub.launched@2027-06 or hub.launched@2027-06:0.5',
    ]);
  }
  const [, milestone, on, degree] = parts;
  return { milestone, ...(on ? { on } : {}), ...(degree ? { degree: Number(degree) } : {}) };
}

/** `waymark what-if <unit>` */
export function whatIfCommand(cli: Cli): Command {
  return new Command('what-if')
    .summary('how standings would change; nothing is recorded')
    .description(
      'How the standings of a unit would change if milestones were achieved or lapsed, also in the future. Nothing is recorded.',
    )
    .argument('<unit>', 'the key of a unit')
    .option(
      '-a, --achieve <milestone[@date]>',
      'suppose it is achieved; may be given several times',
      several,
    )
    .option(
      '-l, --lapse <milestone[@date]>',
      'suppose it lapses; may be given several times',
      several,
    )
    .addHelpText(
      'after',
      '\nExample:\n  waymark what-if germany --achieve steering-committee.formed@2027-03 --lapse sponsor.approved',
    )
    .action(async (unit: string, _given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<WhatIfOptions>(self);
      const achieve = (options.achieve ?? []).map(supposedOf);
      const lapse = (options.lapse ?? []).map(supposedOf);
      if (lapse.some(({ degree }) => degree !== undefined)) {
        throw new Failure('What lapses has no degree.', EXIT.usage, [
          `waymark what-if ${unit} --lapse hub.launched@2027-06`,
        ]);
      }
      if (achieve.length + lapse.length === 0) {
        throw new Failure('What if what?', EXIT.usage, [
          `waymark what-if ${unit} --achieve hub.launched@2027-06`,
        ]);
      }
      const comparison = await api.ask((client) =>
        client.POST('/api/v1/units/{unit}/what-if', {
          params: { path: { unit } },
          body: { achieve, lapse },
        }),
      );
      if (options.json) return terminal.json(comparison);
      const { paint, say } = terminal;
      const models = await readModels(api, comparison.after);
      const supposed: readonly Supposed[] = [
        ...achieve.map((one) => ({ ...one, outcome: 'achieved' as const })),
        ...lapse.map((one) => ({ ...one, outcome: 'lapsed' as const })),
      ];
      say(
        `Nothing is recorded. ${paint.title(unit)} would change:`,
        ...changeLines(terminal, comparison.before, comparison.after, models),
        ...(await besideLines({ api, terminal }, await readKnown(api, unit), supposed, comparison)),
      );
      const next = comparison.after.filter(
        (one) =>
          one.next &&
          comparison.before.some(
            (before) => before.model === one.model && before.stage?.ordinal !== one.stage?.ordinal,
          ),
      );
      for (const { model, next: gate } of next) {
        const missing =
          gate?.missing
            .filter(({ supporting }) => !supporting)
            .flatMap(({ milestones }) => milestones) ?? [];
        say(
          paint.faint(
            `    then ${model} asks for ${gate?.ordinal} ${gate?.name}: ${missing.join(', ')}`,
          ),
        );
      }
      return undefined;
    });
}
