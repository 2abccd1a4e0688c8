import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Wakeups } from '#lib/recording';

/** Where the queue board lies. */
export const QUEUE_BOARD = '/queues';

/** Serves the board of all queues; they carry the wake-ups of every program. */
export async function serveQueueBoard(
  app: NestFastifyApplication,
  { queues }: Wakeups,
): Promise<void> {
  const board = new FastifyAdapter().setBasePath(QUEUE_BOARD);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue)),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Waymark', hideRedisDetails: true } },
  });
  // the queue is away: its own words tell too much
  board.setErrorHandler(() => ({
    status: 500,
    body: { error: 'The queues cannot be read now. Try again in a moment.' },
  }));
  await app.register(board.registerPlugin() as never, { prefix: QUEUE_BOARD } as never);
}
