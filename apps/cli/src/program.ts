import { Command } from 'commander';
import type { Cli } from './cli.js';
import { adviceCommand } from './commands/advice.js';
import { alertsCommand } from './commands/alerts.js';
import { completingCommand, completionCommand } from './commands/completion.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { historyCommand } from './commands/history.js';
import { logCommand } from './commands/log.js';
import { loginCommand, logoutCommand, profilesCommand } from './commands/login.js';
import { mcpCommand } from './commands/mcp.js';
import { modelsCommand } from './commands/models.js';
import { roadmapCommand } from './commands/roadmap.js';
import { rollupCommand } from './commands/rollup.js';
import { correctCommand } from './commands/straight/correct.js';
import { retractCommand } from './commands/straight/retract.js';
import { statusCommand } from './commands/status.js';
import { unitsCommand } from './commands/units.js';
import { verifyCommand } from './commands/verify.js';
import { watchCommand } from './commands/watch.js';
import { whatIfCommand } from './commands/what-if.js';

/** All commands. */
export function createProgram(cli: Cli, version: string): Command {
  const program = new Command('waymark')
    .description('Where your units stand on their maturity models, and what moves them on.')
    .version(version, '-V, --version')
    .option('--json', 'the answer as JSON, for machines')
    .option('--no-color', 'plain text')
    .option('--profile <name>', 'who asks, of those that waymark login keeps')
    .helpOption('-h, --help', 'how it is used')
    .helpCommand('help [command]', 'how a command is used')
    .showHelpAfterError('Add --help to see how it is used.')
    .configureHelp({ showGlobalOptions: true });
  program.exitOverride().configureOutput({ writeErr: (text) => cli.terminal.note(text.trimEnd()) });
  for (const [title, commands] of groups(cli)) {
    program.commandsGroup(title);
    for (const command of commands) program.addCommand(inheriting(command, program));
  }
  program.addCommand(inheriting(completingCommand(cli, program), program), { hidden: true });
  return program;
}

/** Gives what all commands share to one and those below it. */
function inheriting(command: Command, from: Command): Command {
  command.copyInheritedSettings(from);
  for (const below of command.commands) inheriting(below, command);
  return command;
}

/** Commands by what they are for. */
function groups(cli: Cli): readonly (readonly [string, readonly Command[]])[] {
  return [
    [
      'Look:',
      [
        statusCommand(cli),
        unitsCommand(cli),
        historyCommand(cli),
        rollupCommand(cli),
        roadmapCommand(cli),
        alertsCommand(cli),
        adviceCommand(cli),
        watchCommand(cli),
      ],
    ],
    [
      'Record and try out:',
      [
        logCommand(cli),
        correctCommand(cli),
        retractCommand(cli),
        whatIfCommand(cli),
        modelsCommand(cli),
      ],
    ],
    ['Bring in, take out and check:', [importCommand(cli), exportCommand(cli), verifyCommand(cli)]],
    [
      'Set up:',
      [
        loginCommand(cli),
        logoutCommand(cli),
        profilesCommand(cli),
        completionCommand(cli),
        mcpCommand(cli),
      ],
    ],
  ];
}
