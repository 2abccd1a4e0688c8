import { Argument, Command, Option } from 'commander';
import type { Schemas } from '#lib/client';
import { type Asking, type Cli, several } from '../cli.js';
import { readModels } from '../catalogue.js';
import { Refusal } from '../connection/problem-words.js';
import { EXIT, Failure } from '../failure.js';
import { changeLines } from '../words/changes.js';
import { sheetFaultLines, understoodLines } from '../words/sheets.js';
import { type Sheet, sheetAt } from './import/sheet-file.js';
import { ended, isLong, type LongImport } from './import/long-import.js';
import type { ImportOptions } from './import/options.js';
import { listImports, undoImport } from './import/earlier-imports.js';

type Outcome = Schemas['ImportOutcome'];

/** `waymark import <file>` */
export function importCommand(cli: Cli): Command {
  return new Command('import')
    .summary('bring in a table: units, milestones, assessments, targets')
    .description(
      'Reads a CSV file or a workbook (- reads CSV from standard input). What the rows are and what each column holds is guessed, and told. All of it is recorded, or nothing; what is so already is not recorded again.',
    )
    .addArgument(new Argument('[file]', 'a .csv or .xlsx file'))
    .option('-n, --dry-run', 'only show what would become of it')
    .addOption(
      new Option('-k, --kind <kind>', 'what the rows are').choices([
        'units',
        'milestones',
        'assessments',
        'targets',
      ]),
    )
    .option(
      '--map <column=field>',
      'what a column holds; Column= leaves it out; repeatable',
      several,
    )
    .option('--sheet <name>', 'of a workbook: which sheet; else the first')
    .option('--head <row>', 'which row names the columns; else it is found out')
    .addOption(new Option('--dates <order>', 'how days are written').choices(['dmy', 'mdy']))
    .option('--list', 'show what was imported before')
    .option('--undo <import>', 'take back what an import recorded; with --dry-run only show it')
    .option('--reason <words>', 'why it is taken back')
    .action(async (file: string | undefined, _given: unknown, self: Command) => {
      const asking = await cli.asking<ImportOptions>(self);
      const { options } = asking;
      if (options.list) return listImports(asking);
      if (options.undo !== undefined) return undoImport(asking, options.undo);
      if (file === undefined) {
        throw new Failure('Import what?', EXIT.usage, [
          'Name a file, or take something back: waymark import --undo IMPORT',
        ]);
      }
      return bring(cli, asking, await sheetAt(file));
    });
}

async function bring(cli: Cli, asking: Asking<ImportOptions>, sheet: Sheet): Promise<void> {
  const { terminal, options } = asking;
  let answer: Outcome | LongImport;
  try {
    answer = await sent(asking, sheet, options);
  } catch (error) {
    return refused(cli, asking, sheet, error);
  }
  if (isLong(answer)) answer = await ended(asking, answer);
  const failed = isLong(answer) ? answer.state === 'refused' : (answer.faultCount ?? 0) > 0;
  if (failed) cli.ends(EXIT.refused);
  if (options.json) return terminal.json(answer);
  return isLong(answer) ? drawLong(asking, answer, sheet) : draw(asking, answer, sheet);
}

async function sent(
  { api }: Asking<ImportOptions>,
  sheet: Sheet,
  options: ImportOptions,
): Promise<Outcome | LongImport> {
  const response = await api.open(`/api/v1/imports${queryOf(options, sheet)}`, {
    method: 'POST',
    headers: { 'content-type': sheet.type },
    body: new Uint8Array(sheet.bytes),
  });
  return (await response.json()) as Outcome | LongImport;
}

/** Faults of a sheet are shown by row and column; anything else is told as everywhere. */
async function refused(
  cli: Cli,
  asking: Asking<ImportOptions>,
  sheet: Sheet,
  error: unknown,
): Promise<void> {
  const { terminal, options } = asking;
  const problem = error instanceof Refusal ? error.problem : undefined;
  const faults = (problem?.errors ?? []).flatMap(({ line, column, message }) =>
    line === undefined ? [] : [{ rows: [line], column, message, count: 1 }],
  );
  if (!problem || faults.length === 0) throw error;
  cli.ends(EXIT.refused);
  if (options.json) return terminal.json(problem);
  // a look at it tells equal faults as one
  const looked = await sent(asking, sheet, { ...options, dryRun: true }).catch(() => undefined);
  const { faultGroups = faults, faultCount = faults.length } = looked ?? {};
  terminal.say(
    `${terminal.paint.bad('✗')} Nothing was imported: ${faultsText(faultCount)}`,
    ...sheetFaultLines(terminal, faultGroups, faultCount),
  );
}

const faultsText = (count: number) => (count === 1 ? 'one fault' : `${number(count)} faults`);

function queryOf(
  { kind, map = [], sheet, head, dates, dryRun }: ImportOptions,
  { file }: Sheet,
): string {
  const wishes = map.map((given) => {
    const at = given.lastIndexOf('=');
    if (at < 1) {
      throw new Failure(`"${given}" names no field.`, EXIT.usage, [
        'It looks like --map "Achieved on=occurredAt", or --map "Remarks=" to leave it out',
      ]);
    }
    return [given.slice(0, at), given.slice(at + 1) || null] as const;
  });
  const columns = wishes.length > 0 ? JSON.stringify(Object.fromEntries(wishes)) : undefined;
  const said = { kind, columns, sheet, head, dates, file, dryRun: dryRun ? 'true' : undefined };
  const query = new URLSearchParams(
    Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return query.size === 0 ? '' : `?${query}`;
}

type Counts = Outcome['counts'];

const number = (count: number) => count.toLocaleString('en');

function countsText({ new: added, changed, unchanged }: Counts): string {
  return `${number(added)} new, ${number(changed)} changed, ${number(unchanged)} as they were`;
}

async function draw(
  { api, terminal }: Asking<ImportOptions>,
  outcome: Outcome,
  { name }: Sheet,
): Promise<void> {
  const { paint, say } = terminal;
  const { dryRun, id, understood, counts, faultGroups, faultCount, standings } = outcome;
  const clean = faultCount === 0;
  const done = dryRun ? 'Nothing is imported. It would become' : 'Imported';
  say(`${clean ? paint.good('✓') : paint.bad('✗')} ${name}`);
  say(...understoodLines(terminal, understood));
  if (!clean) {
    say(paint.bad(`  It cannot be imported: ${faultsText(faultCount)}`));
    say(...sheetFaultLines(terminal, faultGroups, faultCount));
    return;
  }
  say(`  ${done}: ${countsText(counts)}`);
  if (standings.length > 0) {
    const models = await readModels(api);
    for (const { unit, before, after } of standings) {
      say(`  ${paint.title(unit)}`, ...changeLines(terminal, before, after, models));
    }
  }
  if (id !== undefined) say(paint.faint(`  To take it back: waymark import --undo ${id}`));
}

function drawLong(
  { terminal }: Asking<ImportOptions>,
  { id, state, kind, counts, faultGroups = [], faultCount }: LongImport,
  { name }: Sheet,
): void {
  const { paint, say } = terminal;
  if (state === 'refused') {
    say(`${paint.bad('✗')} ${name}: nothing was imported, ${faultsText(faultCount)}`);
    say(...sheetFaultLines(terminal, faultGroups, faultCount));
    return;
  }
  say(`${paint.good('✓')} ${name}${kind ? `  ${paint.title(kind)}` : ''}`);
  say(`  Imported: ${countsText(counts)}`);
  say(paint.faint(`  To take it back: waymark import --undo ${id}`));
}
