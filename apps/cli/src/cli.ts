import { type Command, InvalidArgumentError } from 'commander';
import { Api } from './connection/api.js';
import { chooseProfile } from './connection/profiles.js';
import { withSuggestions } from './connection/suggestions.js';
import type { Terminal } from './terminal.js';

/** Options that every command takes. */
export interface EveryOption {
  readonly json?: boolean;
  readonly profile?: string;
}

/** Options of commands that answer for a pair of times. */
export interface TimeOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** What a command works with. */
export interface Asking<Options> {
  readonly terminal: Terminal;
  readonly api: Api;
  readonly options: Options & EveryOption;
}

/** What all commands share. */
export interface Cli {
  readonly terminal: Terminal;
  /**
   * The server as the options name it.
   *
   * @throws Failure when nobody is signed in
   */
  asking<Options>(command: Command): Promise<Asking<Options>>;
  /** The same fault, with keys that may have been meant where one is not known. */
  explained(fault: unknown): Promise<unknown>;
  /** How the process ends, when it is not with 0. */
  ends(exitCode: 1): void;
}

export function createCli(terminal: Terminal, ends: (exitCode: 1) => void): Cli {
  let api: Api | undefined;
  return {
    terminal,
    ends,
    explained: (fault) => (api ? withSuggestions(api, fault) : Promise.resolve(fault)),
    async asking<Options>(command: Command) {
      const options = command.optsWithGlobals<Options & EveryOption>();
      api = new Api(await chooseProfile(terminal.environment, options.profile));
      return { terminal, options, api };
    },
  };
}

/** `--as-of` and `--known-at`. */
export function withTimes(command: Command): Command {
  return command
    .option('--as-of <date>', 'when it was true: a day or an instant; absent, now')
    .option('--known-at <date>', 'what had been recorded by then; absent, everything');
}

/** A whole number given as an option. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It has to be a whole number above 0.');
  return value;
}

/** A share given as an option. @throws InvalidArgumentError */
export function shareOf(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1))
    throw new InvalidArgumentError('It has to be a number above 0, at most 1.');
  return value;
}

/** An option that may be given several times. */
export const several = (one: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  one,
];
