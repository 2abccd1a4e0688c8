import type { Schemas } from '#lib/client';
import { readModels } from '../../catalogue.js';
import type { Asking, Cli } from '../../cli.js';
import { type Event, eventNamed, eventsBack } from '../../connection/events.js';
import { titlesOf } from '../../connection/keys.js';
import { Refusal } from '../../connection/problem-words.js';
import { EXIT, Failure } from '../../failure.js';
import type { Terminal } from '../../terminal.js';
import { confirmed } from '../../text/confirmed.js';
import { wrap } from '../../text/width.js';
import { changeLines } from '../../words/changes.js';
import { factText, wordsOf } from '../../words/facts.js';
import { aboutOne } from '../../words/straight.js';

/** Options of both commands that set the record straight. */
export interface StraightOptions {
  readonly because: string;
  readonly preview?: boolean;
  readonly yes?: boolean;
}

type Answer = Schemas['Recorded'] | Schemas['Comparison'] | Schemas['Proposed'];

/** What is done to an event. */
export interface Straight {
  /** `Retract it?` */
  readonly question: string;
  /** What becomes of the event itself, a line each. */
  readonly becomes?: (event: Event) => readonly string[];
  /** Asks the server to do it, or what would follow. */
  readonly ask: (event: Event, unit: string, preview: boolean) => Promise<Answer>;
  /** What has been done, and what undoes it. */
  readonly done: (
    event: Event,
    recorded: Event,
  ) => { readonly says: string; readonly undo: string };
}

/**
 * Shows an event and how the standings of its unit change without it; then asks whether to go on, and does it.
 *
 * @throws Failure when nobody can be asked, or the answer is no
 */
export async function setStraight(
  { api, terminal, options }: Asking<StraightOptions>,
  cli: Pick<Cli, 'ends'>,
  given: string,
  { question, becomes, ask, done }: Straight,
): Promise<void> {
  const { preview, yes, json } = options;
  if (!preview && !yes && (json || !terminal.interactive)) {
    throw new Failure('Nobody can be asked here whether that is meant.', EXIT.usage, [
      'Add --yes to do it at once, or --preview to see what would change.',
    ]);
  }
  const event = await eventNamed(api, given);
  const { unit } = event;
  if (unit === null) {
    throw new Failure(
      `Event ${event.position} is about the program, not about a unit.`,
      EXIT.refused,
      ['Facts about units can be set straight.'],
    );
  }
  const asked = (first: boolean) =>
    ask(event, unit, first).catch(async (fault: unknown) => {
      throw await withNumbers(fault, () => eventsBack(api, { unit }));
    });
  const comparison = await asked(true);
  if (!('before' in comparison)) throw new Error('a preview has two sides');
  const { before, after } = comparison;
  if (json && preview) return terminal.json(comparison);
  const models = json ? undefined : await readModels(api, after);
  const changes = (to: Schemas['Standing'][]) =>
    models ? changeLines(terminal, before, to, models) : [];
  if (!json) {
    terminal.say(...(await eventLines(terminal, event, api)));
    const blank = ' '.repeat(`${event.position}  `.length);
    for (const line of becomes?.(event) ?? []) {
      terminal.say(...wrap(line, terminal.columns - blank.length).map((one) => blank + one));
    }
    if (preview) terminal.say('Nothing is recorded. It would change:');
    else if (!yes) terminal.say('It would change:');
    if (!yes || preview) terminal.say(...changes(after));
  }
  if (preview) return undefined;
  if (!yes && !(await confirmed(question))) {
    terminal.note('Nothing is recorded.');
    return cli.ends(EXIT.refused);
  }
  const answer = await asked(false);
  if (json) return terminal.json(answer);
  return terminal.say(
    ...toldLines(terminal, answer, { event, done, changes: yes ? changes : () => [] }),
  );
}

/** The event as it stands in the log. */
async function eventLines(
  { paint, dates, columns }: Terminal,
  event: Event,
  api: Asking<object>['api'],
): Promise<readonly string[]> {
  const [titles, about] = await Promise.all([titlesOf(api), aboutOne(api, event)]);
  const number = `${event.position}  `;
  const blank = ' '.repeat(number.length);
  const words = wordsOf(event);
  const text = `${factText(event, titles, dates, about)}, at ${event.unit}, ${dates.given(event.occurredAt)}`;
  const by = `${words ? `“${words}” ` : ''}${event.actor}, recorded ${dates.day(event.recordedAt)}`;
  return [
    ...wrap(text, columns - number.length).map(
      (line, index) => (index === 0 ? paint.warn(number) : blank) + paint.title(line),
    ),
    ...wrap(by, columns - number.length).map((line) => blank + paint.faint(line)),
  ];
}

interface Told extends Pick<Straight, 'done'> {
  readonly event: Event;
  readonly changes: (after: Schemas['Standing'][]) => readonly string[];
}

function toldLines(
  { paint, columns, dates }: Terminal,
  answer: Answer,
  { event, done, changes }: Told,
): readonly string[] {
  if ('proposal' in answer) {
    const until = `It is kept until ${dates.day(answer.proposal.expiresAt)}.`;
    return [
      `${paint.warn('!')} Nothing is recorded yet: in this program somebody else has to approve that.`,
      ...wrap(until, columns - 2).map((line) => `  ${paint.faint(line)}`),
    ];
  }
  if (!('event' in answer)) throw new Error('what was not previewed is recorded');
  const { says, undo } = done(event, answer.event);
  return [
    `${paint.good('✓')} ${says}`,
    ...changes(answer.standings),
    ...wrap(undo, columns - 2).map((line) => `  ${paint.faint(line)}`),
  ];
}

const IDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** A refusal that names events by the numbers with which a reader names them. */
async function withNumbers(
  fault: unknown,
  events: () => Promise<readonly Event[]>,
): Promise<unknown> {
  if (!(fault instanceof Refusal) || fault.message.search(IDS) < 0) return fault;
  const numbers = new Map((await events()).map(({ id, position }) => [id, position]));
  const message = fault.message.replace(IDS, (id) => String(numbers.get(id) ?? id));
  return new Refusal(fault.problem, message, fault.exitCode, fault.hints);
}
