import { z } from 'zod';

/** One fault of a request: where it is and what to do about it. */
export const ProblemDetail = z.object({
  pointer: z.string().meta({
    description:
      'A JSON pointer into the body, or `?name`, `header:name` and `{name}` for other parts.',
  }),
  message: z.string(),
  line: z.number().int().min(1).optional(),
  column: z.number().int().min(1).optional(),
  file: z.string().optional().meta({ description: 'Which file, where several were sent.' }),
});

/** RFC 9457 problem details. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(ProblemDetail).optional(),
    offer: z
      .object({
        method: z.literal('PUT'),
        path: z.string(),
        body: z.record(z.string(), z.unknown()),
      })
      .optional()
      .meta({
        description:
          'A request that would be taken instead: a milestone that lies in the future can be planned as a target.',
      }),
    version: z
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The version the unit is at, when If-Match was stale.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

export type Problem = z.infer<typeof Problem>;
export type ProblemDetail = z.infer<typeof ProblemDetail>;
