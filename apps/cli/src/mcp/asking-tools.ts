import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Api } from '../connection/api.js';
import { EXIT, Failure } from '../failure.js';
import { answered } from './answer.js';
import {
  CURSOR,
  dayOf,
  inputs,
  LIMIT,
  MILESTONE,
  MODEL,
  OCCURRED_AT,
  ON,
  TIMES,
  UNIT,
} from './inputs.js';
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
      inputSchema: inputs({
        unit: UNIT,
        model: MODEL.optional(),
        kind: z.string().max(64).optional().describe('Units of a kind alone: country'),
        tag: z.string().max(64).optional(),
        ...TIMES,
      }),
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
      inputSchema: inputs({ unit: UNIT.optional(), limit: LIMIT, cursor: CURSOR }),
      annotations: READS,
    },
    ({ unit, ...query }) =>
      answered(api, () =>
        api.ask((client) =>
          unit === undefined
            ? client.GET('/api/v1/recommendations', { params: { query } })
            : client.GET('/api/v1/units/{unit}/recommendations', {
                params: { path: { unit }, query },
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
      inputSchema: inputs({
        under: UNIT.optional().describe('A unit and all below it'),
        severity: z.enum(['critical', 'warning', 'info']).optional(),
        limit: LIMIT,
        cursor: CURSOR,
      }),
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
    on: ON.describe('The day it happens; may lie in the future; left out: now'),
    occurredAt: OCCURRED_AT,
  };
  server.registerTool(
    'what_if',
    {
      title: 'What if',
      description:
        'How the stages of one unit would change if milestones were achieved or lapsed, now or on a day to come. Several count together. Nothing is recorded. Answers `changes`, a line for each model that moves, and `standings` as they would be, with what would then be missing.',
      inputSchema: inputs({
        unit: UNIT,
        achieve: z
          .array(inputs({ ...supposed, degree: z.number().gt(0).max(1).optional() }))
          .max(50)
          .default([]),
        lapse: z.array(inputs(supposed)).max(50).default([]),
      }),
      annotations: READS,
    },
    ({ unit, achieve, lapse }) =>
      answered(api, async () => {
        const body = { achieve: achieve.map(dated), lapse: lapse.map(dated) };
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

/** What is supposed, its day by the name that the server has for it. */
function dated<
  Supposed extends { readonly on?: string | undefined; readonly occurredAt?: string | undefined },
>({ on, occurredAt, ...rest }: Supposed) {
  const day = dayOf({ on, occurredAt });
  return { ...rest, ...(day === undefined ? {} : { on: day }) };
}
