import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Api } from '../connection/api.js';
import { answered } from './answer.js';
import { LIMIT, MILESTONE, MODEL, TIMES, UNIT } from './inputs.js';

const READS = { readOnlyHint: true, openWorldHint: false };

/** Tools that ask further: what is below, what next, what needs somebody, what if. */
export function addAskingTools(server: McpServer, api: Api): void {
  server.registerTool(
    'rollup',
    {
      title: 'Roll up a subtree',
      description:
        'What a unit and all below it look like. With a model: how many units stand at each stage, the median, who leads and who lags. Without: the parts of the unit in every model.',
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
        'Next steps, the best first, each with its reasons, what it leads to and how long it took others. Of one unit, or of all in sight.',
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
        'Alerts that nobody has settled: a sponsor who left, a stage that was lost, a review overdue. Of a unit and all below it, or of all in sight.',
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
        'How the standings of a unit would change if milestones were achieved or lapsed. Nothing is recorded.',
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
      answered(api, () =>
        api.ask((client) =>
          client.POST('/api/v1/units/{unit}/what-if', { params: { path: { unit } }, body }),
        ),
      ),
  );
}
