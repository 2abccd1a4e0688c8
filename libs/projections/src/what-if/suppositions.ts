import {
  type Instant,
  type MilestoneKey,
  parseOccurrence,
  type Supposition,
  type UnitKey,
} from '#lib/domain';
import { TooMuchAsked, UnknownUnit } from '../errors.js';
import type { OrganisationAt, UnitFilter } from '../rollups/organisation.js';

/** Where something is supposed: at one unit, or at every unit of a subtree; absent: at the unit asked about. */
export interface Where {
  readonly unit?: UnitKey;
  /** The unit `under` itself is one of them; absent: the unit asked about. */
  readonly each?: UnitFilter & { readonly under?: UnitKey };
}

/** A milestone supposed at some units; `on` as people give dates, the future included, absent: now. */
export interface SupposedMilestone extends Where {
  readonly milestone: MilestoneKey;
  readonly on?: string;
  readonly degree?: number;
}

/** What is supposed over a subtree. */
export interface SubtreeWhatIf {
  readonly achieve: readonly SupposedMilestone[];
  readonly lapse: readonly SupposedMilestone[];
}

/** One thing that was supposed, and at how many units. */
export interface Supposed {
  readonly milestone: MilestoneKey;
  readonly outcome: Supposition['outcome'];
  readonly at: Instant;
  readonly units: readonly UnitKey[];
  /** As it was asked for. */
  readonly asked: SupposedMilestone;
}

const AT_MOST = 50_000;

/**
 * What is supposed, unit by unit, by the tree of now.
 * @throws UnknownUnit, TooMuchAsked
 */
export function suppositionsOf(
  chart: OrganisationAt,
  asked: UnitKey,
  { achieve, lapse }: SubtreeWhatIf,
  now: Instant,
): { readonly supposed: readonly Supposed[]; readonly suppositions: readonly Supposition[] } {
  const supposed: Supposed[] = [];
  const suppositions: Supposition[] = [];
  const suppose = (outcome: Supposition['outcome'], list: readonly SupposedMilestone[]) => {
    list.forEach((one, index) => {
      const { milestone, on, degree = 1, ...where } = one;
      const given = on === undefined ? undefined : parseOccurrence(on);
      const at = given?.counts ?? now;
      const name = outcome === 'achieved' ? 'achieve' : 'lapse';
      const units = unitsOf(chart, asked, where, `/${name}/${index}`);
      supposed.push({ milestone, outcome, at, units, asked: one });
      for (const unit of units) suppositions.push({ unit, milestone, outcome, at, degree });
      if (suppositions.length > AT_MOST) {
        throw new TooMuchAsked(
          `More than ${AT_MOST} facts would be supposed. Suppose fewer milestones at once, or fewer units by \`each\`.`,
        );
      }
    });
  };
  suppose('achieved', achieve);
  suppose('lapsed', lapse);
  return { supposed, suppositions };
}

function unitsOf(
  chart: OrganisationAt,
  asked: UnitKey,
  { unit, each }: Where,
  pointer: string,
): readonly UnitKey[] {
  if (each) {
    const under = each.under ?? asked;
    const top = chart.indexOf(under);
    if (top === undefined) throw new UnknownUnit(under, `${pointer}/each/under`);
    return chart
      .below(top, each)
      .map((index) => chart.keyOf(index))
      .sort();
  }
  if (unit !== undefined && chart.indexOf(unit) === undefined) {
    throw new UnknownUnit(unit, `${pointer}/unit`);
  }
  return [unit ?? asked];
}
