import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import type { Problem, Schemas } from '#lib/client';
import type { Cli } from '../cli.js';
import type { Api } from '../connection/api.js';
import { Refusal } from '../connection/problem-words.js';
import { EXIT, Failure } from '../failure.js';
import { faultLines } from '../words/faults.js';
import { fileFault } from '../text/file-fault.js';

type Faults = NonNullable<Problem['errors']>;

interface Checked {
  readonly file: string;
  readonly ok: boolean;
  readonly model?: string;
  readonly version?: number;
  readonly faults: Faults;
}

/** `waymark models check <file…>` */
export function checkCommand(cli: Cli): Command {
  return new Command('check')
    .summary('whether files of models are right; nothing is added')
    .description(
      'Checks YAML files of models against the format and the program’s dictionary of milestones. Nothing is added. Ends with 1 when one has faults.',
    )
    .argument('<file...>', 'YAML files; - reads standard input')
    .action(async (files: readonly string[], _given: unknown, self: Command) => {
      const { api, terminal, options } = await cli.asking<object>(self);
      const checked: Checked[] = [];
      for (const file of files) checked.push(await check(api, file));
      if (checked.some(({ ok }) => !ok)) cli.ends(EXIT.refused);
      if (options.json) return terminal.json({ items: checked });
      const { paint, say } = terminal;
      for (const { file, ok, model, version, faults } of checked) {
        if (ok) {
          say(
            `${paint.good('✓')} ${file}: ${paint.title(model ?? '')}, version ${version}, has no faults`,
          );
          continue;
        }
        say(
          `${paint.bad('✗')} ${paint.title(file)}: ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`,
        );
        say(...faultLines(terminal, file, faults));
      }
      return undefined;
    });
}

async function check(api: Api, file: string): Promise<Checked> {
  const yaml = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Failure(`${file} cannot be read: ${fileFault(error)}.`, EXIT.usage);
    },
  );
  const request = { method: 'POST', headers: { 'content-type': 'application/yaml' }, body: yaml };
  try {
    const response = await api.open('/api/v1/models?dryRun=true', request);
    const { model, version } = (await response.json()) as Schemas['AddedModel'];
    return { file, ok: true, model, version, faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.status !== 422) throw error;
    const { errors, detail } = error.problem;
    return { file, ok: false, faults: errors ?? [{ pointer: '', message: detail }] };
  }
}
