import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { SubtreeWhatIf as SubtreeWhatIfBody, SubtreeWhatIfView } from '#lib/contracts';
import type { ProgramId, UnitKey } from '#lib/domain';
import {
  type ShareForecast,
  type SubtreeWhatIf,
  type SubtreeWhatIfAnswer,
  SubtreeWhatIfQuery,
  type Viewer,
} from '#lib/projections';
import { Present, requireMilestones } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { forecastView } from '../http/forecast-views.js';
import { instantText } from '../http/instants.js';
import { ViewerOf, UnitOf } from '../http/parameters.js';
import { pointIn, possibleDate } from '../http/times.js';
import { momentView } from '../http/views.js';

/** What would become of subtrees. */
@ApiTags('Rollups')
@Controller('api/v1/rollups/:unit')
export class WhatIfController {
  constructor(
    private readonly queries: QueryBus,
    private readonly present: Present,
  ) {}

  @Post('what-if')
  @HttpCode(200)
  @Operation({
    summary: 'A subtree before and after milestones were achieved or lapsed; nothing is recorded',
    description:
      'Up to 5,000 units are evaluated across all models. `before` is now, `after` when all of it has happened (or `asOf`), `otherwise` what it would be then if nothing is done. “Form a centre of excellence at EMEA, integrate CRM in all its units by June” is one question.',
    answers: { 200: SubtreeWhatIfView },
    refuses: [404, 413, 415, 422],
    example: EXAMPLES.subtreeWhatIf,
  })
  async whatIf(
    @UnitOf() unit: UnitKey,
    @Body({ schema: SubtreeWhatIfBody }) body: z.output<typeof SubtreeWhatIfBody>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { achieve = [], lapse = [], asOf } = body;
    const whatIf = checked<SubtreeWhatIf>({ achieve, lapse });
    await requirePossible(this.present, viewer.program, whatIf);
    const at = pointIn(asOf, '/asOf');
    const query = new SubtreeWhatIfQuery(viewer, unit, whatIf, at);
    return whatIfView(await this.queries.execute(query));
  }
}

/** Refuses milestones and dates that there are not. @throws Refusal */
export async function requirePossible(
  present: Present,
  program: ProgramId,
  { achieve, lapse }: SubtreeWhatIf,
): Promise<void> {
  const asked = [
    ...achieve.map((one, index) => ({ ...one, pointer: `/achieve/${index}` })),
    ...lapse.map((one, index) => ({ ...one, pointer: `/lapse/${index}` })),
  ];
  for (const { on, pointer } of asked) possibleDate(on, `${pointer}/on`);
  await present.look(program, [], (known) => requireMilestones(known, asked));
}

function whatIfView(answer: SubtreeWhatIfAnswer) {
  return {
    ...answer,
    ...momentView(answer),
    at: instantText(answer.at),
    models: answer.models.map(({ forecast, ...model }) => ({
      ...model,
      forecast: forecast && {
        ...forecast,
        before: shareView(forecast.before),
        after: shareView(forecast.after),
      },
    })),
    supposed: answer.supposed.map(({ milestone, outcome, at, units }) => ({
      ...{ milestone, outcome },
      at: instantText(at),
      units: units.length,
    })),
  };
}

function shareView({ forecast, ...share }: ShareForecast) {
  return { ...share, forecast: forecast && forecastView(forecast) };
}
