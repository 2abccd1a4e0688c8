import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { AuditTrail, type Caller, reachOf, readdress } from '#lib/access';
import {
  ExportQuery,
  ImportedView,
  LogQuery as LogPage,
  LogView,
  VerificationView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { type LogFilter, LogQuery, LogSearchQuery, rebuild, type Viewer } from '#lib/projections';
import { type Records, RECORDS } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { checked } from '../http/checked.js';
import { kindsIn } from '../http/event-kinds.js';
import { pointIn } from '../http/times.js';
import { JSON_LINES_TYPES } from '../http/content-types.js';
import { HttpProblem } from '../http/http-problem.js';
import { linesOf, withLineEnds } from '../http/json-lines.js';
import { CallerOf, ProgramOf, ViewerOf } from '../http/parameters.js';
import { LIMITS, Route } from '../http/route.js';
import { eventView } from '../http/views.js';

/** The program's log, in order. */
@ApiTags('Log')
@Controller('api/v1/log')
export class LogController {
  constructor(
    @Inject(RECORDS) private readonly records: Records,
    private readonly queries: QueryBus,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @Operation({
    summary: 'Events after a position, in order, or those that are looked for',
    description:
      'Those of units in sight, and of the program itself: positions have gaps where others stand. A page may be short; `next` is null on the last. `order=desc`: the newest first, and `next` is the `before` of the following page. `from`, `to`: when it was recorded. `milestone`: facts, targets, comments and entries of the dictionary that name it. `q` is looked for in types, keys of units, milestones, models and targets, names and kinds of units, and sources; what people write and their names are sealed, and not searched.',
    answers: { 200: LogView },
    refuses: [404, 422],
    example: EXAMPLES.log,
  })
  async list(
    @Query({ schema: LogPage }) question: z.output<typeof LogPage>,
    @ViewerOf() viewer: Viewer,
    @CallerOf() caller: Caller,
  ) {
    const { after, limit, order, before } = question;
    const filter = filterOf(question, caller);
    const plain = order === 'asc' && before === undefined && Object.keys(filter).length === 0;
    const { items, next } = plain
      ? await this.queries.execute(new LogQuery(viewer, after, limit))
      : await this.queries.execute(
          new LogSearchQuery(viewer, filter, {
            ...{ order, after, limit },
            ...(before === undefined ? {} : { before }),
          }),
        );
    return { items: items.map(eventView), next: next === null ? null : String(next) };
  }

  @Get('verification')
  @Operation({
    summary: 'Goes through the whole hash chain',
    answers: { 200: VerificationView },
  })
  verify(@ProgramOf() program: ProgramId) {
    return this.records.log.verify(program);
  }

  @Get('export')
  @Operation({
    summary: 'The whole log as JSON Lines, its head signed',
    description:
      'With `keys=all` it holds the keys of its texts: keep it secret; POST /log/import takes it into an empty program. With `keys=none` it can be verified (npm run verify-log) and its texts not be read.',
    answers: { 200: null },
    refuses: [403, 422],
    produces: 'application/jsonl',
    example: EXAMPLES.exportLog,
  })
  async export(
    @Query({ schema: ExportQuery }) { keys }: z.output<typeof ExportQuery>,
    @CallerOf() caller: Caller,
    @Acting() acting: ActingParty,
    @Res() reply: FastifyReply,
  ) {
    if (keys === 'all') requireTransfer(caller);
    const program = caller.program as ProgramId;
    const about = { keys };
    await this.audit.note(program, { action: 'log.exported', outcome: 'done', about, ...acting });
    const lines = withLineEnds(this.records.log.exportLog(program, keys));
    const name = keys === 'all' ? program : `${program}.without-keys`;
    void reply
      .header('content-type', 'application/jsonl; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}.waymark.jsonl"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(lines, { objectMode: false }));
  }

  @Post('import')
  @HttpCode(200)
  @Route({ consumes: JSON_LINES_TYPES, bodyLimit: LIMITS.import })
  @ApiConsumes('application/jsonl')
  @ApiBody({ schema: { type: 'string', description: 'What GET /log/export gave out.' } })
  @Operation({
    summary: 'Takes an exported log into an empty program: all of it, or nothing',
    answers: { 200: ImportedView },
    refuses: [409, 413, 415, 422],
  })
  async import(
    @Body() body: unknown,
    @ProgramOf() program: ProgramId,
    @Acting() acting: ActingParty,
  ) {
    if (!(body instanceof Readable))
      throw new HttpProblem('malformed', 'Send the exported log as application/jsonl.');
    const { log, foundation, catalogue, wakeups } = this.records;
    const lines = linesOf(body, LIMITS.import);
    const parts = { database: foundation.database, log, catalogue };
    const head = await log.importLog(program, lines, async () => {
      await parts.database.inProgram(program, (tx) => readdress(log.seals, tx, program));
      await rebuild(parts, program, { appendsWait: true });
    });
    wakeups.wake(program, head.position);
    const about = { position: head.position };
    await this.audit.note(program, { action: 'log.imported', outcome: 'done', about, ...acting });
    return { position: head.position, head: head.hash.toString('hex') };
  }
}

/** What the log is searched by; empty where nothing is said. */
function filterOf(question: z.output<typeof LogPage>, caller: Caller): LogFilter {
  const { q, type, unit, milestone, actor, from, to } = question;
  const said = {
    ...{ q, unit, milestone, types: kindsIn(type) },
    author: actor === 'me' ? caller.id : actor,
    ...{ from: pointIn(from, '?from'), to: pointIn(to, '?to') },
  };
  return checked<LogFilter>(
    Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  );
}

/** An export with keys opens every text of the program: it takes more than verifying. */
function requireTransfer(caller: Caller): void {
  if (reachOf(caller, 'transfer')?.sight === 'everything') return;
  throw new HttpProblem(
    'forbidden',
    'An export with the keys of its texts needs the permission "transfer" for the whole program. Ask for keys=none: it can be verified without.',
  );
}
