import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { PreviewFlag, UndoneView, UndoSource } from '#lib/contracts';
import { keepTakenBack, toldBy } from '#lib/integrations';
import { Database } from '#lib/platform';
import { type By, TakeBackTold, type TookBack } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Noted } from '../http/noted.js';
import { Requested, SourceOf } from '../http/parameters.js';
import { differenceView } from '../http/source-views.js';
import { pointIn } from '../http/times.js';

/** Takes back what a source told. */
@ApiTags('Integrations')
@Controller('api/v1/sources/:source/undo')
export class UndoController {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @HttpCode(200)
  @Noted('source.undone', ({ params, answer }) =>
    answer.preview === true
      ? undefined
      : { source: params.source ?? '', facts: (answer.taken as readonly unknown[]).length },
  )
  @Operation({
    summary: 'Takes back what a source told, by mapping version and period',
    description:
      'All of it at once, at most 500 facts: milestone facts are retracted, targets go back to where they stood. A delivery that is replayed afterwards records them anew. With `preview=true`: what would be taken back and which standings would change; nothing is recorded.',
    answers: { 200: UndoneView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.undo,
  })
  async undo(
    @SourceOf() name: string,
    @Body({ schema: UndoSource.default({}) }) body: z.output<typeof UndoSource>,
    @Query({ schema: PreviewFlag }) { preview }: z.output<typeof PreviewFlag>,
    @Requested() requested: By,
  ) {
    const { ifMatch: _, ...by } = requested;
    const { mappingVersion, reason } = body;
    const facts = await toldBy(this.database, by.program, name, {
      mappingVersion,
      from: pointIn(body.from, '/from'),
      to: pointIn(body.to, '/to'),
    });
    const why = reason ?? `What the source "${name}" told was undone.`;
    const keep: TakeBackTold['keep'] = (tx, taken, at) =>
      keepTakenBack(tx, by.program, { source: name, taken, at });
    const undone = await this.commands.execute(new TakeBackTold(by, facts, why, keep));
    return { ...undoneView(undone), preview };
  }
}

function undoneView({ taken, left, standings }: TookBack) {
  return {
    ...{ taken, left },
    standings: standings.map(differenceView),
  };
}
