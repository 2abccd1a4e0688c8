import { CommanderError } from 'commander';
import { createCli } from './cli.js';
import { EXIT, Failure } from './failure.js';
import { createProgram } from './program.js';
import { type Terminal, terminalOf } from './terminal.js';

/** Reads the command line and does what it says. @returns how the process ends */
export async function run(process: NodeJS.Process, version: string): Promise<number> {
  const arguments_ = process.argv.slice(2);
  const terminal = terminalOf(process, arguments_);
  let exitCode: number = EXIT.fine;
  const cli = createCli(terminal, (code) => {
    exitCode = code;
  });
  try {
    await createProgram(cli, version).parseAsync(arguments_, { from: 'user' });
    return exitCode;
  } catch (error) {
    return failed(terminal, await cli.explained(error));
  }
}

function failed({ note, paint }: Terminal, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof Failure) {
    note(`${paint.bad('✗')} ${error.message}`, ...error.hints.map((hint) => `  ${hint}`));
    return error.exitCode;
  }
  throw error;
}
