import { Command } from 'commander';
import type { Cli } from '../cli.js';

/** `waymark mcp` */
export function mcpCommand(cli: Cli): Command {
  return new Command('mcp')
    .summary('serve an assistant (Model Context Protocol)')
    .description(
      'Serves an assistant over standard input and output: it may read standings, ask why, what is below, what to do next and what if; and record, when the key may. It is started by the assistant, not by hand.',
    )
    .addHelpText(
      'after',
      '\nIn the configuration of an assistant:\n  { "mcpServers": { "waymark": { "command": "waymark", "args": ["mcp"] } } }',
    )
    .action(async (_given: unknown, self: Command) => {
      const { api } = await cli.asking<object>(self);
      // read only when it is needed: it weighs more than all else together
      const { serve } = await import('../mcp/serve.js');
      await serve(api, self.parent?.version() ?? '');
    });
}
