import type { Instant, Target } from '#lib/domain';

/** When a target will be reached: a range with its basis, or that too little is known to say. */
export type TargetForecast =
  | {
      readonly basis: 'history';
      /** In half, and in 85 of 100 cases by then; null: not within what has been seen of others. */
      readonly p50: Instant | null;
      readonly p85: Instant | null;
      readonly precedents: number;
    }
  | { readonly basis: 'not-enough-history'; readonly precedents: number };

/** Forecasts the targets of one reading; undefined: nothing is forecast for such a goal. */
export type ForecastOf = (target: Target) => TargetForecast | undefined;

/** Where nothing is forecast. */
export const NO_FORECASTS: ForecastOf = () => undefined;
