/** Room around the bars; on the left for amounts up to 999,999. */
export const MARGIN = { left: 58, right: 20, top: 22, bottom: 24 };

/** From months after the start to pixels; the slider below the bars uses the same. */
export function placesOf(end: number, step: number, width: number): (months: number) => number {
  const first = -step * 0.55;
  const room = Math.max(width - MARGIN.right - MARGIN.left, 1);
  return (months) => MARGIN.left + ((months - first) / (end + 0.3 - first)) * room;
}

/** From an amount to pixels, upwards. @param height of the largest amount */
export function heightsOf(most: number, height: number): (amount: number) => number {
  return (amount) => MARGIN.top + height - (amount / most) * height;
}

/** Round amounts from 0 to the largest, about four of them. */
export function ticksOf(most: number): readonly number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}
