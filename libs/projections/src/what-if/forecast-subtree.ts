import type { MaturityModel, StageRef, UnitKey } from '#lib/domain';
import type { ShareForecast, SupposedPlaces } from '../forecast/forecast-reading.js';
import type { Forecasts } from '../forecast/forecasts.js';
import { stageOf, stagesOf } from '../rollups/figures.js';
import type { RollupReading } from '../rollups/rollups.js';

/** When half of a subtree will be a stage further than its median is now, without and with what is supposed. */
export interface AheadOfSubtree {
  readonly stage: StageRef;
  readonly share: number;
  readonly before: ShareForecast;
  readonly after: ShareForecast;
}

const HALF = 0.5;

/** @returns null where nobody stands in the model, or its median is at the last stage */
export async function forecastSubtree(
  reading: RollupReading,
  forecasts: Forecasts,
  {
    unit,
    model,
    median,
    places,
  }: {
    readonly unit: UnitKey;
    readonly model: MaturityModel;
    readonly median: number | null;
    readonly places: SupposedPlaces;
  },
): Promise<AheadOfSubtree | null> {
  const next = median === null ? undefined : stagesOf(model)[median];
  if (!next) return null;
  const line = { kind: 'stages', model: model.id } as const;
  const found = await forecasts.of(reading, {});
  return {
    stage: stageOf(model, next.ordinal),
    share: HALF,
    before: await found.ofShare(unit, line, next.ordinal, HALF),
    after: await found.ofShare(unit, line, next.ordinal, HALF, places),
  };
}
