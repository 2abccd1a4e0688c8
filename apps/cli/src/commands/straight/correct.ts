import { randomUUID } from 'node:crypto';
import { Command, Option } from 'commander';
import { type Cli, several, shareOf } from '../../cli.js';
import { EXIT, Failure } from '../../failure.js';
import { type Changes, correctedLines } from '../../words/corrected.js';
import { evidenceOf } from '../../words/evidence.js';
import { setStraight, type StraightOptions } from './set-straight.js';

/** Fields to change; false takes one away. */
interface CorrectOptions extends StraightOptions {
  readonly on?: string;
  readonly milestone?: string;
  readonly note?: string | false;
  readonly evidence?: readonly string[] | false;
  readonly degree?: number | false;
  readonly outcome?: 'no' | 'not-applicable';
  readonly by?: string | false;
  readonly expires?: string | false;
  readonly parent?: string | false;
}

/** `waymark correct <event>` */
export function correctCommand(cli: Cli): Command {
  return new Command('correct')
    .summary('set right what was recorded with a mistake in it')
    .description(
      'Puts a new record in the place of an event: what is not named stays as recorded. Both stay in the log, and only the new one counts. Shows how standings change, and asks before it does it. What belongs to another unit is retracted and recorded there.',
    )
    .argument('<event>', 'its number, as waymark history shows it')
    .requiredOption('--because <text>', 'why; it stays in the log')
    .option('--on <date>', 'when it was: a day, a month (2026-10), a quarter, a year, an instant')
    .option('--milestone <milestone>', 'which milestone it was')
    .option('-n, --note <text>', 'what there is to say about it')
    .option('--no-note', 'without its note')
    .option(
      '-e, --evidence <title=url>',
      'what shows it, instead of what did; several times',
      several,
    )
    .option('--no-evidence', 'without evidence')
    .option('--degree <share>', 'how much of it, above 0 up to 1', shareOf)
    .option('--no-degree', 'all of it')
    .addOption(
      new Option('--outcome <outcome>', 'of an assessment').choices(['no', 'not-applicable']),
    )
    .option('--by <name>', 'of an assessment: who looked')
    .option('--no-by', 'without whoever looked')
    .option('--expires <day>', 'of a waiver: its last day')
    .option('--no-expires', 'of a waiver: without an end')
    .option('--parent <unit>', 'of a move: where to')
    .option('--no-parent', 'of a move: to the top')
    .option('--preview', 'only show how standings would change')
    .option('-y, --yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  waymark correct 2371 --on 2026-09 --because "The date of the decision, not of the start"\n  waymark correct 2371 --milestone hub.launched --because "The other milestone" --preview',
    )
    .action(async (given: string, _given: unknown, self: Command) => {
      const asking = await cli.asking<CorrectOptions>(self);
      const { api, options } = asking;
      const changes = changesOf(options);
      if (Object.keys(changes).length === 0) {
        throw new Failure('What is to be different?', EXIT.usage, [
          `waymark correct ${given} --on 2026-09 --because "…"; --help shows what can be changed.`,
        ]);
      }
      const header = { 'idempotency-key': randomUUID() };
      await setStraight(asking, cli, given, {
        question: 'Correct it?',
        becomes: (event) => correctedLines(event, changes, asking.terminal.dates),
        ask: ({ id }, unit, preview) =>
          api.ask((client) =>
            client.POST('/api/v1/units/{unit}/corrections', {
              params: {
                path: { unit },
                ...(preview ? { query: { preview: 'true' } } : { header }),
              },
              body: { event: id, reason: options.because, ...changes },
            }),
          ),
        done: (event, recorded) => ({
          says: `Event ${event.position} is corrected: event ${recorded.position} counts instead.`,
          undo: `Still not right? waymark correct ${recorded.position} --because "…"`,
        }),
      });
    });
}

function changesOf(options: CorrectOptions): Changes {
  const { on, milestone, note, evidence, degree, outcome, by, expires, parent } = options;
  const wanted = {
    occurredAt: on,
    milestone,
    note: orNothing(note, String),
    evidence: orNothing(evidence, (all) => all.map(evidenceOf)),
    degree: orNothing(degree, Number),
    outcome,
    by: orNothing(by, String),
    expiresOn: orNothing(expires, String),
    parent: orNothing(parent, String),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** What an option says, and null where it is to be taken away. */
const orNothing = <Given, Value>(
  given: Given | false | undefined,
  value: (given: Given) => Value,
): Value | null | undefined =>
  given === false ? null : given === undefined ? undefined : value(given);
