import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '#lib/access';
import { Operation } from '../docs/operation.js';
import { authenticate } from '../http/authenticate.js';
import { Metrics } from '../http/metrics.js';
import { Route } from '../http/route.js';

/** Figures for Prometheus. */
@ApiTags('Operations')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly access: Access,
  ) {}

  @Get()
  @Route({ open: true })
  @Operation({
    summary:
      'Figures in the text format of Prometheus; needs a key, or to be asked on this machine',
    answers: { 200: null },
    produces: 'text/plain',
  })
  async figures(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!isLocal(request)) await authenticate(request.headers.authorization, this.access);
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}

/** Asked on this machine, and not handed on by a proxy that runs here. */
function isLocal(request: FastifyRequest): boolean {
  const { headers, ip } = request;
  const handedOn = 'x-forwarded-for' in headers || 'forwarded' in headers || 'via' in headers;
  return !handedOn && (ip === '::1' || /^(::ffff:)?127\./.test(ip));
}
