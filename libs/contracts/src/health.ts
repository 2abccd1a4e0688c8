import { z } from 'zod';

export const LiveView = z.object({ status: z.literal('live') });

export const ReadyView = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    notReady: z.record(z.string(), z.string()).meta({ description: 'What is not ready, and why.' }),
  })
  .meta({ id: 'Readiness', description: 'Names what is not ready.' });
