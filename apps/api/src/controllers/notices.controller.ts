import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { listOf, NoticesQuery, NoticeView } from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { type Notice, Notices } from '#lib/integrations';
import { Operation } from '../docs/operation.js';
import { pageOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { ProgramOf } from '../http/parameters.js';

/** The latest first, in an order of texts. */
const orderOf = ({ since, id }: Notice) =>
  `${String(Number.MAX_SAFE_INTEGER - since).padStart(16, '0')} ${id}`;

/** What needs a person between a program and other systems. */
@ApiTags('Integrations')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Operation({
    summary: 'The notices that stand, the latest first',
    answers: { 200: listOf(NoticeView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: NoticesQuery }) page: z.output<typeof NoticesQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const notices = await this.notices.list(program);
    return pageOf(
      notices.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
      page,
      orderOf,
      ({ since, ...notice }) => ({ ...notice, since: instantText(since) }),
    );
  }
}
