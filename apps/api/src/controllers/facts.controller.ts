import { Body, Controller, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  Achieve,
  Assess,
  ComparisonView,
  Correct,
  EndWaiver as EndWaiverBody,
  Lapse,
  PreviewFlag,
  ProposedView,
  RecordedView,
  Retract,
  Waive,
} from '#lib/contracts';
import type { EventId, UnitKey } from '#lib/domain';
import { Masks } from '#lib/projections';
import {
  AchieveMilestone,
  type Achievement,
  AssessMilestone,
  type Assessment,
  type By,
  type Changes,
  CorrectEvent,
  EndWaiver,
  LapseMilestone,
  type LapseOf,
  type Previewed,
  type Proposed,
  type Recorded,
  RetractEvent,
  viewerOf,
  WaiveMilestone,
  type WaiverOf,
} from '#lib/recording';
import { Operation, type OperationText } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { EventOf, Requested, UnitOf } from '../http/parameters.js';
import { proposalView } from '../http/proposal-views.js';
import { recordedView } from '../http/views.js';

const PREVIEW = 'With `preview=true`: what the unit’s standings would become; nothing is recorded.';
const PROPOSED =
  'Where the program wants somebody else to approve it, it is kept as a proposal (202) once it is known that it could be recorded.';

const recording = (summary: string, example: OperationText['example'], approved = false) =>
  Operation({
    summary,
    description: approved ? `${PREVIEW} ${PROPOSED}` : PREVIEW,
    answers: approved
      ? { 201: RecordedView, 202: ProposedView, 200: ComparisonView }
      : { 201: RecordedView, 200: ComparisonView },
    refuses: [404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    ...(example ? { example } : {}),
  });

type Of<Schema extends z.ZodType> = z.output<Schema>;
const Preview = () => Query({ schema: PreviewFlag });

/** Milestones of units: achieved, lapsed, assessed, waived, retracted and corrected. */
@ApiTags('Recording')
@Controller('api/v1/units/:unit')
export class FactsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly masks: Masks,
  ) {}

  @Post('milestones')
  @recording('A milestone was achieved', EXAMPLES.achieve)
  async achieve(
    @UnitOf() unit: UnitKey,
    @Preview() _preview: unknown,
    @Body({ schema: Achieve }) body: Of<typeof Achieve>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new AchieveMilestone(by, unit, checked<Achievement>(body));
    return this.answer(reply, by, await this.commands.execute(command));
  }

  @Post('lapses')
  @recording('Something was true and no longer is', EXAMPLES.lapse)
  async lapse(
    @UnitOf() unit: UnitKey,
    @Preview() _preview: unknown,
    @Body({ schema: Lapse }) body: Of<typeof Lapse>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new LapseMilestone(by, unit, checked<LapseOf>(body));
    return this.answer(reply, by, await this.commands.execute(command));
  }

  @Post('assessments')
  @recording('Looked at and not in place, or does not apply here', EXAMPLES.assess)
  async assess(
    @UnitOf() unit: UnitKey,
    @Preview() _preview: unknown,
    @Body({ schema: Assess }) body: Of<typeof Assess>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new AssessMilestone(by, unit, checked<Assessment>(body));
    return this.answer(reply, by, await this.commands.execute(command));
  }

  @Post('waivers')
  @recording('Counts as met by decision', EXAMPLES.waive, true)
  async waive(
    @UnitOf() unit: UnitKey,
    @Preview() _preview: unknown,
    @Body({ schema: Waive }) body: Of<typeof Waive>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new WaiveMilestone(by, unit, checked<WaiverOf>(body));
    return this.answer(reply, by, await this.commands.execute(command));
  }

  @Post('waivers/:event/end')
  @recording('Ends a waiver', EXAMPLES.endWaiver)
  async endWaiver(
    @UnitOf() unit: UnitKey,
    @EventOf() event: EventId,
    @Preview() _preview: unknown,
    @Body({ schema: EndWaiverBody }) body: Of<typeof EndWaiverBody>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new EndWaiver(by, unit, { event, ...body });
    return this.answer(reply, by, await this.commands.execute(command));
  }

  @Post('retractions')
  @recording('Recorded in error: stays in the log and stops counting', EXAMPLES.retract, true)
  async retract(
    @UnitOf() unit: UnitKey,
    @Preview() _preview: unknown,
    @Body({ schema: Retract }) body: Of<typeof Retract>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { event, reason } = body;
    const command = new RetractEvent(by, unit, { event: event as EventId, reason });
    return this.answer(reply, by, await this.commands.execute(command));
  }

  @Post('corrections')
  @recording('Retraction and new record in one transaction', EXAMPLES.correct, true)
  async correct(
    @UnitOf() unit: UnitKey,
    @Preview() _preview: unknown,
    @Body({ schema: Correct }) body: Of<typeof Correct>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { event, reason, ...changes } = body;
    const correction = { event: event as EventId, reason, changes: checked<Changes>(changes) };
    const command = new CorrectEvent(by, unit, correction);
    return this.answer(reply, by, await this.commands.execute(command));
  }

  private async answer(reply: FastifyReply, by: By, outcome: Recorded | Previewed | Proposed) {
    if (outcome.kind === 'proposed') {
      reply.status(202);
      return { proposal: await proposalView(this.masks, viewerOf(by), outcome.proposal) };
    }
    const shown =
      outcome.kind === 'previewed'
        ? outcome
        : { ...outcome, event: await this.masks.event(viewerOf(by), outcome.event) };
    const { status, body } = recordedView(shown);
    reply.status(status);
    return body;
  }
}
