import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { MilestoneKey, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { belowAny, Moments, requireSeen, topsOf, type Viewer } from '#lib/projections';
import { TOLD } from '../read-model/decisions.js';
import type { Recommendation } from '../recommendations/recommend.js';
import { maskSteps } from './masked.js';
import { type Precedents, precedentsOf } from './precedents.js';

/** Whether a person has decided about a next step. */
export type RecommendationStatus = 'open' | 'accepted' | 'dismissed';

/** A next step with what the program's log and its people say of it. */
export interface RankedRecommendation extends Recommendation {
  readonly precedents: Precedents;
  readonly status: RecommendationStatus;
}

/** Of one unit; or of a unit and all below it, of all units without `under`. */
export type RecommendationScope = { readonly unit: UnitKey } | { readonly under?: UnitKey };

/** A page of next steps: first those not dismissed, by rank, then the dismissed ones. */
export interface RecommendationsAnswer {
  readonly items: readonly RankedRecommendation[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** The next steps of some units in sight in their order. @throws UnknownUnit */
export class RecommendationsQuery extends Query<RecommendationsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly scope: RecommendationScope,
    readonly limit: number,
    /** `next` of the page before. */
    readonly after?: string,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
  readonly rank: number;
  readonly body: Omit<Recommendation, 'id' | 'unit' | 'milestone' | 'rank'>;
  readonly status: RecommendationStatus;
}

/** Where a page begins: among the dismissed or not, and the row before it. */
interface Place {
  readonly dismissed: boolean;
  readonly rank: number;
  readonly unit: string;
  readonly id: string;
}

const START: Place = {
  dismissed: false,
  rank: 0,
  unit: '',
  id: '00000000-0000-0000-0000-000000000000',
};

const PAGE = `
  WITH ${TOLD},
  decided AS MATERIALIZED (
    SELECT DISTINCT ON (subject) subject, data->>'decision' AS decision FROM told
     WHERE type = 'recommendation.decided' ORDER BY subject, position DESC)
  SELECT id, unit, milestone, rank, body, coalesce(decision, 'open') AS status
    FROM recommendation LEFT JOIN decided ON subject = id
   WHERE program_id = $1 AND ($2::text IS NULL OR unit = $2) AND ${belowAny(3)}
     AND (decision IS NOT DISTINCT FROM 'dismissed') = $4 AND (rank, unit, id) > ($5, $6, $7::uuid)
   ORDER BY rank, unit, id LIMIT $8`;

@QueryHandler(RecommendationsQuery)
export class RecommendationsQueryHandler implements IQueryHandler<RecommendationsQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, scope, limit, after }: RecommendationsQuery): Promise<RecommendationsAnswer> {
    const { program } = viewer;
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        const unit = 'unit' in scope ? scope.unit : scope.under;
        const pointer = 'unit' in scope ? undefined : '?under';
        if (unit !== undefined) await requireSeen(tx, viewer, unit, pointer);
        const page = (place: Place, most: number) => readPage(tx, viewer, scope, place, most);
        const place = after === undefined ? START : placeOf(after);
        const rows = await page(place, limit + 1);
        if (!place.dismissed && rows.length <= limit) {
          rows.push(...(await page({ ...START, dismissed: true }, limit + 1 - rows.length)));
        }
        const shown = rows.slice(0, limit);
        const precedents = await precedentsOf(tx, program, shown);
        const last = shown[shown.length - 1];
        return {
          items: await maskSteps(
            tx,
            viewer,
            shown.map((row) => ranked(row, precedents(row))),
          ),
          next: last && rows.length > limit ? nextPlace(last) : null,
        };
      },
      { readOnly: true },
    );
  }
}

function readPage(
  tx: Tx,
  viewer: Viewer,
  scope: RecommendationScope,
  { dismissed, rank, unit, id }: Place,
  limit: number,
): Promise<Row[]> {
  const [one, below] = 'unit' in scope ? [scope.unit, null] : [null, topsOf(viewer, scope.under)];
  return tx.query<Row>(PAGE, [viewer.program, one, below, dismissed, rank, unit, id, limit]);
}

function ranked({ body, ...row }: Row, precedents: Precedents): RankedRecommendation {
  return { ...row, ...body, precedents };
}

function nextPlace({ status, rank, unit, id }: Row): string {
  return JSON.stringify([status === 'dismissed', rank, unit, id]);
}

function placeOf(written: string): Place {
  const [dismissed, rank, unit, id] = JSON.parse(written) as [boolean, number, string, string];
  return { dismissed, rank, unit, id };
}

/** Whether a text is a place in the list of next steps. */
export function isRecommendationPlace(text: string): boolean {
  return /^\[(true|false),\d{1,9},"[a-z0-9-]{1,64}","[0-9a-f-]{36}"\]$/.test(text);
}
