import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  MergedView,
  MergeUnit as MergeUnitBody,
  PutUnit as PutUnitBody,
  RegisteredUnits,
  RegisterUnits as RegisterUnitsBody,
  ReinstateUnit as ReinstateUnitBody,
  listOf,
  RetireUnit as RetireUnitQuery,
  isLevel,
  UnitEntryView,
  UnitFilter,
  UnitInTreeView,
  UnitMoment,
  UnitKeyText,
  UnitView,
} from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import {
  LevelQuery,
  Masks,
  UnitQuery,
  UnitThenQuery,
  UnitsQuery,
  type Viewer,
} from '#lib/projections';
import {
  type By,
  type ChangedUnit,
  type Merger,
  MergeUnit,
  PutUnit,
  RegisterUnits,
  ReinstateUnit,
  RetireUnit,
  type UnitWish,
  viewerOf,
} from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { Requested, UnitOf, ViewerOf } from '../http/parameters.js';
import { LIMITS, Route } from '../http/route.js';
import { pointIn } from '../http/times.js';
import { UNIT_PLACES } from '../http/unit-places.js';
import { eventView, standingView } from '../http/views.js';

/** What is tracked: a tree of enterprises, business units, regions, functions and teams. */
@ApiTags('Units')
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly masks: Masks,
  ) {}

  @Put(':unit')
  @Operation({
    summary: 'Registers a unit, changes what it is, or moves it',
    answers: { 200: UnitView, 201: UnitView },
    refuses: [409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.putUnit,
  })
  async put(
    @Param('unit', { schema: UnitKeyText }) unit: string,
    @Body({ schema: PutUnitBody }) body: z.output<typeof PutUnitBody>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new PutUnit(by, unit as UnitKey, checked<UnitWish>(body));
    const { created, unit: after } = await this.commands.execute(command);
    reply.status(created ? 201 : 200).header('etag', `"${after.version}"`);
    return this.shown(by, after);
  }

  @Post()
  @Route({ bodyLimit: LIMITS.batch })
  @Operation({
    summary:
      'Registers or changes up to 1,000 units, parents before children: all of them, or none',
    answers: { 201: RegisteredUnits },
    refuses: [409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.registerUnits,
  })
  async register(
    @Body({ schema: RegisterUnitsBody }) body: z.output<typeof RegisterUnitsBody>,
    @Requested() by: By,
  ) {
    const wishes = checked<RegisterUnits['wishes']>(body.units);
    const units = await this.commands.execute(new RegisterUnits(by, wishes));
    return { units: await this.masks.units(viewerOf(by), units) };
  }

  @Get(':unit')
  @Operation({
    summary: 'A unit as it is now, or as it was',
    description:
      'The ETag is its version, for If-Match. With `asOf` or `knownAt`, name, kind, tags, place and whether it was retired are of that pair of times, and it is not there (404) before it was registered; `models`, `owner` and `version` are of now.',
    answers: { 200: UnitInTreeView },
    refuses: [404, 422],
    example: EXAMPLES.unit,
  })
  async one(
    @UnitOf() unit: UnitKey,
    @Query({ schema: UnitMoment }) moment: z.output<typeof UnitMoment>,
    @ViewerOf() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = {
      asOf: pointIn(moment.asOf, '?asOf'),
      knownAt: pointIn(moment.knownAt, '?knownAt'),
    };
    const now = asked.asOf === undefined && asked.knownAt === undefined;
    const query = now ? new UnitQuery(viewer, unit) : new UnitThenQuery(viewer, unit, asked);
    const found = await this.queries.execute(query);
    reply.header('etag', `"${found.version}"`);
    return found;
  }

  @Get()
  @Operation({
    summary: 'Units by key, those that fit best, or a level of the tree by name',
    description:
      '`under`: a unit and all below it. `owner`: an e-mail address. `q`: part of key or name; what is it, then what begins so, then the rest, retired ones last. `keys`: a page’s names in one request. `top=true`: those in sight whose parent is not; `parent`: those right under one. These two answer by name, with `children`, as of `asOf` and as known at `knownAt`, and leave out what is retired then; `models`, `owner` and `version` are of now.',
    answers: { 200: listOf(UnitEntryView) },
    refuses: [422],
    example: EXAMPLES.units,
  })
  async list(
    @Query({ schema: UnitFilter }) filter: z.output<typeof UnitFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    if (isLevel(filter)) return this.level(viewer, filter);
    const { cursor, under, kind, tag, owner, q, keys, limit } = filter;
    const places = q === undefined ? UNIT_PLACES.byKey : UNIT_PLACES.byFit;
    const query = {
      ...{ kind, tag, owner, q, limit },
      keys: keys as readonly UnitKey[] | undefined,
      under: under as UnitKey | undefined,
      after: places.read(cursor),
    };
    const { items, next } = await this.queries.execute(new UnitsQuery(viewer, query));
    return { items, next: places.write(next) };
  }

  @Delete(':unit')
  @Operation({
    summary: 'Retires a unit; its history stays',
    answers: { 200: UnitView },
    refuses: [404, 409, 412, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.retire,
  })
  async retire(
    @UnitOf() unit: UnitKey,
    @Query({ schema: RetireUnitQuery }) query: z.output<typeof RetireUnitQuery>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const after = await this.commands.execute(new RetireUnit(by, unit, query.occurredAt));
    reply.header('etag', `"${after.version}"`);
    return this.shown(by, after);
  }

  @Post(':unit/merger')
  @Operation({
    summary: 'Merges a unit into another: all of it, or nothing',
    description:
      'From `occurredAt` (default: now) on. It is undone by retracting its events: the merger, the moves and the carried facts.',
    answers: { 201: MergedView },
    refuses: [404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.merge,
  })
  async merge(
    @UnitOf() unit: UnitKey,
    @Body({ schema: MergeUnitBody }) body: z.output<typeof MergeUnitBody>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const merged = await this.commands.execute(new MergeUnit(by, unit, checked<Merger>(body)));
    const { version, event, carried, standings, ...rest } = merged;
    reply.header('etag', `"${version}"`);
    return {
      ...rest,
      event: eventView(await this.masks.event(viewerOf(by), event)),
      carried: (await this.masks.events(viewerOf(by), carried)).map(eventView),
      standings: standings.map(standingView),
    };
  }

  @Post(':unit/reinstatement')
  @HttpCode(200)
  @Operation({
    summary: 'Takes a retired unit back',
    answers: { 200: UnitView },
    refuses: [404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.reinstate,
  })
  async reinstate(
    @UnitOf() unit: UnitKey,
    @Body({ schema: ReinstateUnitBody.default({}) }) body: z.output<typeof ReinstateUnitBody>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const after = await this.commands.execute(new ReinstateUnit(by, unit, body));
    reply.header('etag', `"${after.version}"`);
    return this.shown(by, after);
  }

  private async level(viewer: Viewer, filter: z.output<typeof UnitFilter>) {
    const { limit, cursor, parent } = filter;
    const query = new LevelQuery(viewer, {
      ...(parent === undefined ? {} : { parent: parent as UnitKey }),
      ...{ limit, after: UNIT_PLACES.ofLevel.read(cursor) },
      asOf: pointIn(filter.asOf, '?asOf'),
      knownAt: pointIn(filter.knownAt, '?knownAt'),
    });
    const { items, next } = await this.queries.execute(query);
    return { items, next: UNIT_PLACES.ofLevel.write(next) };
  }

  private async shown(by: By, unit: ChangedUnit): Promise<ChangedUnit> {
    const [shown] = await this.masks.units(viewerOf(by), [unit]);
    return shown as ChangedUnit;
  }
}
