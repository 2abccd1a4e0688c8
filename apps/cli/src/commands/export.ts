import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command } from 'commander';
import type { Cli } from '../cli.js';

/** What can be taken out, and where it lies. */
const EXPORTS = {
  log: '/api/v1/log/export',
  'roadmap.ics': '/api/v1/exports/roadmap.ics',
  'audit.jsonl': '/api/v1/exports/audit.jsonl',
} as const;

interface ExportOptions {
  readonly output?: string;
  readonly under?: string;
}

/** `waymark export <what>` */
export function exportCommand(cli: Cli): Command {
  return new Command('export')
    .summary('take something out: the log, the roadmap')
    .description(
      'Writes to standard output, or to a file: the whole log as JSON Lines, the roadmap as a calendar, the audit trail.',
    )
    .addArgument(new Argument('<what>', 'what').choices(Object.keys(EXPORTS)))
    .option('-o, --output <file>', 'a file to write to; never one that exists')
    .option('-u, --under <unit>', 'with roadmap.ics: a unit and all below it')
    .action(async (what: keyof typeof EXPORTS, _given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<ExportOptions>(self);
      const query = options.under ? `?under=${encodeURIComponent(options.under)}` : '';
      const { body } = await api.open(`${EXPORTS[what]}${query}`);
      if (!body) return;
      const chunks = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
      if (options.output === undefined) {
        for await (const chunk of chunks) await terminal.raw(chunk as Uint8Array);
        return;
      }
      await pipeline(chunks, createWriteStream(options.output, { flags: 'wx', mode: 0o600 }));
      terminal.note(`${terminal.paint.good('✓')} ${what} is in ${options.output}`);
    });
}
