import { randomUUID } from 'node:crypto';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Api } from '../connection/api.js';
import { answered } from './answer.js';
import { MILESTONE, UNIT } from './inputs.js';

/** The tool that writes; offered to keys that may. */
export function addRecordingTool(server: McpServer, api: Api): void {
  server.registerTool(
    'record',
    {
      title: 'Record a milestone',
      description:
        'Records that a milestone of a unit was achieved, or with lapsed: true that it no longer holds. It goes into the log for good, in the name of the key; ask the person first, and name unit, milestone and date. preview: true only shows what would change.',
      inputSchema: {
        unit: UNIT,
        milestone: MILESTONE,
        occurredAt: z
          .string()
          .max(40)
          .describe(
            'When it happened: a day, a month (2026-10), a quarter (2026-Q4) or a year; not in the future',
          ),
        lapsed: z.boolean().default(false),
        note: z
          .string()
          .max(2_000)
          .optional()
          .describe('What there is to say about it; with lapsed, why'),
        evidence: z
          .array(z.object({ title: z.string().max(200), url: z.url().max(2_000) }))
          .max(20)
          .optional(),
        preview: z.boolean().default(false),
      },
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    },
    ({ unit, milestone, occurredAt, lapsed, note, evidence, preview }) =>
      answered(api, () => {
        const params = {
          path: { unit },
          query: preview ? { preview: 'true' as const } : {},
          header: { 'idempotency-key': randomUUID() },
        };
        return api.ask((client) =>
          lapsed
            ? client.POST('/api/v1/units/{unit}/lapses', {
                params,
                body: { milestone, occurredAt, ...(note ? { reason: note } : {}) },
              })
            : client.POST('/api/v1/units/{unit}/milestones', {
                params,
                body: { milestone, occurredAt, note, evidence },
              }),
        );
      }),
  );
}
