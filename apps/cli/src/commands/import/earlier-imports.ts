import type { Asking } from '../../cli.js';
import { EXIT, Failure } from '../../failure.js';
import { readModels } from '../../catalogue.js';
import { table } from '../../text/table.js';
import { changeLines } from '../../words/changes.js';
import { ended, type LongImport } from './long-import.js';
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
        { title: 'File', of: ({ file }) => file ?? '', shrinksTo: 12 },
        { title: 'Made', of: ({ madeAt }) => terminal.dates.day(madeAt), leaves: 1 },
        { title: 'Rows of', of: ({ kind }) => kind ?? '', leaves: 2 },
        { title: 'New', of: ({ counts }) => String(counts.new), align: 'right' },
        { title: 'Changed', of: ({ counts }) => String(counts.changed), align: 'right', leaves: 3 },
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
export async function undoImport(asking: Asking<ImportOptions>, id: string): Promise<void> {
  const { api, terminal, options } = asking;
  const { reason, dryRun } = options;
  const { undoneAt, undo } = await api.ask((client) =>
    client.GET('/api/v1/imports/{id}', { params: { path: { id } } }),
  );
  if (undoneAt && (undo?.left ?? 0) === 0) {
    throw new Failure(
      `The import ${id} was undone on ${terminal.dates.day(undoneAt)} already.`,
      EXIT.refused,
    );
  }
  const undone = await api.ask((client) =>
    client.POST('/api/v1/imports/{id}/undo', {
      params: { path: { id }, query: dryRun ? { preview: 'true' } : {} },
      body: reason === undefined ? {} : { reason },
    }),
  );
  if ('state' in undone) return undoneLong(asking, await ended(asking, undone));
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

/** What became of an undoing that took a while. */
function undoneLong(
  { terminal, options }: Asking<ImportOptions>,
  one: LongImport,
): void | Promise<void> {
  if (options.json) return terminal.json(one);
  const { paint, say } = terminal;
  const { taken = 0, reasons = [] } = one.undo ?? {};
  const mark = one.state === 'undone' ? paint.good('✓') : paint.warn('!');
  say(`${mark} Taken back: ${taken.toLocaleString('en')}`);
  for (const { why, count } of reasons) say(paint.warn(`  ! ${count} stay: ${why}`));
}
