import {
  chanceOf,
  Climber,
  DAY,
  eachPresence,
  forecastOf,
  ladderOf,
  type Presence,
  shareArrivals,
} from '#lib/domain';
import { median, milliseconds, report } from '../measure.js';
import { type HistoryKind, historyOf } from './histories.js';

/** How long it takes to learn from a history, and to forecast a unit and a share. */
export async function speed(kind: HistoryKind, units: number): Promise<void> {
  const history = historyOf({ ...kind, units }, 1);
  const asOf = 1_800 * DAY;
  const times = async (rounds: number, work: () => unknown) => {
    const figures: number[] = [];
    for (let round = 0; round < rounds; round++) figures.push(await milliseconds(work));
    return median(figures);
  };
  const name = `${units.toLocaleString('en')} units`;
  const learning = await times(3, () => ladderOf(history, asOf));
  report(
    `${name}: to learn one line from ${history.length} stretches`,
    `${learning.toFixed(0)} ms`,
  );
  const ladder = ladderOf(history, asOf);
  report(`${name}: what is kept of it`, `${(JSON.stringify(ladder).length / 1000).toFixed(0)} kB`);
  const climber = new Climber(ladder);
  const below: Presence[] = [];
  eachPresence(ladder, history, asOf, (presence) => {
    if (presence.ordinal < 4) below.push(presence);
  });
  const some = below.slice(0, 500);
  const each = await times(3, () => {
    for (const presence of some) forecastOf(climber, presence, asOf, 4, chanceOf('speed'));
  });
  report(`${name}: to forecast one unit’s last stage`, `${(each / some.length).toFixed(2)} ms`);
  const goal = { asOf, goal: 4, needed: Math.ceil(below.length / 2) };
  const share = await times(3, () => shareArrivals(ladder, below, goal, chanceOf('speed')));
  report(`${name}: to forecast when half of ${below.length} are there`, `${share.toFixed(0)} ms`);
}
