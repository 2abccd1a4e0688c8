import { Command, Option } from 'commander';
import { stageText } from '../catalogue.js';
import { type Cli, wholeNumber } from '../cli.js';
import type { Api } from '../connection/api.js';
import { titlesOf } from '../connection/keys.js';
import { EXIT, Failure } from '../failure.js';
import { type Message, messages } from '../stream/messages.js';
import type { Terminal } from '../terminal.js';
import { shorten, wrap } from '../text/width.js';
import { factText, wordsOf } from '../words/facts.js';
import { type About, aboutOne } from '../words/straight.js';

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
    .option(
      '--since <event|date>',
      'begin earlier than now: behind the event of a number (2371), or with what was recorded from a day (2026-11-01) or an instant on',
    )
    .addOption(new Option('-l, --limit <number>', 'end after so many').argParser(wholeNumber))
    .action(async (_given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<WatchOptions>(self);
      const { paint, note } = terminal;
      const { unit } = options;
      // a unit that is not there would be waited for in vain
      if (unit !== undefined)
        await api.ask((client) =>
          client.GET('/api/v1/units/{unit}', { params: { path: { unit } } }),
        );
      const since = await positionOf(api, options.since);
      let titles: ReadonlyMap<string, string> = new Map();
      if (!options.json) {
        const session = await api.ask((client) => client.GET('/api/v1/session'));
        titles = await titlesOf(api);
        note(paint.faint(`Watching ${session.programName ?? session.program}; Ctrl-C ends it.`));
      }
      const lost = (reason: string) => note(paint.warn(`! ${reason}; trying again …`));
      let told = 0;
      for await (const message of messages(api, since, lost)) {
        if (!wanted(message, options)) continue;
        if (options.json) await terminal.raw(`${JSON.stringify(message.told)}\n`);
        else terminal.say(...lines(terminal, message, titles, await aboutMessage(api, message)));
        told += 1;
        if (told === options.limit) break;
      }
    });
}

/**
 * Behind which position of the log it begins; undefined: now.
 *
 * @throws Failure when it is neither an event nor a date
 */
async function positionOf(api: Api, given: string | undefined): Promise<string | undefined> {
  // ids of the stream are positions, behind which may stand an instant
  if (given === undefined || /^\d{1,15}(\.\d{1,15})?$/.test(given)) return given;
  if (!/^\d{4}-\d\d-\d\d/.test(given)) {
    throw new Failure(`--since: "${given}" is neither an event nor a date.`, EXIT.usage, [
      'Give the number of the last event you know (2371), a day (2026-11-01) or an instant.',
      'Leave it out to begin now.',
    ]);
  }
  const { items } = await api.ask((client) =>
    client.GET('/api/v1/log', { params: { query: { from: given, order: 'asc', limit: 1 } } }),
  );
  return items[0] && String(items[0].position - 1);
}

function wanted({ told }: Message, { unit, changes }: WatchOptions): boolean {
  if (changes && told.changes.length === 0) return false;
  return (
    unit === undefined || told.event?.unit === unit || told.changes.some((one) => one.unit === unit)
  );
}

/** What the event of a message is about; when that cannot be told now, the message is told without. */
const aboutMessage = (api: Api, { told: { event } }: Message): Promise<About | undefined> =>
  event ? aboutOne(api, event).catch(() => undefined) : Promise.resolve(undefined);

function lines(
  { paint, dates, columns }: Terminal,
  { told }: Message,
  titles: ReadonlyMap<string, string>,
  about: About | undefined,
): readonly string[] {
  const { event, at, changes } = told;
  const when = paint.faint(dates.time(at));
  const room = columns - 4;
  const words = event && wordsOf(event);
  const indented = (text: string) => wrap(text, room).map((line) => `    ${line}`);
  const head = event
    ? [
        `${when}  ${paint.title(event.unit ?? 'program')}`,
        ...indented(factText(event, titles, dates, about)),
        ...(words ? indented(`“${words}”`).map(paint.faint) : []),
        ...indented(
          `${dates.given(event.occurredAt)}, by ${event.actor}, event ${event.position}`,
        ).map(paint.faint),
      ]
    : [`${when}  ${paint.faint('by the calendar')}`];
  return [
    ...head,
    ...changes.map(({ unit, model, from, to }) => {
      const rose = (to?.ordinal ?? -1) > (from?.ordinal ?? -1);
      const mark = rose ? paint.good('▲') : paint.bad('▼');
      return `    ${mark} ${shorten(`${unit}: ${model} ${stageText(from)} → ${stageText(to)}`, room - 2)}`;
    }),
  ];
}
