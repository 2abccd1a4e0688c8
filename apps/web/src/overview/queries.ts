import { api } from '../api/client.js';
import type { Moment } from '../time/moment.js';
import type { OverviewSearch } from './search.js';
import { trendRange } from './trend/months.js';

/** What the figures of the page are asked for. */
export interface Shown extends Moment, OverviewSearch {}

/** The topmost units in sight. */
export const topUnits = ({ asOf, knownAt }: Moment) =>
  api.queryOptions('get', '/api/v1/units', {
    params: { query: { top: 'true', limit: 500, asOf, knownAt } },
  });

/** What the unit is, and the way down to it. */
export const unitOf = (unit: string) =>
  api.queryOptions('get', '/api/v1/units/{unit}', { params: { path: { unit } } });

/** The figures of now, or of the day that is looked at. */
export const rollupOf = (unit: string, { model, kind, tag, asOf, knownAt }: Shown) =>
  api.queryOptions('get', '/api/v1/rollups/{unit}', {
    params: { path: { unit }, query: { model, kind, tag, asOf, knownAt } },
  });

/** The children across models, or across the dimensions of the model. */
export const heatmapOf = (unit: string, { model, by, kind, tag, asOf, knownAt }: Shown) =>
  api.queryOptions('get', '/api/v1/rollups/{unit}/heatmap', {
    params: {
      path: { unit },
      query: {
        ...(by === 'dimensions' ? { by, model } : {}),
        kind,
        tag,
        asOf,
        knownAt,
      },
    },
  });

/** The distribution over time, always up to today. @param today a day */
export const trendOf = (
  unit: string,
  { model, kind, tag, span, asOf, knownAt }: Shown,
  today: string,
) => {
  const { from, every } = trendRange(span, asOf, today);
  return api.queryOptions('get', '/api/v1/rollups/{unit}/trend', {
    params: { path: { unit }, query: { model, kind, tag, knownAt, from, every } },
  });
};

/** How many rose and fell since a day. */
export const movesOf = (unit: string, { model, kind, tag, asOf, knownAt }: Shown, since: string) =>
  api.queryOptions('get', '/api/v1/rollups/{unit}/changes', {
    params: {
      path: { unit },
      query: { model, kind, tag, knownAt, from: since, to: asOf, limit: 1 },
    },
  });
