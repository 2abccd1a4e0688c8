import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command, Option } from 'commander';
import { type Cli, type TimeOptions, withTimes } from '../cli.js';
import { EXIT, Failure } from '../failure.js';
import { fileFault } from '../text/file-fault.js';
import { TARGET_STATUSES } from '../words/target-statuses.js';

const TABLE = ['csv', 'xlsx', 'jsonl'] as const;

/** What can be taken out, and as what; the first is the usual. */
const EXPORTS: Readonly<Record<string, readonly string[]>> = {
  units: TABLE,
  milestones: TABLE,
  assessments: TABLE,
  targets: TABLE,
  standings: TABLE,
  heatmap: TABLE,
  distribution: TABLE,
  roadmap: [...TABLE, 'ics'],
  recommendations: TABLE,
  alerts: TABLE,
  // without a format: a copy that can be verified and taken in again
  log: ['copy', ...TABLE],
  audit: ['jsonl'],
};
/** As the files are called. */
const FILES = ['roadmap.ics', 'audit.jsonl'];
const FORMATS = ['csv', 'xlsx', 'jsonl', 'ics'];

interface ExportOptions extends TimeOptions {
  readonly as?: string;
  readonly output?: string;
  readonly under?: string;
  readonly model?: string;
  readonly by?: string;
  readonly kind?: string;
  readonly tag?: string;
  readonly status?: string;
}

/** `waymark export <what>` */
export function exportCommand(cli: Cli): Command {
  const command = new Command('export')
    .summary('take a table out: units, standings, the roadmap, the log …')
    .description(
      'Writes a table to standard output or to a file: CSV, or what --as or the name of the file says. log without --as is a copy of the whole log that can be verified and taken in elsewhere.',
    )
    .addArgument(new Argument('<what>', 'what').choices([...Object.keys(EXPORTS), ...FILES]))
    .addOption(new Option('--as <format>', 'as what').choices(FORMATS))
    .option(
      '-o, --output <file>',
      'a file to write to; never one that exists; - is standard output',
    )
    .option('-u, --under <unit>', 'a unit and all below it')
    .option('-m, --model <model>', 'of standings, heatmap, distribution, roadmap: this model only')
    .addOption(
      new Option('--by <what>', 'of a heatmap: by models, or by the dimensions of one').choices([
        'models',
        'dimensions',
      ]),
    )
    .option('--kind <kind>', 'of heatmap, distribution, roadmap: units of this kind')
    .option('--tag <tag>', 'of heatmap, distribution, roadmap: units with this tag')
    .addOption(
      new Option('--status <status>', 'of the roadmap: those alone').choices(TARGET_STATUSES),
    );
  return withTimes(command).action(async (what: string, _given: unknown, self: Command) => {
    const { api, terminal, options } = await cli.asking<ExportOptions>(self);
    const output = options.output === '-' ? undefined : options.output;
    const [name = what, named] = what.split('.');
    const format = formatOf(name, named, { as: options.as, output });
    if (format === 'xlsx' && output === undefined && terminal.toScreen) {
      throw new Failure('A workbook cannot be shown here.', EXIT.usage, [
        `Name a file: waymark export ${name} --output ${name}.xlsx`,
      ]);
    }
    const path = format === 'copy' ? '/api/v1/log/export' : `/api/v1/exports/${name}.${format}`;
    const { body } = await api.open(`${path}${queryOf(options)}`);
    if (!body) return;
    const chunks = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    if (output === undefined) {
      for await (const chunk of chunks) await terminal.raw(chunk as Uint8Array);
      return;
    }
    const bytes = await written(chunks, output);
    if (options.json) terminal.json({ what: name, format, file: output, bytes });
    else terminal.note(`${terminal.paint.good('✓')} ${what} is in ${output}`);
  });
}

interface Wished {
  readonly as: string | undefined;
  readonly output: string | undefined;
}

/**
 * As what it is written: as is said, as the file is called, or as usual.
 * @throws Failure where there is no such form, or the file is called as if it were another
 */
function formatOf(name: string, named: string | undefined, { as, output }: Wished): string {
  const there = EXPORTS[name] ?? [];
  const ending = output === undefined ? '' : extname(output).slice(1).toLowerCase();
  // a copy of the log is JSON Lines as well, and holds more than its table
  const copied = name === 'log' && (ending === 'jsonl' || !FORMATS.includes(ending));
  const format = as ?? named ?? (copied || ending === '' ? there[0] : ending) ?? 'csv';
  if (!there.includes(format)) {
    const others = there.filter((one) => one !== 'copy').join(', ');
    throw new Failure(`There is no ${name} as ${format}.`, EXIT.usage, [`There is: ${others}`]);
  }
  if (ending !== '' && ending !== format && format !== 'copy') {
    throw new Failure(`${output} is not called as ${format} is.`, EXIT.usage, [
      `Let it end in .${format}, ${there.includes(ending) ? `or say --as ${ending}` : 'or in nothing'}.`,
    ]);
  }
  return format;
}

function queryOf(options: ExportOptions): string {
  const { under, model, by, kind, tag, status, asOf, knownAt } = options;
  const said = Object.entries({ under, model, by, kind, tag, status, asOf, knownAt }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

/** Writes a new file, or none: what was cut off is taken away. @returns its bytes */
async function written(chunks: Readable, file: string): Promise<number> {
  const to = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(chunks, to);
    return to.bytesWritten;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new Failure(`${file} is there already, and stays as it is.`, EXIT.usage, [
        'Name another file, or take that one away.',
      ]);
    }
    if (!to.pending) await rm(file, { force: true });
    throw new Failure(`${file} could not be written: ${fileFault(error)}.`, EXIT.refused);
  }
}
