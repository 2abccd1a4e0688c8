import { Argument, Command } from 'commander';
import type { Cli } from '../cli.js';
import { cachedKeys } from '../completion/cached-keys.js';
import { type Candidate, nextOf } from '../completion/candidates.js';
import { SCRIPTS, type Shell, SHELLS } from '../completion/scripts.js';
import { Api } from '../connection/api.js';
import type { KeyKind } from '../connection/speech.js';
import { chooseProfile } from '../connection/profiles.js';

/** `waymark completion <shell>` */
export function completionCommand(cli: Cli): Command {
  return new Command('completion')
    .summary('let your shell complete commands, units and milestones')
    .description(
      'Prints what a shell reads to complete commands, options, and keys of units, milestones and models. Its first line says where to put it.',
    )
    .addArgument(new Argument('<shell>', 'which').choices([...SHELLS]))
    .action((shell: Shell) => cli.terminal.raw(SCRIPTS[shell]));
}

/** What shells call: prints what may stand where the last word is, a line each. */
export function completingCommand(cli: Cli, program: Command): Command {
  return new Command('__complete')
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const current = words.at(-1) ?? '';
      const { words: known, keys } = nextOf(program, words.length > 0 ? words : ['']);
      const inline = /^(--[a-z-]+=)/.exec(current)?.[1] ?? '';
      const asked = keys ? await keysFor(cli, keys, words).catch(() => []) : [];
      const fitting = [...known, ...asked]
        .map(({ word, means }) => ({ word: inline + word, means }))
        .filter(({ word }) => word.startsWith(current));
      cli.terminal.say(...fitting.map(({ word, means }) => `${word}\t${means}`));
    });
}

async function keysFor(
  { terminal }: Cli,
  kind: KeyKind,
  words: readonly string[],
): Promise<readonly Candidate[]> {
  const { environment } = terminal;
  const at = words.indexOf('--profile');
  const api = new Api(await chooseProfile(environment, at >= 0 ? words[at + 1] : undefined));
  const keys = await cachedKeys(api, kind, environment);
  return keys.map(({ key, title }) => ({ word: key, means: title }));
}
