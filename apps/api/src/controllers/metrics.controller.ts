import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '#lib/access';
import { Operation } from '../docs/operation.js';
import { authenticateKey } from '../http/guard/authenticate.js';
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
    if (!isLocal(request)) await authenticateKey(request.headers.authorization, this.access);
    reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}

const HANDED_ON = /^(x-forwarded-.*|x-real-ip|forwarded|via)$/;

/** Asked on this machine, and not handed on by a proxy that runs here. */
function isLocal({ headers, socket }: FastifyRequest): boolean {
  if (Object.keys(headers).some((name) => HANDED_ON.test(name))) return false;
  const address = socket.remoteAddress ?? '';
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
