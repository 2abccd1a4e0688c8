import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Api } from '../connection/api.js';
import { ASSISTANT_SPEECH } from '../connection/speech.js';
import { addAskingTools } from './asking-tools.js';
import { addReadingTools } from './reading-tools.js';
import { addRecordingTool } from './recording-tool.js';
import { untilAnswered } from './until-answered.js';

/**
 * Serves one assistant over standard input and output, until it hangs up; what it asked before is answered.
 *
 * @throws Failure when the server does not know the key
 */
export async function serve(signedIn: Api, version: string): Promise<void> {
  const session = await signedIn.ask((client) => client.GET('/api/v1/session'));
  const api = signedIn.speaking(ASSISTANT_SPEECH);
  const server = new McpServer(
    { name: 'waymark', title: 'Waymark', version },
    {
      instructions: `Where the units of "${session.programName ?? session.program}" stand on maturity models, as dated facts with their proof. Units, milestones and models have keys: look them up with find_units and find_milestones before you use one. Each answer holds as of a day (asOf) and for what was known by then (knownAt). Name dates and facts when you explain; never guess a stage.`,
    },
  );
  addReadingTools(server, api);
  addAskingTools(server, api);
  if (session.permissions.includes('emit')) addRecordingTool(server, api);
  const transport = new StdioServerTransport();
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(transport);
  const answers = untilAnswered(transport);
  await ended;
  await answers();
  await server.close();
}
