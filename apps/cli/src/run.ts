import { CommanderError } from 'commander';
import { createCli } from './cli.js';
import { Refusal } from './connection/problem-words.js';
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
    return failed(terminal, await cli.explained(error), arguments_.includes('--json'));
  }
}

function failed({ note, paint }: Terminal, error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof Failure) {
    const { message, hints, exitCode } = error;
    const problem = error instanceof Refusal ? { problem: error.problem } : {};
    if (json) note(JSON.stringify({ message, hints, exitCode, ...problem }));
    else note(`${paint.bad('✗')} ${message}`, ...hints.map((hint) => `  ${hint}`));
    return exitCode;
  }
  throw error;
}
