import { Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { type Asking, type Cli, type TimeOptions, withTimes } from '../cli.js';
import { bar } from '../text/bar.js';
import { table } from '../text/table.js';

type Target = Schemas['PlannedTarget'];
type Status = Schemas['TargetStatus'];

interface RoadmapOptions extends TimeOptions {
  readonly below?: boolean;
  readonly status?: Status;
}

/** `waymark roadmap <unit>` */
export function roadmapCommand(cli: Cli): Command {
  const command = new Command('roadmap')
    .summary('what is planned, late and at risk')
    .description(
      'Targets of a unit, or with --below of all units below it too: how far they are, when they are due, how often they slipped.',
    )
    .argument('<unit>', 'the key of a unit')
    .option('-b, --below', 'of all units below it too')
    .addOption(
      new Option('--status <status>', 'those alone').choices([
        'done',
        'on-track',
        'at-risk',
        'late',
        'aim',
      ]),
    );
  return withTimes(command).action(async (unit: string, _given: unknown, self: Command) => {
    const asking = await cli.asking<RoadmapOptions>(self);
    const { api, terminal, options } = asking;
    const { asOf, knownAt, status } = options;
    if (options.below) {
      const path = { unit };
      const first = await api.ask((client) =>
        client.GET('/api/v1/rollups/{unit}/roadmap', {
          params: { path, query: { asOf, knownAt, status, limit: 500 } },
        }),
      );
      if (options.json) return terminal.json(first);
      const { byStatus } = first.summary;
      draw(asking, first.items);
      const counts = (Object.keys(byStatus) as Status[]).map((one) => `${byStatus[one]} ${one}`);
      terminal.say(
        '',
        terminal.paint.faint(
          `${first.summary.targets} targets: ${counts.join(', ')}${first.next ? '; the first 500 are shown' : ''}`,
        ),
      );
      return undefined;
    }
    const answer = await api.ask((client) =>
      client.GET('/api/v1/units/{unit}/roadmap', {
        params: { path: { unit }, query: { asOf, knownAt } },
      }),
    );
    if (options.json) return terminal.json(answer);
    draw(
      asking,
      answer.targets.filter((target) => status === undefined || target.status === status),
    );
    return undefined;
  });
}

function draw(
  { terminal, options }: Asking<RoadmapOptions>,
  targets: readonly (Target & { readonly name?: string })[],
): void {
  const { paint, columns, dates, say } = terminal;
  if (targets.length === 0) return say('Nothing is planned.');
  const colours: Readonly<Record<Status, (text: string) => string>> = {
    done: paint.good,
    'on-track': paint.done,
    'at-risk': paint.warn,
    late: paint.bad,
    aim: paint.faint,
  };
  const due = ({ due: text, achievedOn, status }: Target) =>
    status === 'done' && achievedOn ? dates.day(achievedOn) : text ? dates.given(text) : '';
  const slip = ({ slipDays }: Target) =>
    slipDays ? `${slipDays > 0 ? '+' : '−'}${Math.abs(slipDays)} d` : '';
  say(
    ...table(
      targets,
      [
        {
          title: 'status',
          of: ({ status }) => status,
          paint: (text, { status }) => colours[status](text),
        },
        ...(options.below ? [{ title: 'unit', of: (one: Target) => one.unit }] : []),
        { title: 'target', of: ({ title }) => title, shrinksTo: 30 },
        {
          title: '',
          of: () => ' '.repeat(8),
          paint: (_blank, { progress }) => bar(paint, progress, 8),
          leaves: 3,
        },
        { title: 'due', of: due },
        { title: 'slip', of: slip, align: 'right', leaves: 1 },
        {
          title: 'owner',
          of: ({ owner }) => owner?.name ?? '',
          paint: paint.faint,
          shrinksTo: 8,
          leaves: 2,
        },
      ],
      { columns, paint },
    ),
  );
}
