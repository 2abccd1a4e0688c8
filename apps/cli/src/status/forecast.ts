import type { Schemas } from '#lib/client';
import type { Terminal } from '../terminal.js';
import { wrap } from '../text/width.js';

type Reached = UnitForecast['next'];
export type UnitForecast = Schemas['UnitForecast']['items'][number];

const LABEL = 'Forecast  ';

/** When the next stage is reached, as far as history tells: a range, never one date. */
export function forecastLines(
  { paint, dates }: Pick<Terminal, 'paint' | 'dates'>,
  next: Reached,
  asOf: string,
  room: number,
): readonly string[] {
  if (!next) return [];
  const { forecast } = next;
  const { p10, p50, p85, p90, basis, precedents } = forecast;
  const said = (text: string, colour: (line: string) => string) =>
    wrap(text, room - LABEL.length).map(
      (line, index) => (index === 0 ? paint.faint(LABEL) : ' '.repeat(LABEL.length)) + colour(line),
    );
  if (basis === 'not-enough-history') {
    const passed = precedents === 0 ? 'nobody has passed' : `only ${precedents} have passed`;
    return said(`no date yet: ${passed} every gate on the way; it takes 10`, paint.faint);
  }
  if (!p10) {
    return said(`no date: it has taken longer than for any of ${precedents} others`, paint.warn);
  }
  const odds = [
    p50 ? `even odds by ${dates.month(p50)}` : 'even odds not within what has been seen',
    ...(p85 ? [`85 in 100 by ${dates.month(p85)}`] : []),
  ];
  return [
    ...said(`from ${dates.month(p10)}, ${odds.join(', ')} (from ${precedents} others)`, String),
    ...band(paint, { p10, p50, p90: p90 ?? p85 }, asOf, dates, room),
  ];
}

/** Time from the present on, the likely part drawn thick. */
function band(
  paint: Terminal['paint'],
  {
    p10,
    p50,
    p90,
  }: { readonly p10: string; readonly p50?: string | null; readonly p90?: string | null },
  asOf: string,
  dates: Terminal['dates'],
  room: number,
): readonly string[] {
  const begin = Date.parse(asOf);
  const last = p90 ?? p50 ?? p10;
  const from = dates.month(asOf);
  const to = p90 ? dates.month(p90) : 'open';
  const columns = Math.min(48, room - from.length - to.length - 12);
  const span = Date.parse(last) - begin;
  if (columns < 12 || span <= 0) return [];
  const at = (instant: string) =>
    Math.round(((Date.parse(instant) - begin) / span) * (columns - (p90 ? 1 : 4)));
  const cells = Array.from({ length: columns }, (_, column) => {
    if (p50 && column === at(p50)) return paint.title('●');
    return column < at(p10)
      ? paint.faint('┄')
      : paint.done(p90 || column < columns - 3 ? '━' : '╍');
  });
  return [`          ${paint.faint(from)} ${cells.join('')} ${paint.faint(to)}`];
}
