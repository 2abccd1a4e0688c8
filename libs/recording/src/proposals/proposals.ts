import type { EventId, UnitKey } from '#lib/domain';
import { ERASED, requireRecordable, type Seals } from '#lib/event-log';
import { newId, type Tx } from '#lib/platform';
import type { Known } from '../known.js';
import { type Asking, keepWithinReach } from '../reach.js';
import type { Instead } from '../recorder.js';
import { needsApproval, type ProposalKind, type Sensitive } from './approvals.js';
import { insertProposal, type KeptProposal, type ProposalState } from './proposal-rows.js';

/** What somebody wants to have recorded, as they asked for it. */
export type Wish = Sensitive & { readonly data: unknown };

/** A proposal in clear. */
export interface Proposal {
  readonly id: string;
  readonly unit: UnitKey;
  readonly kind: ProposalKind;
  /** As asked for; null where the words of the proposer were erased. */
  readonly wanted: unknown;
  readonly state: ProposalState;
  readonly proposedAt: number;
  readonly proposedBy: { readonly id: string; readonly name: string };
  readonly expiresAt: number;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** Its first fact, once it is in the log. */
  readonly event: EventId | null;
}

/** What became of what needs somebody else’s approval. */
export interface Proposed {
  readonly kind: 'proposed';
  readonly proposal: Proposal;
}

/** How long somebody else has time. */
const OPEN_FOR_MS = 30 * 86_400_000;

/** Keeps what needs somebody else’s approval until it is there. */
export class Proposals {
  constructor(private readonly seals: Seals) {}

  /**
   * What to do with drafts about to be recorded: where the program wants approval, they are kept as a
   * proposal instead.
   */
  instead(by: Asking, unit: UnitKey, wish: Wish): Instead<Proposed> {
    const [id, event] = [newId(), newId() as EventId];
    const { subject, name } = by.actor;
    return async (known, drafts) => {
      if (!(await needsApproval(known, wish))) return undefined;
      await keepWithinReach(known, by, drafts);
      requireRecordable(drafts, known.now);
      const texts = { name, wanted: JSON.stringify(wish.data) };
      const sealed = await this.seals.seal(known.tx, known.program, subject, texts);
      const fresh = {
        ...{ id, unit, kind: wish.kind, proposer: subject, sealed, event },
        ...{ proposedAt: known.now, expiresAt: known.now + OPEN_FOR_MS },
      };
      await insertProposal(known.tx, known.program, fresh);
      const proposal: Proposal = {
        ...{ id, unit, kind: wish.kind, wanted: wish.data, state: 'open' },
        ...{ proposedAt: known.now, expiresAt: fresh.expiresAt },
        proposedBy: { id: subject, name },
        ...{ decidedAt: null, decidedBy: null, reason: null, event: null },
      };
      return { kind: 'proposed', proposal };
    };
  }

  /** Some proposals of a program in clear. */
  async open(
    tx: Tx,
    known: Pick<Known, 'program'>,
    kept: readonly KeptProposal[],
  ): Promise<readonly Proposal[]> {
    const closed = kept.filter(({ closing }) => closing !== null);
    const [texts, reasons] = [
      await this.seals.unseal(
        tx,
        known.program,
        kept.map(({ proposer, sealed }) => ({ subject: proposer, sealed })),
      ),
      await this.seals.unseal(
        tx,
        known.program,
        closed.map(({ decidedBy, closing }) => ({
          subject: decidedBy ?? '',
          sealed: closing ?? {},
        })),
      ),
    ];
    const reasonOf = new Map(
      closed.map(({ id }, index) => [id, reasons[index]?.['reason'] ?? null]),
    );
    return kept.map(({ sealed: _sealed, closing: _closing, proposer, event, ...rest }, index) => {
      const { name = ERASED, wanted = ERASED } = texts[index] ?? {};
      return {
        ...rest,
        wanted: wanted === ERASED ? null : (JSON.parse(wanted) as unknown),
        proposedBy: { id: proposer, name },
        reason: reasonOf.get(rest.id) ?? null,
        event: rest.state === 'approved' ? event : null,
      };
    });
  }

  /** A reason for closing one, as it is kept. */
  async sealReason(
    known: Known,
    subject: string,
    reason: string | undefined,
  ): Promise<Readonly<Record<string, string>> | null> {
    if (reason === undefined) return null;
    return this.seals.seal(known.tx, known.program, subject, { reason });
  }
}
