import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { StoredEvent } from '#lib/event-log';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import { type By, type Recorded, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { findProposal, requireOpen, requireSomebodyElse } from './find-proposal.js';
import { closeProposal } from './proposal-rows.js';
import { type Proposal, Proposals } from './proposals.js';
import { wantedOf } from './wanted.js';

/** Records what somebody else proposed. */
export class ApproveProposal extends Command<Recorded> {
  constructor(
    readonly by: By,
    readonly proposal: string,
  ) {
    super();
  }
}

@CommandHandler(ApproveProposal)
export class ApproveProposalHandler implements ICommandHandler<ApproveProposal> {
  constructor(
    private readonly recorder: Recorder,
    private readonly present: Present,
    private readonly proposals: Proposals,
  ) {}

  /**
   * Checks it anew against what is known now, and records it as its proposer’s, approved by whoever asks.
   * @throws Refusal `proposal-unknown`, `proposal-closed`, `own-proposal`, and of what was proposed; VersionConflict
   */
  async execute({ by, proposal: id }: ApproveProposal): Promise<Recorded> {
    const { program, actor: approver, reach } = by;
    const proposal = await this.present.look(program, [], async (known) => {
      const kept = await findProposal(known.tx, viewerOf(by), known.now, id);
      const [clear] = await this.proposals.open(known.tx, known, [kept]);
      return clear as Proposal;
    });
    const { unit, proposedBy } = proposal;
    const asProposed: By = {
      ...by,
      actor: { subject: proposedBy.id, name: proposedBy.name },
      ...(reach ? { reach: { sight: reach.sight, milestones: reach.milestones } } : {}),
    };
    const { answer } = await this.recorder.append(asProposed, {
      units: [unit],
      alone: true,
      decide: async (known) => {
        // under the head's lock nobody else can approve or close it
        const kept = await findProposal(known.tx, viewerOf(by), known.now, id);
        requireOpen(kept);
        await requireSomebodyElse(known.tx, program, kept.proposer, approver.subject);
        requireUnit(known, unit);
        const [first, ...rest] = await wantedOf(proposal)(known);
        if (!first) return [];
        const data = { ...first.data, approvedBy: approver.subject };
        return [{ ...first, id: kept.event, data } as typeof first, ...rest];
      },
      answer: ({ events, standings }): Recorded => ({
        kind: 'recorded',
        event: events[events.length - 1] as StoredEvent,
        standings: standings(unit),
      }),
    });
    return answer;
  }
}

/** Rejects what was proposed, or takes back what oneself proposed. */
export class CloseProposal extends Command<Proposal> {
  constructor(
    readonly by: By,
    readonly proposal: string,
    readonly as: { readonly state: 'rejected' | 'withdrawn'; readonly reason?: string },
  ) {
    super();
  }
}

@CommandHandler(CloseProposal)
export class CloseProposalHandler implements ICommandHandler<CloseProposal> {
  constructor(
    private readonly recorder: Recorder,
    private readonly proposals: Proposals,
  ) {}

  /** @throws Refusal `proposal-unknown`, `proposal-closed`, `not-own-proposal` */
  async execute({ by, proposal: id, as }: CloseProposal): Promise<Proposal> {
    const { subject } = by.actor;
    let closed: Proposal | undefined;
    const { answer } = await this.recorder.append(by, {
      units: [],
      alone: true,
      decide: async (known) => {
        const kept = await findProposal(known.tx, viewerOf(by), known.now, id);
        if (as.state === 'withdrawn' && kept.proposer !== subject) {
          const message = 'Only who proposed it can take it back; others reject it.';
          throw new Refusal('not-own-proposal', message, '{id}');
        }
        requireOpen(kept);
        const closing = await this.proposals.sealReason(known, subject, as.reason);
        await closeProposal(known.tx, by.program, id, {
          ...{ state: as.state, by: subject, at: known.now, closing },
        });
        const after = await findProposal(known.tx, viewerOf(by), known.now, id);
        [closed] = await this.proposals.open(known.tx, known, [after]);
        return [];
      },
      answer: () => closed as Proposal,
    });
    return answer;
  }
}
