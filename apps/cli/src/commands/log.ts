import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type { Schemas } from '#lib/client';
import { readModels } from '../catalogue.js';
import { type Asking, type Cli, several, shareOf } from '../cli.js';
import { EXIT, Failure } from '../failure.js';
import { titlesOf } from '../connection/keys.js';
import type { Terminal } from '../terminal.js';
import { wrap } from '../text/width.js';
import { besideLines } from '../words/beside.js';
import { changeLines } from '../words/changes.js';
import { evidenceOf } from '../words/evidence.js';
import { readKnown, type Supposed } from '../words/why-nothing.js';

interface LogOptions {
  readonly on?: string;
  readonly note?: string;
  readonly evidence?: readonly string[];
  readonly degree?: number;
  readonly lapse?: boolean;
  readonly reason?: string;
  readonly preview?: boolean;
}

type Recorded = Schemas['Recorded'];

/** `waymark log <unit> <milestone…>` */
export function logCommand(cli: Cli): Command {
  return new Command('log')
    .summary('record that milestones were achieved, or lapsed')
    .description(
      'Records milestones of a unit: achieved, or with --lapse no longer true. Says how its standings change.',
    )
    .argument('<unit>', 'the key of a unit')
    .argument('<milestone...>', 'keys of milestones')
    .option(
      '--on <date>',
      'when: a day, a month (2026-10), a quarter (2026-Q4), a year or an instant; absent, now',
    )
    .option('-n, --note <text>', 'what there is to say about it')
    .option('-e, --evidence <title=url>', 'what shows it; may be given several times', several)
    .option('--degree <share>', 'how much of it, above 0 up to 1', shareOf)
    .option('--lapse', 'it was true and no longer is; takes no --evidence or --degree')
    .option('--reason <text>', 'with --lapse: why')
    .option('--preview', 'only show how standings would change')
    .addHelpText(
      'after',
      '\nExamples:\n  waymark log germany hub.launched --on 2026-10 --note "Open to all customers"\n  waymark log germany sponsor.approved --lapse --on 2026-10-05 --reason "She left"\n  waymark log germany education.started coe.formed --preview',
    )
    .action(async (unit: string, milestones: readonly string[], _given: unknown, self: Command) => {
      const asking = await cli.asking<LogOptions>(self);
      const facts = milestones.map((milestone) => factOf(milestone, asking.options));
      if (asking.options.preview) return preview(asking, unit, facts);
      return record(asking, unit, facts);
    });
}

type Fact =
  | { readonly outcome: 'achieved'; readonly body: Schemas['Achieve'] }
  | { readonly outcome: 'lapsed'; readonly body: Schemas['Lapse'] };

/** @throws Failure for options that its kind of fact has no place for */
function factOf(milestone: string, options: LogOptions): Fact {
  requireFitting(options);
  const occurredAt = options.on ?? new Date().toISOString();
  if (options.lapse) {
    const reason = options.reason ?? options.note;
    return { outcome: 'lapsed', body: { milestone, occurredAt, ...(reason ? { reason } : {}) } };
  }
  const { note, degree } = options;
  const evidence = options.evidence?.map(evidenceOf);
  return {
    outcome: 'achieved',
    body: {
      milestone,
      occurredAt,
      ...(note ? { note } : {}),
      ...(degree === undefined ? {} : { degree }),
      ...(evidence ? { evidence } : {}),
    },
  };
}

/** Nothing that was typed is let go in silence. @throws Failure */
function requireFitting({ lapse, reason, note, evidence, degree }: LogOptions): void {
  if (!lapse) {
    if (reason === undefined) return;
    throw new Failure('--reason goes with --lapse.', EXIT.usage, [
      'What there is to say about something achieved: --note "…"',
    ]);
  }
  const unfit = [
    ...(evidence === undefined ? [] : ['--evidence']),
    ...(degree === undefined ? [] : ['--degree']),
  ];
  if (unfit.length > 0) {
    throw new Failure(`With --lapse there is no ${unfit.join(' and no ')}.`, EXIT.usage, [
      'What there is to say, addresses too: --lapse --reason "…"',
    ]);
  }
  if (reason !== undefined && note !== undefined) {
    throw new Failure(
      'With --lapse, --note and --reason say the same: give one of them.',
      EXIT.usage,
    );
  }
}

const supposedIn = (facts: readonly Fact[]): readonly Supposed[] =>
  facts.map(({ outcome, body: { milestone, occurredAt, ...more } }) => ({
    outcome,
    milestone,
    on: occurredAt,
    ...('degree' in more ? { degree: more.degree } : {}),
  }));

async function preview(
  { api, terminal, options }: Asking<LogOptions>,
  unit: string,
  facts: readonly Fact[],
): Promise<void> {
  const [only] = facts;
  const comparison =
    facts.length === 1 && only
      ? await api.ask((client) =>
          only.outcome === 'achieved'
            ? client.POST('/api/v1/units/{unit}/milestones', {
                params: { path: { unit }, query: { preview: 'true' } },
                body: only.body,
              })
            : client.POST('/api/v1/units/{unit}/lapses', {
                params: { path: { unit }, query: { preview: 'true' } },
                body: only.body,
              }),
        )
      : await supposed({ api }, unit, facts);
  if (!('before' in comparison)) throw new Error('a preview has two sides');
  if (options.json) return terminal.json(comparison);
  const models = await readModels(api, comparison.after);
  terminal.say(
    `Nothing is recorded. ${terminal.paint.title(unit)} would change:`,
    ...changeLines(terminal, comparison.before, comparison.after, models),
    ...(await besideLines(
      { api, terminal },
      await readKnown(api, unit),
      supposedIn(facts),
      comparison,
    )),
  );
}

/** What several would do together; also refuses what cannot be recorded at all. */
function supposed({ api }: Pick<Asking<LogOptions>, 'api'>, unit: string, facts: readonly Fact[]) {
  const of = (outcome: Fact['outcome']) =>
    facts
      .filter((fact) => fact.outcome === outcome)
      .map(({ body }) => ({
        milestone: body.milestone,
        on: body.occurredAt,
        ...('degree' in body && body.degree !== undefined ? { degree: body.degree } : {}),
      }));
  return api.ask((client) =>
    client.POST('/api/v1/units/{unit}/what-if', {
      params: { path: { unit } },
      body: { achieve: of('achieved'), lapse: of('lapsed') },
    }),
  );
}

async function record(
  asking: Asking<LogOptions>,
  unit: string,
  facts: readonly Fact[],
): Promise<void> {
  const { api, terminal, options } = asking;
  // all of them are looked at before the first is recorded
  const { before } = await supposed(asking, unit, facts);
  const known = options.json ? undefined : await readKnown(api, unit);
  const recorded: Recorded[] = [];
  for (const fact of facts) {
    const header = { 'idempotency-key': randomUUID() };
    const params = { path: { unit }, header };
    const answer = await api
      .ask((client) =>
        fact.outcome === 'achieved'
          ? client.POST('/api/v1/units/{unit}/milestones', { params, body: fact.body })
          : client.POST('/api/v1/units/{unit}/lapses', { params, body: fact.body }),
      )
      .catch((error: unknown) => {
        if (recorded.length === 0 || !(error instanceof Failure)) throw error;
        const done = recorded.map(({ event }) => String(event.data.milestone)).join(', ');
        throw new Failure(error.message, error.exitCode, [
          `Recorded before that: ${done}`,
          ...error.hints,
        ]);
      });
    if ('event' in answer) recorded.push(answer);
  }
  if (options.json) return terminal.json({ unit, recorded });
  const { paint, dates, say } = terminal;
  const after = recorded.at(-1)?.standings ?? [];
  const beside = known
    ? await besideLines({ api, terminal }, known, supposedIn(facts), { before, after })
    : [];
  const [models, titles] = await Promise.all([readModels(api), titlesOf(api)]);
  say(
    ...recorded.map(({ event }) => {
      const milestone = String(event.data.milestone);
      const what = event.type === 'milestone.lapsed' ? 'lapsed' : 'achieved';
      const when = options.on ? dates.given(event.occurredAt) : 'now';
      return `${paint.good('✓')} ${paint.title(titles.get(milestone) ?? milestone)} ${what} at ${unit}, ${when}  ${paint.faint(`event ${event.position}`)}`;
    }),
    ...changeLines(terminal, before, after, models),
    ...beside,
    ...undoLines(terminal, recorded),
  );
}

/** How to set right what has just been recorded. */
function undoLines({ paint, columns }: Terminal, recorded: readonly Recorded[]): readonly string[] {
  const number = recorded.at(-1)?.event.position ?? 0;
  const text = `A mistake? waymark correct ${number} --on DATE --because "…", or waymark retract ${number} --because "…"`;
  return wrap(text, columns - 2).map((line) => `  ${paint.faint(line)}`);
}
