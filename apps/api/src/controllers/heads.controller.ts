import { Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { AuditTrail } from '#lib/access';
import { ListQuery, SignedHeadsView, SignedHeadView, SigningKeysView } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { pemOf } from '#lib/event-log';
import { RECORDS, type Records } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { ProgramOf } from '../http/parameters.js';
import { Route } from '../http/route.js';

/** Signed heads of the log: what proves later that nothing was changed before. */
@ApiTags('Log')
@Controller('api/v1/log')
export class HeadsController {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly audit: AuditTrail,
  ) {}

  @Get('heads')
  @Operation({
    summary: 'The signed heads of the log, newest first',
    description: 'Keep one elsewhere: it proves later that nothing before it was changed.',
    answers: { 200: SignedHeadsView },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const place = placeOf(cursor, (text) => /^[1-9]\d{0,14}$/.test(text));
    const below = place === undefined ? undefined : Number(place);
    const found = await this.records.heads.list(program, { below, limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items[items.length - 1] : undefined;
    return { items, next: cursorOf(last ? String(last.number) : null) };
  }

  @Post('heads')
  @Operation({
    summary: 'Signs the head of the log now',
    description:
      'Heads are signed every hour and with every export as well. A head that is signed already is answered again, with 200.',
    answers: { 200: SignedHeadView, 201: SignedHeadView },
    refuses: [403, 409],
  })
  async sign(
    @ProgramOf() program: ProgramId,
    @Acting() acting: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { head, made } = await this.records.heads.sign(program);
    const about = { number: head.number, position: head.position };
    if (made)
      await this.audit.note(program, { action: 'head.signed', outcome: 'done', about, ...acting });
    reply.status(made ? 201 : 200);
    return head;
  }

  @Get('signing-keys')
  @Route({ open: true })
  @Operation({
    summary: 'The public keys that heads are signed with, the present one first',
    description:
      'Needs no key. Whoever relies on them makes sure of them by another way too: by telephone, say.',
    answers: { 200: SigningKeysView },
  })
  keys() {
    const { present, trusted, changes } = this.records.heads.keys;
    const former = trusted.all.filter(({ keyId }) => keyId !== present.keyId).toReversed();
    const items = [present, ...former].map((key, index) => ({
      ...key,
      pem: pemOf(key),
      current: index === 0,
    }));
    return { items, changes };
  }
}
