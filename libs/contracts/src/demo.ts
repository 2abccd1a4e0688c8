import { z } from 'zod';

const Events = z.int().min(0);

export const DemoView = z
  .object({
    state: z.enum(['absent', 'loading', 'ready', 'taken']).meta({
      description:
        '`absent`: not loaded, or not to its end; `taken`: another program has its name, and the demo cannot be loaded.',
    }),
    done: Events.optional().meta({
      description: 'Events loaded by now; with `absent`, those that a loading before left.',
    }),
    of: Events.optional().meta({ description: 'How many there are in all.' }),
  })
  .meta({ id: 'Demo' });
