export { type Chance, chanceOf } from './chance.js';
export {
  type Arrivals,
  arrivalsOf,
  Climber,
  DRAWS,
  FEWEST_PRECEDENTS,
  type Forecast,
  forecastFrom,
  forecastOf,
} from './forecast.js';
export {
  eachPresence,
  type Gate,
  type Ladder,
  ladderOf,
  type Presence,
  presenceOf,
  supposedAt,
} from './ladder.js';
export { shareArrivals } from './share.js';
export { DAY, type Stretches } from './spells.js';
