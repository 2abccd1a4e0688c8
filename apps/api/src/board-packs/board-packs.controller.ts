import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Caller, reachOf } from '#lib/access';
import {
  BoardPackFilter,
  BoardPackHead,
  BoardPackView,
  Id,
  listOf,
  MakeBoardPack,
} from '#lib/contracts';
import type { Instant, UnitKey } from '#lib/domain';
import { Moments, Packs, UnitQuery, UnknownUnit, type Viewer } from '#lib/projections';
import { type By, Refusal, viewerOf } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { taggedByContent } from '../http/content-tags.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { HttpProblem } from '../http/http-problem.js';
import { Noted } from '../http/noted.js';
import { BoardPackOf, CallerOf, Requested, ViewerOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';
import { sent } from './sent.js';
import { BoardPacks, headView, type PackOrder } from './board-packs.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What an office takes to a board, kept as it was printed. */
@ApiTags('Board packs')
@Controller('api/v1/board-packs')
export class BoardPacksController {
  constructor(
    private readonly boardPacks: BoardPacks,
    private readonly packs: Packs,
    private readonly queries: QueryBus,
    private readonly moments: Moments,
  ) {}

  @Post()
  @Noted('board-pack.made', ({ answer }) => ({
    pack: String(answer.id),
    unit: String(answer.unit),
  }))
  @Operation({
    summary: 'Makes a board pack of a unit and all below it, and keeps its figures as they are',
    description:
      'Needs `plan` and `read`. Its figures are those that the other routes answer for its `asOf` and `knownAt`. A pack is never changed.',
    answers: { 201: BoardPackView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.newBoardPack,
  })
  async make(
    @Body({ schema: MakeBoardPack }) body: z.output<typeof MakeBoardPack>,
    @Requested() by: By,
    @CallerOf() caller: Caller,
  ) {
    const order = checked<Omit<PackOrder, 'asOf'>>(body);
    const asOf = this.past(pointIn(body.asOf, '/asOf'));
    const viewer = readerOf(by, caller);
    await this.requireUnit(viewerOf(by), order.unit);
    await this.requireUnit(viewer, order.unit);
    return this.boardPacks.make(by, viewer, { ...order, asOf });
  }

  @Get()
  @Operation({
    summary: 'The board packs of units in sight, the latest first',
    description:
      'One that counts units out of sight is not listed. `unit`: those of this one alone.',
    answers: { 200: listOf(BoardPackHead) },
    refuses: [404, 422],
    example: EXAMPLES.boardPacks,
  })
  async list(
    @Query({ schema: BoardPackFilter }) filter: z.output<typeof BoardPackFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { unit, limit, cursor } = filter;
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    const { items, next } = await this.packs.list(viewer, {
      limit,
      ...(unit === undefined ? {} : { unit: unit as UnitKey }),
      ...(after === undefined ? {} : { after }),
    });
    return { items: items.map(headView), next: cursorOf(next) };
  }

  @Get(':id')
  @Operation({
    summary: 'A board pack with its figures as they were printed',
    answers: { 200: BoardPackView },
    refuses: [404],
    example: EXAMPLES.boardPack,
  })
  async one(
    @BoardPackOf() id: string,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return taggedByContent(request, reply, await this.boardPacks.open(viewer, id));
  }

  @Get(':id/pack.pdf')
  @Operation({
    summary: 'A board pack to print: a tagged PDF of A4 pages',
    answers: { 200: null },
    produces: 'application/pdf',
    refuses: [404],
    example: EXAMPLES.boardPack,
  })
  async pdf(
    @BoardPackOf() id: string,
    @ViewerOf() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { pack, bytes } = await this.boardPacks.pdf(viewer, id);
    return sent(reply, pack, { type: 'application/pdf', ending: 'pdf', bytes });
  }

  @Get(':id/pack.xlsx')
  @Operation({
    summary: 'A board pack as a workbook, with every unit it counts',
    description: 'With 10,000 units at most, each before those below it.',
    answers: { 200: null },
    produces: XLSX,
    refuses: [404],
    example: EXAMPLES.boardPack,
  })
  async xlsx(
    @BoardPackOf() id: string,
    @ViewerOf() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { pack, bytes } = await this.boardPacks.workbook(viewer, id);
    return sent(reply, pack, { type: XLSX, ending: 'xlsx', bytes });
  }

  /** @throws Refusal `date-in-future` */
  private past(asOf: Instant | undefined): Instant | undefined {
    if (asOf === undefined || asOf <= this.moments.clock.now()) return asOf;
    const message = 'A board pack tells what is, not what will be. Leave asOf out for now.';
    throw new Refusal('date-in-future', message, '/asOf');
  }

  /** @throws UnknownUnit */
  private async requireUnit(viewer: Viewer, unit: UnitKey): Promise<void> {
    try {
      await this.queries.execute(new UnitQuery(viewer, unit));
    } catch (error) {
      throw error instanceof UnknownUnit ? new UnknownUnit(unit, '/unit') : error;
    }
  }
}

/** Who makes a pack reads what stands in it. @throws HttpProblem `forbidden` */
function readerOf({ program }: By, caller: Caller): Viewer {
  const reach = reachOf(caller, 'read');
  if (reach) return { program, sight: reach.sight };
  throw new HttpProblem('forbidden', 'A board pack shows figures: it needs "read" besides "plan".');
}
