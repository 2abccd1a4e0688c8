import type { Asking } from '../../cli.js';
import { readModels } from '../../catalogue.js';
import { table } from '../../text/table.js';
import { changeLines } from '../../words/changes.js';
import type { ImportOptions } from './options.js';

/** `waymark import --list` */
export async function listImports({
  api,
  terminal,
  options,
}: Asking<ImportOptions>): Promise<void> {
  const answer = await api.ask((client) => client.GET('/api/v1/imports'));
  if (options.json) return terminal.json(answer);
  const { items } = answer;
  if (items.length === 0) return terminal.say('Nothing was imported yet.');
  return terminal.say(
    ...table(
      items,
      [
        { title: 'Import', of: ({ id }) => id },
        { title: 'Made', of: ({ madeAt }) => terminal.dates.day(madeAt), leaves: 1 },
        { title: 'Rows of', of: ({ kind }) => kind ?? '' },
        { title: 'New', of: ({ counts }) => String(counts.new), align: 'right' },
        { title: 'Changed', of: ({ counts }) => String(counts.changed), align: 'right', leaves: 2 },
        {
          title: 'State',
          of: ({ state }) => state,
        },
      ],
      terminal,
    ),
  );
}

/** `waymark import --undo <import>` */
export async function undoImport(
  { api, terminal, options }: Asking<ImportOptions>,
  id: string,
): Promise<void> {
  const { reason, dryRun } = options;
  const undone = await api.ask((client) =>
    client.POST('/api/v1/imports/{id}/undo', {
      params: { path: { id }, query: dryRun ? { preview: 'true' } : {} },
      body: reason === undefined ? {} : { reason },
    }),
  );
  if (options.json) return terminal.json(undone);
  const { paint, say } = terminal;
  const count = undone.taken.length.toLocaleString('en');
  say(
    undone.preview
      ? `Nothing is taken back. It would be: ${count}`
      : `${paint.good('✓')} Taken back: ${count}`,
  );
  if (undone.standings.length > 0) {
    const models = await readModels(api);
    for (const { unit, before, after } of undone.standings) {
      say(`  ${paint.title(unit)}`, ...changeLines(terminal, before, after, models));
    }
  }
  const why = new Map<string, number>();
  for (const left of undone.left) why.set(left.why, (why.get(left.why) ?? 0) + 1);
  for (const [words, times] of why) say(paint.warn(`  ! ${times} stay: ${words}`));
}
