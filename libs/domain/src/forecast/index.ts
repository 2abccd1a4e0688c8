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
} from './ladder.js';
export { DAY, type Stretches } from './spells.js';
