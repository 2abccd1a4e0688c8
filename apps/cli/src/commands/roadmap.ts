import { Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { type Asking, type Cli, type TimeOptions, withTimes } from '../cli.js';
import { bar } from '../text/bar.js';
import { table } from '../text/table.js';
import { TARGET_STATUSES } from '../words/target-statuses.js';

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
      'Targets of a unit, or with --below of all units below it too: how far they are, when they are due and when they were reached, and by how many days they slipped.',
    )
    .argument('<unit>', 'the key of a unit')
    .option('-b, --below', 'of all units below it too')
    .addOption(new Option('--status <status>', 'those alone').choices(TARGET_STATUSES));
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
      const { targets, byStatus } = first.summary;
      if (first.items.length === 0)
        return terminal.say(nothingText(`${unit} and below`, status, byStatus));
      draw(asking, first.items);
      const more = first.next ? '; the first 500 are shown' : '';
      terminal.say('', terminal.paint.faint(`${countText(targets, byStatus)}${more}`));
      return undefined;
    }
    const answer = await api.ask((client) =>
      client.GET('/api/v1/units/{unit}/roadmap', {
        params: { path: { unit }, query: { asOf, knownAt } },
      }),
    );
    if (options.json) return terminal.json(answer);
    const shown = answer.targets.filter(
      (target) => status === undefined || target.status === status,
    );
    if (shown.length > 0) draw(asking, shown);
    else terminal.say(nothingText(unit, status, countsOf(answer.targets)));
    return undefined;
  });
}

type Counts = Readonly<Partial<Record<Status, number>>>;

function countsOf(targets: readonly Target[]): Counts {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of targets) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** `5 targets: 2 done, 3 late` */
function countText(targets: number, counts: Counts): string {
  const parts = (Object.keys(counts) as Status[])
    .filter((one) => counts[one])
    .map((one) => `${counts[one]} ${one}`);
  return `${targets} ${targets === 1 ? 'target' : 'targets'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** Why there is nothing to show: nothing at all, or nothing that was asked for. */
function nothingText(where: string, status: Status | undefined, counts: Counts): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (status === undefined || all === 0) return `Nothing is planned for ${where}.`;
  return `Nothing is ${status === 'aim' ? 'an aim' : status} at ${where}. ${countText(all, counts)}.`;
}

function draw(
  { terminal, options }: Asking<RoadmapOptions>,
  targets: readonly (Target & { readonly name?: string })[],
): void {
  const { paint, columns, dates, say } = terminal;
  const colours: Readonly<Record<Status, (text: string) => string>> = {
    done: paint.good,
    'on-track': paint.done,
    'at-risk': paint.warn,
    late: paint.bad,
    aim: paint.faint,
  };
  const due = ({ due: text }: Target) => (text ? dates.given(text) : '');
  const reached = ({ achievedOn }: Target) => (achievedOn ? dates.day(achievedOn) : '');
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
          title: 'so far',
          of: () => ' '.repeat(8),
          paint: (_blank, { progress }) => bar(paint, progress, 8),
          leaves: 4,
        },
        { title: 'due', of: due },
        ...(targets.some(reached) ? [{ title: 'reached', of: reached, leaves: 2 }] : []),
        { title: 'slip', of: slip, align: 'right', leaves: 1 },
        {
          title: 'owner',
          of: ({ owner }) => owner?.name ?? '',
          paint: paint.faint,
          shrinksTo: 8,
          leaves: 3,
        },
      ],
      { columns, paint },
    ),
  );
}
