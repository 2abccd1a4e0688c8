import { Command, Option } from 'commander';
import { stageText } from '../catalogue.js';
import { type Cli, wholeNumber } from '../cli.js';
import { keysOf } from '../connection/keys.js';
import { type Message, messages } from '../stream/messages.js';
import type { Terminal } from '../terminal.js';
import { shorten } from '../text/width.js';
import { factText } from '../words/facts.js';

interface WatchOptions {
  readonly unit?: string;
  readonly changes?: boolean;
  readonly since?: string;
  readonly limit?: number;
}

/** `waymark watch` */
export function watchCommand(cli: Cli): Command {
  return new Command('watch')
    .summary('what happens, as it happens')
    .description(
      'Prints facts as they are recorded and the standings they change, and goes on where it was when the connection breaks. Ends with Ctrl-C. With --json, one message a line.',
    )
    .option('-u, --unit <unit>', 'what is about one unit alone')
    .option('-c, --changes', 'only what changes a standing')
    .option('--since <position>', 'begin after a position of the log instead of now')
    .addOption(new Option('-l, --limit <number>', 'end after so many').argParser(wholeNumber))
    .action(async (_given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<WatchOptions>(self);
      const { paint, note } = terminal;
      const titles = new Map<string, string>();
      if (!options.json) {
        const session = await api.ask((client) => client.GET('/api/v1/session'));
        for (const { key, title } of await keysOf(api, 'milestone')) titles.set(key, title);
        note(paint.faint(`Watching ${session.programName ?? session.program}; Ctrl-C ends it.`));
      }
      const lost = (reason: string) => note(paint.warn(`! ${reason}; trying again …`));
      let told = 0;
      for await (const message of messages(api, options.since, lost)) {
        if (!wanted(message, options)) continue;
        if (options.json) await terminal.raw(`${JSON.stringify(message.told)}\n`);
        else terminal.say(...lines(terminal, message, titles));
        told += 1;
        if (told === options.limit) break;
      }
    });
}

function wanted({ told }: Message, { unit, changes }: WatchOptions): boolean {
  if (changes && told.changes.length === 0) return false;
  return (
    unit === undefined || told.event?.unit === unit || told.changes.some((one) => one.unit === unit)
  );
}

function lines(
  { paint, dates, columns }: Terminal,
  { told }: Message,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const { event, at, changes } = told;
  const when = paint.faint(dates.time(at));
  const room = columns - 14;
  const head = event
    ? [
        `${when}  ${paint.title(event.unit ?? 'program')}`,
        `    ${shorten(factText(event, titles, dates), room)}`,
        `    ${paint.faint(`${dates.given(event.occurredAt)}, by ${event.actor}, position ${event.position}`)}`,
      ]
    : [`${when}  ${paint.faint('by the calendar')}`];
  return [
    ...head,
    ...changes.map(({ unit, model, from, to }) => {
      const rose = (to?.ordinal ?? -1) > (from?.ordinal ?? -1);
      const mark = rose ? paint.good('▲') : paint.bad('▼');
      return `    ${mark} ${shorten(`${unit}: ${model} ${stageText(from)} → ${stageText(to)}`, room)}`;
    }),
  ];
}
