import { Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { readModels, stageText } from '../catalogue.js';
import { type Cli, type TimeOptions, wholeNumber, withTimes } from '../cli.js';
import type { Api } from '../connection/api.js';
import { type Proof, proofOf } from '../connection/proof.js';
import { titlesOf } from '../connection/keys.js';
import type { Terminal } from '../terminal.js';
import { fit, shorten, widthOf, wrap } from '../text/width.js';
import { evidenceTexts, factText, wordsOf } from '../words/facts.js';
import { straightened } from '../words/straight.js';

interface HistoryOptions extends TimeOptions {
  readonly limit: number;
  readonly milestone?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
}

/** `waymark history <unit>` */
export function historyCommand(cli: Cli): Command {
  const command = new Command('history')
    .summary('what happened to a unit, newest first')
    .description(
      'Facts and the stages they led to, on one timeline, newest first. Each fact has a number, with which waymark correct and waymark retract set it straight.',
    )
    .argument('<unit>', 'the key of a unit')
    .addOption(
      new Option('-l, --limit <number>', 'so many at most').argParser(wholeNumber).default(30),
    )
    .option('--milestone <milestone>', 'about one milestone')
    .option('-m, --model <model>', 'about one model')
    .option('--from <date>', 'from then on')
    .option('--to <date>', 'until then');
  return withTimes(command).action(async (unit: string, _given: unknown, self: Command) => {
    const { api, terminal, options } = await cli.asking<HistoryOptions>(self);
    const { limit, milestone, model, from, to, asOf, knownAt } = options;
    const query = { milestone, model, from, to, asOf, knownAt, limit: Math.min(limit, 500) };
    const first = await api.ask((client) =>
      client.GET('/api/v1/units/{unit}/history', { params: { path: { unit }, query } }),
    );
    if (options.json) return terminal.json(first);
    const narrowed = milestone ?? model ?? from ?? to;
    if (first.items.length === 0) {
      return terminal.say(
        narrowed === undefined
          ? `Nothing had happened to ${unit} by then.`
          : `Nothing of that is in the history of ${unit}.`,
      );
    }
    const proof = await handedDown(api, first, { asOf, knownAt });
    terminal.say(...(await entryLines(api, terminal, first, proof)));
    if (first.next)
      terminal.say(
        '',
        terminal.paint.faint(
          `There is more: --limit ${Math.min(500, limit * 2)}, or --to with an earlier day.`,
        ),
      );
    return undefined;
  });
}

type Transition = Extract<Schemas['History']['items'][number], { kind: 'transition' }>;

/** What stages rest on that no fact of the unit on the same day explains. */
async function handedDown(
  api: Api,
  { unit, items }: Schemas['History'],
  times: TimeOptions,
): Promise<Proof | undefined> {
  const own = new Set(items.flatMap((item) => (item.kind === 'event' ? item.event.id : [])));
  const ids = items
    .flatMap((item) => (item.kind === 'transition' ? item.because : []))
    .filter((id) => !own.has(id));
  if (ids.length === 0) return undefined;
  const place = await api.ask((client) =>
    client.GET('/api/v1/units/{unit}', { params: { path: { unit }, query: times } }),
  );
  return proofOf(api, place, ids);
}

/** The facts of other units that led to a stage; none where one of its own did on that day. */
function leadingTo({ at, because }: Transition, proof: Proof | undefined) {
  const then = because
    .flatMap((id) => proof?.event(id) ?? [])
    .filter(({ effectiveAt }) => Date.parse(effectiveAt) === Date.parse(at));
  return then.flatMap((event) => {
    const from = proof?.from(event);
    return from === undefined || event.data.milestone === undefined ? [] : { event, from };
  });
}

/** The timeline, each fact behind its number. */
async function entryLines(
  api: Api,
  { paint, columns, dates }: Terminal,
  { unit, items, position }: Schemas['History'],
  proof: Proof | undefined,
): Promise<readonly string[]> {
  const [models, titles, straight] = await Promise.all([
    readModels(api),
    titlesOf(api),
    straightened(api, unit, position),
  ]);
  const whens = items.map((item) =>
    item.kind === 'event' ? dates.given(item.event.occurredAt) : dates.day(item.at),
  );
  const width = Math.max(...whens.map(widthOf));
  const number = Math.max('event'.length, String(position).length);
  const room = columns - number - width - 6;
  const blank = ' '.repeat(number + width + 6);
  return [
    paint.faint(`${'event'.padStart(number)}  when`),
    ...items.flatMap((item, index) => {
      const when = paint.faint(fit(whens[index] ?? '', width));
      if (item.kind === 'transition') {
        const of = models(item.model)?.stages.length;
        const [before, after] = [item.from?.ordinal ?? -1, item.to?.ordinal ?? -1];
        const mark = after > before ? paint.good('▲') : paint.bad('▼');
        const text = `${item.model}: ${stageText(item.from)} → ${stageText(item.to, of)}`;
        const by = leadingTo(item, proof).map(
          ({ event, from }) =>
            `by ${from}: ${factText(event, titles, dates)} (event ${event.position})`,
        );
        return [
          `${' '.repeat(number)}  ${when}  ${mark} ${paint.title(shorten(text, room))}`,
          ...by.flatMap((one) => wrap(one, room)).map((one) => blank + paint.faint(one)),
        ];
      }
      const { event } = item;
      const by = straight.by(event);
      const text = factText(event, titles, dates, straight.about(event));
      const said = wrap(by ? `${text} (${by})` : text, room);
      const painted = by ? paint.faint : String;
      const words = wordsOf(event);
      const who = words ? `“${words}” ${event.actor}` : `by ${event.actor}`;
      const beside = !words && widthOf(`${said.at(-1) ?? ''}  ${who}`) <= room;
      const [line = '', ...others] = said.map((one, at) =>
        beside && at === said.length - 1 ? `${painted(one)}  ${paint.faint(who)}` : painted(one),
      );
      return [
        `${paint.warn(String(event.position).padStart(number))}  ${when}  ${paint.faint('·')} ${line}`,
        ...others.map((one) => blank + one),
        ...[...(beside ? [] : [who]), ...evidenceTexts(event)]
          .flatMap((one) => wrap(one, room))
          .map((one) => blank + paint.faint(one)),
      ];
    }),
  ];
}
