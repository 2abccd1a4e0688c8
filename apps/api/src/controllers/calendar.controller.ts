import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type CalendarLink, CalendarLinks } from '#lib/access';
import {
  CalendarLinkView,
  CalendarQuery,
  CalendarToken,
  CreateCalendarLink,
  Id,
  ListQuery,
  listOf,
  NewCalendarLink,
} from '#lib/contracts';
import type { ProgramId, UnitKey } from '#lib/domain';
import { RoadmapDatesQuery, UnitQuery, UnknownUnit, type Viewer, wholeOf } from '#lib/projections';
import { type By, Recorder, viewerOf } from '#lib/recording';
import { roadmapCalendar } from '../calendar/roadmap-calendar.js';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { taggedByContent } from '../http/content-tags.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { HttpProblem } from '../http/http-problem.js';
import { instantText } from '../http/instants.js';
import { CalendarLinkOf, Requested, ViewerOf } from '../http/parameters.js';
import { Noted } from '../http/noted.js';
import { Route } from '../http/route.js';

/** Due dates for calendar clients. */
@ApiTags('Roadmap')
@Controller('api/v1')
export class CalendarController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly queries: QueryBus,
    private readonly recorder: Recorder,
  ) {}

  @Get('exports/roadmap.ics')
  @Operation({
    summary: 'The due dates of a roadmap as an iCalendar file',
    description:
      'An all-day event for each target with a date, on the last day of a month, quarter or year.',
    answers: { 200: null },
    produces: 'text/calendar',
    refuses: [404, 422],
    example: EXAMPLES.calendar,
  })
  export(
    @Query({ schema: CalendarQuery }) { under }: z.output<typeof CalendarQuery>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.send(request, reply, { viewer, under: checked(under ?? null), name: 'Roadmap' });
  }

  @Post('calendar-links')
  @Noted('calendar-link.made', ({ answer }) => ({ link: String(answer.id) }))
  @Operation({
    summary: 'Makes an address that calendar clients can subscribe to; it is shown this once',
    description:
      'It needs no key, shows this one calendar and can be withdrawn at any time. It shows what lies under its unit whenever it is asked, and outlives the key it was made with.',
    answers: { 201: NewCalendarLink },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newCalendarLink,
  })
  async create(
    @Body({ schema: CreateCalendarLink }) body: z.output<typeof CreateCalendarLink>,
    @Requested() by: By,
    @Req() request: FastifyRequest,
  ) {
    const { name, under } = body;
    await this.requireUnder(viewerOf(by), under as UnitKey | undefined);
    return this.recorder.once(by, async (tx) => {
      const wish = { name, ...(under === undefined ? {} : { under }) };
      const { id, token } = await this.links.create(by.program, wish, tx);
      const url = `${request.protocol}://${request.host}/api/v1/calendars/${token}.ics`;
      return { id, url };
    });
  }

  @Get('calendar-links')
  @Operation({
    summary: 'The calendar addresses in use, in the order they were made',
    answers: { 200: listOf(CalendarLinkView) },
    refuses: [422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ViewerOf() viewer: Viewer,
  ) {
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    const page = { limit: limit + 1, ...(after === undefined ? {} : { after }) };
    const found = await this.links.list(viewer, page);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown[shown.length - 1]?.id ?? null) : null;
    return { items: shown.map(linkView), next: cursorOf(next) };
  }

  @Delete('calendar-links/:id')
  @Noted('calendar-link.withdrawn', ({ params }) => ({ link: params.id ?? '' }))
  @HttpCode(204)
  @Operation({
    summary: 'Withdraws a calendar address',
    answers: { 204: null },
    refuses: [404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.calendarLink,
  })
  async revoke(@CalendarLinkOf() id: string, @Requested() by: By): Promise<void> {
    await this.recorder.once(by, async (tx) => {
      await this.links.revoke(viewerOf(by), id, tx);
      return null;
    });
  }

  @Get('calendars/:token.ics')
  @Route({ open: true })
  @Operation({
    summary: 'The calendar of an address, without a key',
    answers: { 200: null },
    produces: 'text/calendar',
    refuses: [404],
    example: EXAMPLES.subscribedCalendar,
  })
  async subscribed(
    @Param('token', { schema: CalendarToken }) token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const calendar = await this.links.open(token);
    if (!calendar) throw new HttpProblem('not-found', 'There is no calendar at this address.');
    return this.send(request, reply, {
      viewer: wholeOf(calendar.program as ProgramId),
      under: calendar.under as UnitKey | null,
      name: calendar.name,
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    of: { readonly viewer: Viewer; readonly under: UnitKey | null; readonly name: string },
  ) {
    const targets = await this.queries.execute(new RoadmapDatesQuery(of.viewer, of.under));
    reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="roadmap.ics"')
      .header('cache-control', 'private, no-cache');
    return taggedByContent(request, reply, roadmapCalendar(of.viewer.program, of.name, targets));
  }

  /** @throws UnknownUnit; HttpProblem `invalid` when a calendar of all is wanted by one who does not see all */
  private async requireUnder(viewer: Viewer, unit: UnitKey | undefined): Promise<void> {
    if (unit === undefined) {
      if (viewer.sight === 'everything') return;
      const message = 'Name the unit whose subtree it shows: you do not see the whole program.';
      throw new HttpProblem('invalid', message, { errors: [{ pointer: '/under', message }] });
    }
    try {
      await this.queries.execute(new UnitQuery(viewer, unit));
    } catch (error) {
      throw error instanceof UnknownUnit ? new UnknownUnit(unit, '/under') : error;
    }
  }
}

function linkView({ createdAt, ...link }: CalendarLink) {
  return { ...link, createdAt: instantText(createdAt) };
}
