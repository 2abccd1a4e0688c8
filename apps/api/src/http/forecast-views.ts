import type { Forecast, Instant } from '#lib/domain';
import type { Learnt, ModelForecast } from '#lib/projections';
import { instantText } from './instants.js';

/** A forecast as answers show it: days, and null where there is none to give. */
export function forecastView(forecast: Forecast) {
  if (forecast.basis !== 'history') return forecast;
  const { p10, p50, p85, p90, beyond } = forecast;
  return {
    ...forecast,
    p10: dayText(p10),
    p50: dayText(p50),
    p85: dayText(p85),
    p90: dayText(p90),
    beyond: Math.round(beyond * 1000) / 1000,
  };
}

/** What a forecast was learnt from, as answers show it. */
export function learntView({ asOf, position }: Learnt) {
  return { asOf: instantText(asOf), position };
}

/** What lies before a unit in one model, as answers show it. */
export function modelForecastView({ since, next, last, learntFrom, ...rest }: ModelForecast) {
  const ahead = (one: ModelForecast['next']) =>
    one && { stage: one.stage, forecast: forecastView(one.forecast) };
  return {
    ...rest,
    since: instantText(since),
    next: ahead(next),
    last: ahead(last),
    learntFrom: learntView(learntFrom),
  };
}

function dayText(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}
