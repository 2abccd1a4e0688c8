import type { Forecast, Target } from '#lib/domain';

/** When a target will be reached: a range with its basis, or that too little is known to say. */
export type TargetForecast = Forecast;

/** Forecasts the targets of one reading; undefined: nothing is forecast for such a goal. */
export type ForecastOf = (target: Target) => TargetForecast | undefined;
