import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Plan, PlanOutcomeView, SubtreePlan } from '#lib/contracts';
import type { MilestoneKey, Owner, UnitKey } from '#lib/domain';
import { type SubtreeWhatIf, type Supposed, SuppositionsQuery } from '#lib/projections';
import { type By, type PlannedMilestone, PlanTargets, Present, viewerOf } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { Requested, UnitOf } from '../http/parameters.js';
import { targetView } from '../http/roadmap-views.js';
import { requirePossible } from './what-if.controller.js';

const WHAT =
  'All in one append. A unit that has a target for the milestone already keeps it, and its date is moved; what is achieved is skipped. Without `on` it is an aim.';

/** From what is supposed to what is wanted. */
@ApiTags('Roadmap')
@Controller('api/v1')
export class PlanController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly present: Present,
  ) {}

  @Post('units/:unit/what-if/plan')
  @HttpCode(201)
  @Operation({
    summary: 'Turns what was supposed of a unit into targets',
    description: WHAT,
    answers: { 201: PlanOutcomeView },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.plan,
  })
  ofUnit(
    @UnitOf() unit: UnitKey,
    @Body({ schema: Plan }) body: z.output<typeof Plan>,
    @Requested() by: By,
  ) {
    return this.plan(by, unit, body);
  }

  @Post('rollups/:unit/what-if/plan')
  @HttpCode(201)
  @Operation({
    summary: 'Turns what was supposed over a subtree into targets of its units',
    description: `${WHAT} Up to 1,000 targets.`,
    answers: { 201: PlanOutcomeView },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.subtreePlan,
  })
  ofSubtree(
    @UnitOf() unit: UnitKey,
    @Body({ schema: SubtreePlan }) body: z.output<typeof SubtreePlan>,
    @Requested() by: By,
  ) {
    return this.plan(by, unit, body);
  }

  private async plan(by: By, unit: UnitKey, body: z.output<typeof SubtreePlan>) {
    const { achieve = [], lapse = [], owner, prefix } = body;
    const whatIf = checked<SubtreeWhatIf>({ achieve, lapse });
    await requirePossible(this.present, by.program, whatIf);
    const supposed = await this.queries.execute(new SuppositionsQuery(viewerOf(by), unit, whatIf));
    const milestones = supposed.flatMap(plannedMilestones);
    const wish = checked<{ owner?: Owner; prefix?: string }>({ owner, prefix });
    const outcome = await this.commands.execute(new PlanTargets(by, { ...wish, milestones }));
    return {
      targets: outcome.targets.map(({ outcome: how, target }) => ({
        ...targetView(target),
        outcome: how,
      })),
      skipped: [
        ...outcome.achieved.map((one) => ({
          ...one,
          reason: 'achieved',
          says: `"${one.unit}" has achieved ${one.milestone} already.`,
        })),
        ...supposed.flatMap(skippedLapses),
      ],
    };
  }
}

function plannedMilestones({ outcome, asked, units }: Supposed): readonly PlannedMilestone[] {
  if (outcome !== 'achieved') return [];
  const { milestone, on, degree } = asked;
  return units.map((unit) => checked<PlannedMilestone>({ unit, milestone, on, degree }));
}

function skippedLapses({ outcome, milestone, units }: Supposed) {
  const says = (unit: UnitKey, key: MilestoneKey) =>
    `Nobody plans that ${key} lapses at "${unit}"; a target is for what is to be achieved.`;
  return outcome === 'achieved'
    ? []
    : units.map((unit) => ({ unit, milestone, reason: 'lapse', says: says(unit, milestone) }));
}
