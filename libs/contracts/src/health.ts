import { z } from 'zod';

export const LiveView = z.object({ status: z.literal('live') });

export const ReadyView = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    parts: z.record(z.string(), z.enum(['ready', 'not-ready'])),
  })
  .meta({ id: 'Readiness', description: 'Names what is not ready.' });
