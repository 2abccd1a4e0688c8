import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  CloseProposal as CloseBody,
  Id,
  OpenedProposal,
  ProposalFilter,
  ProposalsView,
  ProposedView,
  RecordedView,
} from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import { Masks, type Viewer } from '#lib/projections';
import {
  ApproveProposal,
  type By,
  CloseProposal,
  ProposalQuery,
  ProposalsQuery,
  viewerOf,
} from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { Noted } from '../http/noted.js';
import { ProposalOf, Requested, ViewerOf } from '../http/parameters.js';
import { proposalView } from '../http/proposal-views.js';
import { comparisonView, recordedView } from '../http/views.js';

/** What waits for a second pair of eyes, where the program asks for one. */
@ApiTags('Recording')
@Controller('api/v1/proposals')
export class ProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly masks: Masks,
  ) {}

  @Get()
  @Operation({
    summary: 'Waivers, corrections and retractions that were proposed, the latest first',
    description: '`unit`: about this one. What nobody decided expires after 30 days.',
    answers: { 200: ProposalsView },
    refuses: [404, 422],
    example: EXAMPLES.proposals,
  })
  async list(
    @Query({ schema: ProposalFilter }) filter: z.output<typeof ProposalFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { cursor, unit, ...rest } = filter;
    const after = placeOf(cursor, (place) => Id.safeParse(place).success);
    const query = { ...rest, unit: unit as UnitKey | undefined, after };
    const { items, next } = await this.queries.execute(new ProposalsQuery(viewer, query));
    const views = items.map((item) => proposalView(this.masks, viewer, item));
    return { items: await Promise.all(views), next: cursorOf(next) };
  }

  @Get(':id')
  @Operation({
    summary: 'A proposal, and what approving it now would do',
    answers: { 200: OpenedProposal },
    refuses: [404],
    example: EXAMPLES.proposal,
  })
  async one(@ProposalOf() id: string, @ViewerOf() viewer: Viewer) {
    const { proposal, preview, obstacle } = await this.queries.execute(
      new ProposalQuery(viewer, id),
    );
    return {
      proposal: await proposalView(this.masks, viewer, proposal),
      preview: preview && comparisonView(preview),
      obstacle,
    };
  }

  @Post(':id/approval')
  @Noted('proposal.approved', ({ params }) => ({ proposal: params.id ?? '' }))
  @Operation({
    summary: 'Somebody else approves: it is recorded as its proposer’s',
    description:
      'It is checked anew against what is known now. The fact says who approved it. If-Match speaks of the unit as it is now.',
    answers: { 201: RecordedView },
    refuses: [403, 404, 409, 412, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.proposal,
  })
  async approve(
    @ProposalOf() id: string,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const recorded = await this.commands.execute(new ApproveProposal(by, id));
    const event = await this.masks.event(viewerOf(by), recorded.event);
    const { status, body } = recordedView({ ...recorded, event });
    reply.status(status);
    return body;
  }

  @Post(':id/rejection')
  @Noted('proposal.rejected', ({ params }) => ({ proposal: params.id ?? '' }))
  @HttpCode(200)
  @Operation({
    summary: 'It is not approved, and closed',
    answers: { 200: ProposedView },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.rejectProposal,
  })
  reject(
    @ProposalOf() id: string,
    @Body({ schema: CloseBody.default({}) }) { reason }: z.output<typeof CloseBody>,
    @Requested() by: By,
  ) {
    return this.close(by, id, { state: 'rejected', ...(reason === undefined ? {} : { reason }) });
  }

  @Post(':id/withdrawal')
  @Noted('proposal.withdrawn', ({ params }) => ({ proposal: params.id ?? '' }))
  @HttpCode(200)
  @Operation({
    summary: 'Its proposer takes it back',
    answers: { 200: ProposedView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.withdrawProposal,
  })
  withdraw(
    @ProposalOf() id: string,
    @Body({ schema: CloseBody.default({}) }) { reason }: z.output<typeof CloseBody>,
    @Requested() by: By,
  ) {
    return this.close(by, id, { state: 'withdrawn', ...(reason === undefined ? {} : { reason }) });
  }

  private async close(by: By, id: string, as: CloseProposal['as']) {
    const proposal = await this.commands.execute(new CloseProposal(by, id, as));
    return { proposal: await proposalView(this.masks, viewerOf(by), proposal) };
  }
}
