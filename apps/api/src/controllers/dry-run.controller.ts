import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { DryRunSource, DryRunView } from '#lib/contracts';
import { type DryRun, DryRuns } from '#lib/integrations';
import { type By, type TriedFacts, TryTold } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { MappingWarnings } from '../http/mapping-warnings.js';
import { Requested, SourceOf } from '../http/parameters.js';
import { differenceView } from '../http/source-views.js';
import { pointIn } from '../http/times.js';

/** Tries a mapping on what came. */
@ApiTags('Integrations')
@Controller('api/v1/sources/:source/dry-run')
export class DryRunController {
  constructor(
    private readonly dryRuns: DryRuns,
    private readonly commands: CommandBus,
    private readonly warnings: MappingWarnings,
  ) {}

  @Post()
  @HttpCode(200)
  @Operation({
    summary:
      'What deliveries would record by a mapping, down to the standings; nothing is recorded',
    description:
      'At most 5,000 deliveries and 1,000 facts; each fact is looked at by itself, as things stand now. `warnings` tells of milestones and units that nobody knows.',
    answers: { 200: DryRunView },
    refuses: [403, 404, 413, 415, 422],
    example: EXAMPLES.dryRun,
  })
  async run(
    @SourceOf() name: string,
    @Body({ schema: DryRunSource.default({}) }) body: z.output<typeof DryRunSource>,
    @Requested() by: By,
  ) {
    const { delivery, mapping } = body;
    const since = pointIn(body.since, '/since');
    const found = await this.dryRuns.run(by.program, name, { since, delivery, mapping });
    const tried = await this.commands.execute(new TryTold(by, found.facts));
    const { kind, rules, ...run } = found;
    return { ...dryRunView(run, tried), warnings: await this.warnings.of(by, kind, rules) };
  }
}

function dryRunView(
  { facts, ...found }: Omit<DryRun, 'kind' | 'rules'>,
  { outcomes, standings }: TriedFacts,
) {
  return {
    ...found,
    facts: facts.map(({ rule, unit, fact: { kind, data }, delivery }, index) => ({
      ...{ rule, unit, kind, milestone: data.milestone, occurredAt: data.occurredAt },
      ...('due' in data ? { due: data.due } : {}),
      ...{ delivery, ...outcomes[index] },
    })),
    standings: standings.map(differenceView),
  };
}
