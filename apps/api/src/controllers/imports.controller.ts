import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  ImportedQuery,
  ImportPreviewView,
  ImportQuery,
  ImportsView,
  ImportView,
  LogView,
  PreviewFlag,
  UndoImport,
  UndoneView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { type AskedBy, Imports } from '#lib/integrations';
import { type By, TakeBackImported } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { SHEET_TYPES } from '../http/content-types.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { HttpProblem } from '../http/http-problem.js';
import { Noted } from '../http/noted.js';
import { ImportOf, ProgramOf, Requested } from '../http/parameters.js';
import { LIMITS, Route } from '../http/route.js';
import { differenceView } from '../http/source-views.js';
import { eventView } from '../http/views.js';
import { importView, outcomeView, refuseFaulty } from '../imports/import-views.js';

type Asked = z.output<typeof ImportQuery>;

/** Sheets that people keep. */
@ApiTags('Integrations')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @Noted('import.made', ({ answer }) => aboutOf(answer))
  @Route({ consumes: SHEET_TYPES, bodyLimit: LIMITS.import })
  @ApiConsumes('text/csv')
  @ApiBody({
    schema: {
      type: 'string',
      maxLength: LIMITS.import,
      description: 'CSV, or a workbook (XLSX).',
    },
  })
  @Operation({
    summary: 'Reads a sheet of units, milestones, assessments or targets: all of it, or nothing',
    description:
      'CSV or XLSX, up to 100,000 rows. What the rows are and what each column holds is guessed from the head, and told; `kind` and `columns` say it. Each fault is told with row and column. What is so already is not recorded again. `dryRun=true` shows what would become of it. A sheet of more than some 2,000 rows is answered 202 and recorded after that: `GET /imports/{id}` tells how far it is.',
    answers: { 201: ImportPreviewView, 200: ImportPreviewView, 202: ImportView },
    refuses: [403, 409, 413, 415, 422],
    example: EXAMPLES.sheetImport,
  })
  async import(
    @Body() body: unknown,
    @Query({ schema: ImportQuery }) asked: Asked,
    @Requested() requested: By,
    @Acting() { actor }: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { ifMatch: _, idempotency: __, ...by } = requested;
    if (!Buffer.isBuffer(body))
      throw new HttpProblem('malformed', 'There is no sheet in the body.');
    const { dryRun, ...said } = asked;
    const wish = { ...said, bytes: body };
    if (dryRun) {
      reply.status(200);
      const { standings, ...preview } = await this.imports.preview(by, wish);
      return outcomeView(preview, standings.map(differenceView), true);
    }
    const taken = await this.imports.takeLong(askedBy(by, actor), wish);
    if (taken) {
      reply.status(202).header('location', `/api/v1/imports/${taken.id}`);
      return importView(taken);
    }
    const outcome = await this.imports.import(by, wish);
    refuseFaulty(outcome);
    reply.status(outcome.id === undefined ? 200 : 201);
    return outcomeView(outcome, [], false);
  }

  @Get()
  @Operation({
    summary: 'Sheets that were imported or are to be, the latest first',
    answers: { 200: ImportsView },
    refuses: [403],
  })
  async list(@ProgramOf() program: ProgramId) {
    return { items: (await this.imports.list(program)).map(importView) };
  }

  @Get(':id')
  @Operation({
    summary: 'One import',
    answers: { 200: ImportView },
    refuses: [403, 404],
    example: EXAMPLES.sheetImported,
  })
  async one(@ImportOf() id: string, @ProgramOf() program: ProgramId) {
    return importView(await this.imports.find(program, id));
  }

  @Get(':id/events')
  @Operation({
    summary: 'What an import recorded, in the order of the log',
    description: 'Of one that is under way, what it has recorded so far.',
    answers: { 200: LogView },
    refuses: [403, 404, 422],
    example: EXAMPLES.sheetImported,
  })
  async events(
    @ImportOf() id: string,
    @Query({ schema: ImportedQuery }) { after, limit }: z.output<typeof ImportedQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const found = await this.imports.events(program, id, { after, limit });
    const last = found.length < limit ? undefined : found.at(-1);
    return { items: found.map(eventView), next: last ? String(last.position) : null };
  }

  @Post(':id/undo')
  @HttpCode(200)
  @Noted('import.undone', ({ params, answer }) =>
    answer.preview === true || 'state' in answer
      ? undefined
      : { import: params.id ?? '', events: (answer.taken as readonly unknown[]).length },
  )
  @Operation({
    summary: 'Takes back what an import recorded',
    description:
      'Milestone facts are retracted, targets go back to where they stood, units that it registered are retired where nothing else hangs on them. What stays is listed with its reason. An import that recorded more than 2,000 facts is answered 202 and undone after that: `GET /imports/{id}` tells how far it is. With `preview=true` nothing is recorded.',
    answers: { 200: UndoneView, 202: ImportView },
    refuses: [403, 404, 409, 413, 415, 422],
    example: EXAMPLES.undoneImport,
  })
  async undo(
    @ImportOf() id: string,
    @Body({ schema: UndoImport.default({}) }) { reason }: z.output<typeof UndoImport>,
    @Query({ schema: PreviewFlag }) { preview }: z.output<typeof PreviewFlag>,
    @Requested() requested: By,
    @Acting() { actor }: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { ifMatch: _, idempotency: __, ...by } = requested;
    const why = reason ?? `The import ${id} was undone.`;
    if (!preview) {
      const taken = await this.imports.undoLong({ by: askedBy(by, actor), reason: why }, id);
      if (taken) {
        reply.status(202).header('location', `/api/v1/imports/${id}`);
        return importView(taken);
      }
    }
    const events = await this.imports.recorded(by.program, id);
    const { taken, left, standings } = await this.commands.execute(
      new TakeBackImported(by, events, why),
    );
    if (!preview) await this.imports.undone(by.program, id, { taken, left });
    return { preview, taken, left, standings: standings.map(differenceView) };
  }
}

const askedBy = (by: By, actor: ActingParty['actor']): AskedBy => ({
  ...by,
  kind: actor?.kind === 'person' ? 'person' : 'key',
});

/** Nothing is noted of a dry run, nor of an import that changed nothing; of a long one, when it is recorded. */
function aboutOf(answer: Readonly<Record<string, unknown>>) {
  if ('state' in answer) return undefined;
  const { id, understood, counts } = answer as unknown as z.output<typeof ImportPreviewView>;
  if (id === undefined) return undefined;
  return { import: id, kind: understood.kind ?? '', new: counts.new, changed: counts.changed };
}
