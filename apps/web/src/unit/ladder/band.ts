import type { Schemas } from '#lib/client';

type Forecast = Schemas['Forecast'];

/** A forecast as a band on a line of time that begins now: places in percent of the line. */
export interface Band {
  readonly likely: readonly [from: number, to: number];
  readonly wide: readonly [from: number, to: number];
  /** The band has no end on the line: later than anything seen so far is likely enough. */
  readonly open: boolean;
}

const ROOM = 1.08;

/** @returns undefined where not even the earliest day can be given */
export function bandOf({ p10, p50, p85, p90 }: Forecast, now: string): Band | undefined {
  const given = [p10, p50, p85, p90].filter((day) => typeof day === 'string');
  const last = given.at(-1);
  const start = p10 ?? p50;
  if (!last || !start) return undefined;
  const begin = Date.parse(now);
  const span = Math.max((Date.parse(last) - begin) * ROOM, 1);
  const placeOf = (day: string | null | undefined) =>
    day ? clamp((100 * (Date.parse(day) - begin)) / span) : 100;
  return {
    wide: [placeOf(start), placeOf(p90)],
    likely: [placeOf(p50), placeOf(p85)],
    open: !p90,
  };
}

const clamp = (percent: number) => Math.min(100, Math.max(0, percent));
