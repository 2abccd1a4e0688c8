import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReceivedView, WebhookBody } from '#lib/contracts';
import { type Arrival, Receiver, SOAP_ACKNOWLEDGEMENT } from '#lib/integrations';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { JSON_TYPE, XML_TYPES } from '../http/content-types.js';
import { FORM_TYPE } from '../http/forms.js';
import { HttpProblem } from '../http/http-problem.js';
import { AnySource } from '../http/parameters.js';
import { LIMITS, Route } from '../http/route.js';

/** Where tools send what happened. */
@ApiTags('Integrations')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(private readonly receiver: Receiver) {}

  @Post(':source')
  @HttpCode(202)
  @Route({
    open: true,
    raw: true,
    consumes: [JSON_TYPE, FORM_TYPE, ...XML_TYPES],
    bodyLimit: LIMITS.webhook,
  })
  @ApiConsumes(JSON_TYPE)
  @ApiBody({ standardSchema: WebhookBody } as never)
  @Operation({
    summary: 'A delivery of a tool, without a key',
    description:
      'It is kept at once and worked off right after. The source is the one of that name whose proof of origin holds, in whichever program; docs/sources.md tells what each tool proves it by. Salesforce is answered with 200 and the acknowledgement it wants.',
    answers: { 202: ReceivedView },
    refuses: [413, 415],
    headers: ['x-waymark-token'],
    example: EXAMPLES.delivery,
  })
  async take(
    @AnySource() name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!Buffer.isBuffer(body)) throw new HttpProblem('malformed', 'There is no body.');
    const { kind, delivery, status } = await this.receiver.receive(name, arrivalOf(request, body));
    if (kind !== 'salesforce') return { delivery, status };
    reply.status(200).header('content-type', 'text/xml; charset=utf-8');
    return SOAP_ACKNOWLEDGEMENT;
  }
}

function arrivalOf({ headers, query }: FastifyRequest, body: Buffer): Omit<Arrival, 'at'> {
  return { headers: single(headers), query: single(query), body };
}

/** What was given once; of what was given twice, nobody could say which counts. */
function single(given: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(given as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}
