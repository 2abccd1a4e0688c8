import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LiveView, ReadyView } from '#lib/contracts';
import { readiness } from '#lib/platform';
import { RECORDS, type Records } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { Route } from '../http/route.js';

/** For those who watch the process; no key is needed. */
@ApiTags('Operations')
@Controller('health')
export class HealthController {
  constructor(@Inject(RECORDS) private readonly records: Records) {}

  @Get('live')
  @Route({ open: true })
  @Operation({ summary: 'The process answers', answers: { 200: LiveView } })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Route({ open: true })
  @Operation({
    summary: 'The process can serve; names what is not ready',
    answers: { 200: ReadyView, 503: ReadyView },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { ready, notReady } = await readiness(this.records.foundation);
    reply.header('cache-control', 'no-store');
    if (ready) return { status: 'ready', notReady };
    reply.status(503).header('retry-after', '2');
    return { status: 'not-ready', notReady };
  }
}
