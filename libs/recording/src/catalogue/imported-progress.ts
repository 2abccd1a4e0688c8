import type { Converted, ImportedFact, ImportFormat } from '#lib/catalogue';
import type { MilestoneKey, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';

type Progress = Converted['progress'];

/** What becomes of the progress that comes with models. */
export interface ProgressReport {
  /** Facts that are new. */
  readonly recorded: number;
  /** Facts that an earlier import recorded. */
  readonly known: number;
  readonly units: readonly {
    readonly unit: UnitKey;
    readonly recorded: number;
    readonly known: number;
  }[];
  /** Those that an earlier import recorded otherwise; they stay as they are. */
  readonly otherwise: readonly Otherwise[];
  readonly unknownTeams: Progress['unknownTeams'];
}

/** A fact that was recorded otherwise than it is told now. */
export interface Otherwise {
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
  readonly occurredAt: string;
  readonly was: { readonly unit: UnitKey; readonly occurredAt: string };
}

/** Shown of those that are told otherwise. */
const MOST_SHOWN = 100;

/** Where the facts of an import come from, so that none is recorded twice. */
function sourceOf(from: ImportFormat): string {
  return `urn:waymark:import:${from}`;
}

/** Parts facts into those that are new and those that the log has. */
export async function compareFacts(
  known: Known,
  from: ImportFormat,
  { facts, unknownTeams }: Progress,
): Promise<{ readonly fresh: readonly ImportedFact[]; readonly report: ProgressReport }> {
  const before = await recordedBefore(known, from, facts);
  const fresh = facts.filter(({ sourceId }) => !before.has(sourceId));
  const repeated = facts.filter(({ sourceId }) => before.has(sourceId));
  const otherwise = repeated.flatMap(({ unit, milestone, occurredAt, sourceId }) => {
    const was = before.get(sourceId) as Recorded;
    const same = was.unit === unit && was.occurredAt === occurredAt;
    return same ? [] : [{ unit, milestone, occurredAt, was }];
  });
  const of = (unit: UnitKey, some: readonly ImportedFact[]) =>
    some.filter((fact) => fact.unit === unit).length;
  const units = [...new Set(facts.map(({ unit }) => unit))].sort();
  return {
    fresh,
    report: {
      recorded: fresh.length,
      known: repeated.length,
      units: units.map((unit) => ({
        unit,
        recorded: of(unit, fresh),
        known: of(unit, repeated),
      })),
      otherwise: otherwise.slice(0, MOST_SHOWN),
      unknownTeams,
    },
  };
}

type Recorded = Otherwise['was'];

async function recordedBefore(
  { tx, program }: Known,
  from: ImportFormat,
  facts: readonly ImportedFact[],
): Promise<ReadonlyMap<string, Recorded>> {
  if (facts.length === 0) return new Map();
  const rows = await tx.query<{ sourceId: string; unit: UnitKey; occurredAt: string }>(
    `SELECT source_id AS "sourceId", unit, occurred_at AS "occurredAt" FROM event
      WHERE program_id = $1 AND source = $2 AND source_id = ANY($3::text[])`,
    [program, sourceOf(from), facts.map(({ sourceId }) => sourceId)],
  );
  return new Map(
    rows.map(({ sourceId, unit, occurredAt }) => [sourceId, { unit, occurredAt }] as const),
  );
}

/** As another system would tell it. */
export function draftOf(fact: ImportedFact, from: ImportFormat): EventDraft {
  const { unit, milestone, degree, occurredAt, note, sourceId } = fact;
  const data = { milestone, ...(degree === 1 ? {} : { degree }), note };
  return { type: 'milestone.achieved', unit, occurredAt, data, source: sourceOf(from), sourceId };
}
