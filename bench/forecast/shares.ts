import {
  chanceOf,
  DAY,
  eachPresence,
  FEWEST_PRECEDENTS,
  ladderOf,
  type Presence,
  shareArrivals,
} from '#lib/domain';
import { CUTS } from './generated.js';
import { type HistoryKind, historyOf } from './histories.js';
import { type Judged, type Score, scoreOf } from './score.js';

/** Forecasts when 60 % of those who had begun will have been at the third stage, and looks at what then happened. */
export function backTestShares(kind: HistoryKind, seeds: number): Score {
  const judged: Judged[] = [];
  const goal = 3;
  for (let seed = 0; seed < seeds; seed++) {
    const truth = historyOf(kind, seed);
    for (const cut of CUTS.map((day) => day * DAY)) {
      const ladder = ladderOf(truth, cut);
      const below = new Map<number, Presence>();
      let there = 0;
      eachPresence(ladder, truth, cut, (presence, unit) => {
        if (presence.ordinal >= goal) there++;
        else below.set(unit, presence);
      });
      const needed = Math.ceil(0.6 * (there + below.size)) - there;
      if (needed < 1) continue;
      const chance = chanceOf('share', kind.name, seed, cut);
      const asked = { asOf: cut, goal, needed };
      const { days, precedents } = shareArrivals(ladder, [...below.values()], asked, chance);
      if (precedents < FEWEST_PRECEDENTS) continue;
      const arrived = new Map<number, number>();
      for (let row = 0; row < truth.length; row++) {
        const unit = truth.unit[row] as number;
        if (!below.has(unit) || arrived.has(unit) || (truth.ordinal[row] as number) < goal)
          continue;
        if ((truth.until[row] as number) > cut) arrived.set(unit, truth.from[row] as number);
      }
      const sorted = [...arrived.values()].sort((a, b) => a - b);
      const after = ((sorted[needed - 1] ?? Number.POSITIVE_INFINITY) - cut) / DAY;
      const least = days.filter((one) => one < after).length;
      const dated = days.filter((one) => Number.isFinite(one)).length;
      const most = least === dated ? days.length : days.filter((one) => one <= after).length;
      const [p10, p90] = [0.1, 0.9].map((at) => days[Math.floor(at * days.length)] as number);
      judged.push({
        place: (least + (most - least) * chance()) / days.length,
        open: false,
        past: false,
        closed: Number.isFinite(p90),
        steps: 0,
        width: (p90 as number) - (p10 as number),
      });
    }
  }
  return scoreOf(judged);
}
