import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  ListQuery,
  listOf,
  PutSource,
  PutSourceView,
  RotateSource,
  SourceNameText,
  SourceView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Sources } from '#lib/integrations';
import type { By } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { MappingWarnings } from '../http/mapping-warnings.js';
import { ProgramOf, Requested, SourceOf, SourceToPut } from '../http/parameters.js';
import { sourceView } from '../http/source-views.js';

/** Tools that tell what happened, and how what they tell is read. */
@ApiTags('Integrations')
@Controller('api/v1/sources')
export class SourcesController {
  constructor(
    private readonly sources: Sources,
    private readonly acts: Acts,
    private readonly warnings: MappingWarnings,
  ) {}

  @Put(':source')
  @Operation({
    summary: 'Makes a source, or changes it',
    description:
      'Its tool then sends to POST /webhooks/{source}. Another mapping is another version; what was worked off before stays as it is. `warnings` tells of milestones and units that nobody knows.',
    answers: { 200: PutSourceView, 201: PutSourceView },
    refuses: [403, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.putSource,
  })
  async put(
    @SourceToPut() name: string,
    @Body({ schema: PutSource }) body: z.output<typeof PutSource>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { program, actor, ifMatch } = by;
    const { created, source } = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.sources.put(
        tx,
        program,
        { name, by: actor.subject, ifMatch },
        body,
      );
      const about = {
        source: name,
        kind: body.kind,
        mapping: answer.source.mapping.version,
        secret: body.secret !== undefined,
        ...(body.poll === undefined ? {} : { poll: body.poll !== null }),
      };
      return answer.created
        ? { answer, action: 'source.made', about }
        : { ...{ answer, about }, action: 'source.changed' };
    });
    reply.status(created ? 201 : 200).header('etag', `"${source.version}"`);
    const warnings = await this.warnings.of(by, source.kind, source.mapping.rules);
    return { ...sourceView(source), warnings };
  }

  @Get()
  @Operation({
    summary: 'The sources by name, and how each fares',
    answers: { 200: listOf(SourceView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => SourceNameText.safeParse(place).success);
    const found = await this.sources.list(program, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.name ?? null) : null;
    return { items: shown.map(sourceView), next: cursorOf(next) };
  }

  @Get(':source')
  @Operation({
    summary: 'A source, its mapping in force and how it fares',
    description: 'The ETag is its version, for If-Match.',
    answers: { 200: SourceView },
    refuses: [403, 404],
    example: EXAMPLES.source,
  })
  async one(
    @SourceOf() name: string,
    @ProgramOf() program: ProgramId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const source = await this.sources.get(program, name);
    reply.header('etag', `"${source.version}"`);
    return sourceView(source);
  }

  @Post(':source/rotation')
  @HttpCode(200)
  @Operation({
    summary: 'Gives a source another secret',
    description:
      'The one before holds until `overlap` is over, so that the tool can be told meanwhile; one that a rotation before had left ends now.',
    answers: { 200: SourceView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.rotateSource,
  })
  async rotate(
    @SourceOf() name: string,
    @Body({ schema: RotateSource }) body: z.output<typeof RotateSource>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ) {
    const source = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.sources.rotate(tx, by.program, name, body);
      return { answer, action: 'source.rotated', about: { source: name } };
    });
    return sourceView(source);
  }

  @Delete(':source')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a source away, with its deliveries and mappings',
    description: 'What it told stays in the log. Undo it before, if it should not.',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.spareSource,
  })
  async remove(
    @SourceOf() name: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.sources.remove(tx, by.program, name);
      return { answer: null, action: 'source.deleted', about: { source: name } };
    });
  }
}
