import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type ErasureRequest, Erasures, type ErasureWish } from '#lib/access';
import {
  Erase,
  ErasedView,
  ErasurePreview,
  ErasureView,
  Id,
  ListQuery,
  listOf,
  PreviewFlag,
  Report,
  ReportView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { HttpProblem } from '../http/http-problem.js';
import { instantText } from '../http/instants.js';
import { ProgramOf } from '../http/parameters.js';

/** Erasing what people wrote and what identifies them. */
@ApiTags('Erasures')
@Controller('api/v1/erasures')
export class ErasuresController {
  constructor(private readonly erasures: Erasures) {}

  @Post()
  @Operation({
    summary: 'Erases what somebody wrote and what identifies them, for good',
    description:
      'The keys under which their texts are sealed are destroyed; `[erased]` stands in their place, and the log still verifies. Their account, sessions and keys end at once. With `preview=true` nothing is changed.',
    answers: { 200: ErasurePreview, 201: ErasedView },
    refuses: [403, 404, 409, 413, 415, 422, 503],
    example: EXAMPLES.erase,
  })
  async erase(
    @Body({ schema: Erase }) body: z.output<typeof Erase>,
    @Query({ schema: PreviewFlag }) { preview }: z.output<typeof PreviewFlag>,
    @ProgramOf() program: ProgramId,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wish = wishOf(body);
    if (preview) {
      void reply.status(200);
      return this.erasures.preview(program, wish);
    }
    const request = { ...askedIn(asked), reason: body.reason };
    const erased = await this.erasures.erase(program, wish, request);
    return { ...erased, erasedAt: instantText(erased.erasedAt) };
  }

  @Post('report')
  @HttpCode(200)
  @Operation({
    summary: 'What the log holds of somebody, for an answer to their request',
    description: 'The texts that an erasure would destroy, page by page. Changes nothing.',
    answers: { 200: ReportView },
    refuses: [403, 413, 415, 422],
    example: EXAMPLES.report,
  })
  report(
    @Body({ schema: Report }) body: z.output<typeof Report>,
    @ProgramOf() program: ProgramId,
    @Req() request: FastifyRequest,
  ) {
    return this.erasures.report(program, wishOf(body), body.after, askedIn(request));
  }

  @Get()
  @Operation({
    summary: 'Erasures of the program, the last first',
    answers: { 200: listOf(ErasureView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const before = placeOf(cursor, (place) => Id.safeParse(place).success);
    const found = await this.erasures.list(program, { before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    const items = shown.map((entry) => ({ ...entry, erasedAt: instantText(entry.erasedAt) }));
    return { items, next: cursorOf(next) };
  }
}

function askedIn({ caller, ip }: FastifyRequest): ErasureRequest {
  if (!caller) throw new HttpProblem('unauthenticated', 'Sign in, or send a key.');
  const { kind, id, serverAdministrator } = caller;
  return { actor: { kind, id }, serverAdministrator, from: ip };
}

function wishOf({
  email,
  person,
  key,
}: Pick<z.output<typeof Report>, 'email' | 'person' | 'key'>): ErasureWish {
  if (email !== undefined) return { email };
  return person === undefined ? { key: key as string } : { person };
}
