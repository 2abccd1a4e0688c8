import { randomUUID } from 'node:crypto';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Api } from '../connection/api.js';
import { titlesOf } from '../connection/keys.js';
import { EXIT, Failure } from '../failure.js';
import { datesIn } from '../text/dates.js';
import { factText } from '../words/facts.js';
import { answered } from './answer.js';
import { dayOf, inputs, MILESTONE, OCCURRED_AT, ON, UNIT } from './inputs.js';
import { compared } from './standing-words.js';

const DATES = datesIn('en-GB');

/** The tool that writes; offered to keys that may. */
export function addRecordingTool(server: McpServer, api: Api): void {
  server.registerTool(
    'record',
    {
      title: 'Record a milestone',
      description:
        'Records that a milestone of a unit was achieved, or with lapsed: true that it no longer holds. It goes into the log for good, in the name of the key: look at it with preview: true, tell the person unit, milestone, date and what changes, and record only when they agree. Answers `says`, what was recorded and under which number, `changes`, a line for each model that moved, and `standings` after it. For what has not happened yet, use what_if.',
      inputSchema: inputs({
        unit: UNIT,
        milestone: MILESTONE,
        on: ON.describe(
          'Must be there. When it happened: a day, a month (2026-10), a quarter (2026-Q4) or a year; not in the future',
        ),
        occurredAt: OCCURRED_AT,
        lapsed: z.boolean().default(false),
        note: z
          .string()
          .max(2_000)
          .optional()
          .describe('What there is to say about it; with lapsed, why'),
        evidence: z
          .array(inputs({ title: z.string().max(200), url: z.url().max(2_000) }))
          .max(20)
          .optional(),
        preview: z.boolean().default(false),
      }),
      annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    },
    ({ unit, milestone, lapsed, note, evidence, preview, ...given }) =>
      answered(api, async () => {
        const occurredAt = dayOf(given);
        if (occurredAt === undefined) {
          throw new Failure('When it happened is missing.', EXIT.usage, ['Give its day: on.']);
        }
        const path = { unit };
        const ask = (first: boolean) => {
          const params = first
            ? { path, query: { preview: 'true' as const } }
            : { path, header: { 'idempotency-key': randomUUID() } };
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
        };
        const looked = await ask(true);
        if (!('before' in looked)) throw new Error('a preview has two sides');
        const { before } = looked;
        if (preview) {
          const says = 'Nothing is recorded; it would change what follows.';
          return { unit, recorded: false, says, ...(await compared(api, before, looked.after)) };
        }
        const answer = await ask(false);
        if (!('event' in answer)) throw new Error('what was not previewed is recorded');
        const { event, standings } = answer;
        const titles = await titlesOf(api);
        const what = factText(event, titles, DATES);
        const says = `Recorded as event ${event.position}: ${what}, at ${unit}, ${DATES.given(event.occurredAt)}.`;
        return { unit, recorded: true, says, event, ...(await compared(api, before, standings)) };
      }),
  );
}
