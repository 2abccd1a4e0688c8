import {
  arrivalsOf,
  chanceOf,
  Climber,
  DAY,
  eachPresence,
  FEWEST_PRECEDENTS,
  ladderOf,
  type Stretches,
} from '#lib/domain';

/** One forecast and what then happened. */
export interface Judged {
  /** Share of the forecast that lay before what happened (chance decides among equals): 0–1. */
  readonly place: number;
  /** What happened is not known to its end: the place is at least this. */
  readonly open: boolean;
  /** The forecast's P90 has a date. */
  readonly closed: boolean;
  /** It had happened already, and was only not known yet. */
  readonly past: boolean;
  readonly steps: number;
  /** Days from P10 to P90. */
  readonly width: number;
}

/** How the forecasts of a history did. */
export interface Score {
  readonly forecasts: number;
  /** Share of what happened that lay from P10 to P90: 0–1; should be 0.8. */
  readonly covered: number;
  readonly below10: number;
  readonly above90: number;
  readonly below50: number;
  readonly below85: number;
  readonly closed: number;
  /** Median width of the band in days, of those that have an end. */
  readonly width: number;
}

/**
 * Forecasts everybody's next stages as of some instants.
 * @param known what was known at an instant
 * @param truth what then happened
 * @param lastSeen up to when the truth is known
 */
export function judge(
  {
    known,
    truth,
    cuts,
    goals,
    lastSeen = Number.POSITIVE_INFINITY,
  }: {
    readonly known: (cut: number) => Stretches;
    readonly truth: Stretches;
    readonly cuts: readonly number[];
    readonly goals: readonly number[];
    readonly lastSeen?: number;
  },
  seed: string,
): { readonly judged: readonly Judged[]; readonly refused: number } {
  const judged: Judged[] = [];
  let refused = 0;
  const top = Math.max(...Array.from(truth.ordinal));
  const rows = new Map<number, number[]>();
  for (let row = 0; row < truth.length; row++) {
    const unit = truth.unit[row] as number;
    rows.set(unit, [...(rows.get(unit) ?? []), row]);
  }
  for (const cut of cuts) {
    const stretches = known(cut);
    const ladder = ladderOf(stretches, cut);
    const climber = new Climber(ladder);
    eachPresence(ladder, stretches, cut, (presence, unit) => {
      for (const steps of goals) {
        const goal = presence.ordinal + steps;
        if (goal > top) continue;
        const chance = chanceOf(seed, cut, unit, goal);
        const { days, precedents } = arrivalsOf(climber, presence, cut, goal, chance);
        if (precedents < FEWEST_PRECEDENTS) {
          refused++;
          continue;
        }
        const happened = (rows.get(unit) ?? []).find(
          (row) => (truth.until[row] as number) > cut && (truth.ordinal[row] as number) >= goal,
        );
        const arrived =
          happened === undefined
            ? Number.POSITIVE_INFINITY
            : Math.max(cut, truth.from[happened] as number);
        const open = happened === undefined ? Number.isFinite(lastSeen) : arrived > lastSeen;
        const after = (Math.min(arrived, lastSeen) - cut) / DAY;
        const least = days.filter((one) => one < after).length;
        const dated = days.filter((one) => Number.isFinite(one)).length;
        // later than all that was dated: somewhere in what was said to lie beyond
        const most = least === dated ? days.length : days.filter((one) => one <= after).length;
        const p90 = days[Math.floor(0.9 * days.length)] as number;
        judged.push({
          place: (least + (open ? 0 : (most - least) * chance())) / days.length,
          open,
          closed: Number.isFinite(p90),
          past: !open && happened !== undefined && (truth.from[happened] as number) <= cut,
          steps,
          width: p90 - (days[Math.floor(0.1 * days.length)] as number),
        });
      }
    });
  }
  return { judged, refused };
}

/** Counts places; what is open is counted by Kaplan and Meier. */
export function scoreOf(judged: readonly Judged[]): Score {
  const sorted = [...judged].sort((a, b) => a.place - b.place);
  const below = (share: number) => {
    let left = 1;
    for (const [index, { place, open }] of sorted.entries()) {
      if (place > share) break;
      if (!open) left *= 1 - 1 / (sorted.length - index);
    }
    return 1 - left;
  };
  const widths = judged
    .filter(({ closed }) => closed)
    .map(({ width }) => width)
    .sort((a, b) => a - b);
  return {
    forecasts: judged.length,
    covered: below(0.9) - below(0.1),
    below10: below(0.1),
    above90: 1 - below(0.9),
    below50: below(0.5),
    below85: below(0.85),
    closed: widths.length / Math.max(1, judged.length),
    width: widths[widths.length >> 1] ?? Number.NaN,
  };
}
