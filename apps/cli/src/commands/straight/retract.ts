import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type { Cli } from '../../cli.js';
import { setStraight, type StraightOptions } from './set-straight.js';

/** `waymark retract <event>` */
export function retractCommand(cli: Cli): Command {
  return new Command('retract')
    .summary('take back what was recorded in error')
    .description(
      'Takes an event back that was recorded in error: it stays in the log and stops counting. Shows how standings change, and asks before it does it. What was true and no longer is has lapsed: waymark log --lapse.',
    )
    .argument('<event>', 'its number, as waymark history shows it')
    .requiredOption('--because <text>', 'why; it stays in the log')
    .option('--preview', 'only show how standings would change')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  waymark retract 2371 --because "That was another unit"\n  waymark retract 2371 --because "That was another unit" --preview',
    )
    .action(async (given: string, _given: unknown, self: Command) => {
      const asking = await cli.asking<StraightOptions>(self);
      const { api, options } = asking;
      const header = { 'idempotency-key': randomUUID() };
      await setStraight(asking, cli, given, {
        question: 'Retract it?',
        ask: ({ id }, unit, preview) =>
          api.ask((client) =>
            client.POST('/api/v1/units/{unit}/retractions', {
              params: {
                path: { unit },
                ...(preview ? { query: { preview: 'true' } } : { header }),
              },
              body: { event: id, reason: options.because },
            }),
          ),
        done: (event, recorded) => ({
          says: `Event ${event.position} is retracted, by event ${recorded.position}.`,
          undo: `Does it count after all? waymark retract ${recorded.position} --because "…"`,
        }),
      });
    });
}
