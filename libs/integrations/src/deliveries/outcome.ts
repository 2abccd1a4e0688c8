import type { DeliveryStatusText } from '#lib/contracts';
import type { EventId, UnitKey } from '#lib/domain';
import type { MappedFact } from '../mappings/finding.js';
import { storable } from '../storable.js';

/** Where a delivery stands. */
export type DeliveryStatus = (typeof DeliveryStatusText.options)[number];

/** What became of one fact that a delivery tells. */
export interface FindingOutcome {
  readonly rule: string;
  readonly kind: MappedFact['kind'];
  readonly milestone: string;
  readonly occurredAt: string;
  /** What the source calls the unit. */
  readonly external: string;
  /** The unit that was found. */
  readonly unit?: UnitKey;
  readonly outcome:
    | 'recorded'
    | 'repeated'
    | 'nothing'
    | 'none'
    | 'unmatched'
    | 'rejected'
    | 'failed';
  readonly event?: EventId;
  readonly reason?: string;
}

/** What became of a delivery as a whole. */
export interface DeliveryOutcome {
  readonly status: DeliveryStatus;
  readonly reason: string | null;
  readonly findings: readonly FindingOutcome[];
}

/** What asks most for somebody's attention says where the whole delivery stands. */
const BY_WEIGHT: readonly (readonly [FindingOutcome['outcome'], DeliveryStatus])[] = [
  ['failed', 'failed'],
  ['unmatched', 'unmatched'],
  ['rejected', 'rejected'],
  ['recorded', 'recorded'],
  ['repeated', 'recorded'],
];

/** The outcome of a delivery whose facts were dealt with. @param remarks what else is to be said */
export function outcomeOf(
  findings: readonly FindingOutcome[],
  remarks: readonly string[],
): DeliveryOutcome {
  const [, status] = BY_WEIGHT.find(([one]) => findings.some(({ outcome }) => outcome === one)) ?? [
    undefined,
    'ignored' as const,
  ];
  const reasons = [
    ...findings.filter((one) => REASONED[status] === one.outcome).map(reasonOf),
    ...remarks,
    ...(status === 'ignored' ? findings.map(reasonOf) : []),
  ];
  return { status, reason: storable([...new Set(reasons)].join(' '), 1000) || null, findings };
}

const REASONED: Partial<Record<DeliveryStatus, FindingOutcome['outcome']>> = {
  ...{ failed: 'failed', unmatched: 'unmatched', rejected: 'rejected' },
};

function reasonOf({ outcome, external, reason }: FindingOutcome): string {
  if (reason !== undefined) return reason;
  if (outcome === 'unmatched') return `Nobody has said yet which unit "${external}" is.`;
  if (outcome === 'none') return `"${external}" is none of our units, as somebody said.`;
  return 'The target stands there already, or was moved later.';
}
