import type { EventId, Instant, ProgramId, UnitKey } from '#lib/domain';
import { fromTimestamp, type Tx, toTimestamp } from '#lib/platform';
import { belowAny } from '#lib/projections';
import type { ProposalKind } from './approvals.js';

/** Where a proposal stands; `approved`: it is in the log. */
export type ProposalState = 'open' | 'approved' | 'rejected' | 'withdrawn' | 'expired';

/** A proposal as it is kept, its texts sealed. */
export interface KeptProposal {
  readonly id: string;
  readonly unit: UnitKey;
  readonly kind: ProposalKind;
  readonly proposer: string;
  readonly sealed: Readonly<Record<string, string>>;
  readonly proposedAt: Instant;
  readonly expiresAt: Instant;
  readonly event: EventId;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Why it was closed; null where nobody said so. */
  readonly closing: Readonly<Record<string, string>> | null;
}

type Fresh = Pick<
  KeptProposal,
  'id' | 'unit' | 'kind' | 'proposer' | 'sealed' | 'proposedAt' | 'expiresAt' | 'event'
>;

/** Which proposals are asked for; what is absent does not narrow. */
export interface ProposalNarrowing {
  readonly id?: string;
  readonly state?: ProposalState;
  /** The units they are about, and all below; null: all. */
  readonly tops: readonly UnitKey[] | null;
  /** The unit they are about, and no other. */
  readonly unit?: UnitKey;
  /** The last of the page before. */
  readonly after?: string;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly unit: UnitKey;
  readonly kind: ProposalKind;
  readonly proposer: string;
  readonly sealed: Record<string, string>;
  readonly proposed_at: Date;
  readonly expires_at: Date;
  readonly event: EventId;
  readonly state: ProposalState;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly closing: Record<string, string> | null;
}

/** Under the head's lock, what is read here stays so until the transaction ends. */
const READ = `
  SELECT * FROM (
    SELECT proposal.id, proposal.unit, kind, proposer, sealed, proposed_at, expires_at, event, closing,
           coalesce(recorded.data->>'approvedBy', closed_by::text) AS decided_by,
           coalesce(recorded.recorded_at, closed_at) AS decided_at,
           CASE WHEN recorded.id IS NOT NULL THEN 'approved'
                WHEN closed IS NOT NULL THEN closed
                WHEN expires_at <= $2 THEN 'expired'
                ELSE 'open' END AS state
      FROM proposal
      LEFT JOIN event AS recorded ON recorded.program_id = $1 AND recorded.id = proposal.event
     WHERE proposal.program_id = $1 AND ($3::uuid IS NULL OR proposal.id = $3)
       AND ($4::text IS NULL OR proposal.unit = $4) AND ($5::uuid IS NULL OR proposal.id < $5)
  ) AS known
   WHERE ($6::text IS NULL OR state = $6) AND ${belowAny(7)}
   ORDER BY id DESC LIMIT $8`;

/** Proposals, the latest first. */
export async function readProposals(
  tx: Tx,
  program: ProgramId,
  now: Instant,
  { id, state, tops, unit, after, limit }: ProposalNarrowing,
): Promise<readonly KeptProposal[]> {
  const rows = await tx.query<Row>(READ, [
    program,
    toTimestamp(now),
    ...[id ?? null, unit ?? null, after ?? null, state ?? null],
    ...[tops, limit],
  ]);
  return rows.map(({ proposed_at, expires_at, decided_at, decided_by, ...row }) => ({
    ...row,
    proposedAt: fromTimestamp(proposed_at),
    expiresAt: fromTimestamp(expires_at),
    decidedBy: decided_by,
    decidedAt: decided_at === null ? null : fromTimestamp(decided_at),
  }));
}

/** Keeps a new proposal, once. */
export async function insertProposal(tx: Tx, program: ProgramId, fresh: Fresh): Promise<void> {
  const { id, unit, kind, proposer, sealed, proposedAt, expiresAt, event } = fresh;
  await tx.query(
    `INSERT INTO proposal
       (program_id, id, unit, kind, proposer, sealed, proposed_at, expires_at, event)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (program_id, id) DO NOTHING`,
    [
      ...[program, id, unit, kind, proposer, JSON.stringify(sealed)],
      ...[toTimestamp(proposedAt), toTimestamp(expiresAt), event],
    ],
  );
}

/** Closes an open proposal. Needs the head's lock. */
export async function closeProposal(
  tx: Tx,
  program: ProgramId,
  id: string,
  as: {
    readonly state: 'rejected' | 'withdrawn';
    readonly by: string;
    readonly at: Instant;
    readonly closing: Readonly<Record<string, string>> | null;
  },
): Promise<void> {
  await tx.query(
    `UPDATE proposal SET closed = $3, closed_by = $4, closed_at = $5, closing = $6
      WHERE program_id = $1 AND id = $2`,
    [
      ...[program, id, as.state, as.by, toTimestamp(as.at)],
      as.closing === null ? null : JSON.stringify(as.closing),
    ],
  );
}
