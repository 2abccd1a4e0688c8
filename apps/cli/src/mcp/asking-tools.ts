import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Api } from '../connection/api.js';
import { EXIT, Failure } from '../failure.js';
import { answered } from './answer.js';
import { LIMIT, MILESTONE, MODEL, TIMES, UNIT } from './inputs.js';
import { compared } from './standing-words.js';

const READS = { readOnlyHint: true, openWorldHint: false };

/** Tools that ask further: what is below, what next, what needs somebody, what if. */
export function addAskingTools(server: McpServer, api: Api): void {
  server.registerTool(
    'rollup',
    {
      title: 'Roll up a subtree',
      description:
        'How a unit and all units below it do together: for questions about a region, a group or the whole organisation, about who leads and who lags. With a model: how many units stand at each stage, the median, those ahead and those behind. Without: the parts of the unit in every model, side by side. For one unit by itself, and for why, use explain.',
      inputSchema: {
        unit: UNIT,
        model: MODEL.optional(),
        kind: z.string().max(64).optional().describe('Units of a kind alone: country'),
        tag: z.string().max(64).optional(),
        ...TIMES,
      },
      annotations: READS,
    },
    ({ unit, model, ...filters }) =>
      answered(api, async () => {
        const path = { unit };
        return model === undefined
          ? api.ask((client) =>
              client.GET('/api/v1/rollups/{unit}/heatmap', { params: { path, query: filters } }),
            )
          : api.ask((client) =>
              client.GET('/api/v1/rollups/{unit}', {
                params: { path, query: { ...filters, model } },
              }),
            );
      }),
  );
  server.registerTool(
    'recommendations',
    {
      title: 'What to do next',
      description:
        'What to do next: next steps, the best first, each with its reasons, the stage it leads to and how many days it took others. Of one unit, or without a unit of all in sight. To see what a certain step would change, use what_if.',
      inputSchema: { unit: UNIT.optional(), limit: LIMIT },
      annotations: READS,
    },
    ({ unit, limit }) =>
      answered(api, () =>
        api.ask((client) =>
          unit === undefined
            ? client.GET('/api/v1/recommendations', { params: { query: { limit } } })
            : client.GET('/api/v1/units/{unit}/recommendations', {
                params: { path: { unit }, query: { limit } },
              }),
        ),
      ),
  );
  server.registerTool(
    'alerts',
    {
      title: 'What needs a person',
      description:
        'What is wrong or overdue now and needs a person: a stage that was lost, a sponsor who left, a fact that is to be looked at again. Only what nobody has settled. Of a unit and all below it, or without a unit of all in sight.',
      inputSchema: {
        under: UNIT.optional().describe('A unit and all below it'),
        severity: z.enum(['critical', 'warning', 'info']).optional(),
        limit: LIMIT,
      },
      annotations: READS,
    },
    (query) =>
      answered(api, () =>
        api.ask((client) =>
          client.GET('/api/v1/alerts', { params: { query: { ...query, settled: 'false' } } }),
        ),
      ),
  );
  const supposed = {
    milestone: MILESTONE,
    on: z.string().max(40).optional().describe('May lie in the future; left out: now'),
  };
  server.registerTool(
    'what_if',
    {
      title: 'What if',
      description:
        'How the stages of one unit would change if milestones were achieved or lapsed, now or on a day to come. Several count together. Nothing is recorded. Answers `changes`, a line for each model that moves, and `standings` as they would be, with what would then be missing.',
      inputSchema: {
        unit: UNIT,
        achieve: z
          .array(z.object({ ...supposed, degree: z.number().gt(0).max(1).optional() }))
          .max(50)
          .default([]),
        lapse: z.array(z.object(supposed)).max(50).default([]),
      },
      annotations: READS,
    },
    ({ unit, ...body }) =>
      answered(api, async () => {
        if (body.achieve.length + body.lapse.length === 0) {
          throw new Failure('Nothing is supposed.', EXIT.usage, [
            'Name at least one milestone in achieve or lapse.',
          ]);
        }
        const { before, after } = await api.ask((client) =>
          client.POST('/api/v1/units/{unit}/what-if', { params: { path: { unit } }, body }),
        );
        return { unit, recorded: false, ...(await compared(api, before, after)) };
      }),
  );
}
