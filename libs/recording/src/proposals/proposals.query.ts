import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { type BeforeAfter, PreviewQuery, requireSeen, topsOf, type Viewer } from '#lib/projections';
import { Present } from '../present.js';
import { Refusal } from '../refusal.js';
import { findProposal } from './find-proposal.js';
import { type ProposalState, readProposals } from './proposal-rows.js';
import { type Proposal, Proposals } from './proposals.js';
import { wantedOf } from './wanted.js';
import { requireUnit } from '../recorder.js';

/** Which proposals are asked for; what is absent does not narrow. */
export interface ProposalFilter {
  readonly state?: ProposalState;
  readonly unit?: UnitKey;
  readonly limit: number;
  /** The last of the page before. */
  readonly after?: string;
}

/** Proposals, the latest first. */
export interface ProposalsAnswer {
  readonly items: readonly Proposal[];
  readonly next: string | null;
}

/** The proposals about units in sight that fit a filter. @throws UnknownUnit for `unit` */
export class ProposalsQuery extends Query<ProposalsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly filter: ProposalFilter,
  ) {
    super();
  }
}

@QueryHandler(ProposalsQuery)
export class ProposalsQueryHandler implements IQueryHandler<ProposalsQuery> {
  constructor(
    private readonly present: Present,
    private readonly proposals: Proposals,
  ) {}

  execute({ viewer, filter }: ProposalsQuery): Promise<ProposalsAnswer> {
    const { unit, limit } = filter;
    return this.present.look(viewer.program, [], async (known) => {
      if (unit !== undefined) await requireSeen(known.tx, viewer, unit, '?unit');
      const narrowing = { ...filter, tops: topsOf(viewer), limit: limit + 1 };
      const kept = await readProposals(known.tx, viewer.program, known.now, narrowing);
      const items = await this.proposals.open(known.tx, known, kept.slice(0, limit));
      return { items, next: kept.length > limit ? (items[items.length - 1]?.id ?? null) : null };
    });
  }
}

/** A proposal, and what approving it now would do; null: it would be refused now, or is closed. */
export interface ProposalAnswer {
  readonly proposal: Proposal;
  readonly preview: BeforeAfter | null;
  /** Why it would be refused now. */
  readonly obstacle: string | null;
}

/** One proposal about a unit in sight. @throws Refusal `proposal-unknown` */
export class ProposalQuery extends Query<ProposalAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ProposalQuery)
export class ProposalQueryHandler implements IQueryHandler<ProposalQuery> {
  constructor(
    private readonly present: Present,
    private readonly proposals: Proposals,
    private readonly queries: QueryBus,
  ) {}

  async execute({ viewer, id }: ProposalQuery): Promise<ProposalAnswer> {
    const proposal = await this.present.look(viewer.program, [], async (known) => {
      const kept = await findProposal(known.tx, viewer, known.now, id);
      const [clear] = await this.proposals.open(known.tx, known, [kept]);
      return clear as Proposal;
    });
    if (proposal.state !== 'open') return { proposal, preview: null, obstacle: null };
    try {
      const { unit } = proposal;
      const drafts = await this.present.look(
        viewer.program,
        [unit],
        (known) => {
          requireUnit(known, unit);
          return wantedOf(proposal)(known);
        },
        viewer.sight,
      );
      const preview = await this.queries.execute(new PreviewQuery(viewer, unit, drafts));
      return { proposal, preview, obstacle: null };
    } catch (error) {
      if (error instanceof Refusal) return { proposal, preview: null, obstacle: error.message };
      throw error;
    }
  }
}
