/** Numbers of at least 0 and below 1, one after another. */
export type Chance = () => number;

/**
 * Chance that can be repeated (mulberry32 over FNV-1a): the same labels, the same numbers. Good
 * enough to draw from, never for a secret.
 * @source Tommy Ettinger, mulberry32, public domain; Fowler, Noll and Vo, FNV-1a
 */
export function chanceOf(...labels: readonly (string | number)[]): Chance {
  let state = 0x811c9dc5;
  for (const letter of labels.join('/')) {
    state = Math.imul(state ^ (letter.codePointAt(0) as number), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw from the standard normal distribution (Box and Muller). */
export function normalDraw(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** The share of the standard normal distribution below a value, to 7 decimals. @source Abramowitz and Stegun, 26.2.17 */
export function normalShare(value: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(value));
  const tail =
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429)))) *
    (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI));
  return value < 0 ? tail : 1 - tail;
}

/** The value below which that share (above 0, below 1) of the standard normal distribution lies. @source Peter Acklam */
export function normalQuantile(share: number): number {
  const p = Math.min(Math.max(share, 1e-9), 1 - 1e-9);
  if (p < 0.024_25) return lower(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - 0.024_25) return -lower(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.696_830_286_653_76 * r + 220.946_098_424_520_8) * r - 275.928_510_446_969_1) * r +
      138.357_751_867_269) *
      r -
      30.664_798_066_147_16) *
      r +
      2.506_628_277_459_239) *
      q) /
    (((((-54.476_098_798_224_06 * r + 161.585_836_858_040_9) * r - 155.698_979_859_886_6) * r +
      66.801_311_887_719_72) *
      r -
      13.280_681_552_885_72) *
      r +
      1)
  );
}

function lower(q: number): number {
  return (
    (((((-0.007_784_894_002_430_293 * q - 0.322_396_458_041_136_5) * q - 2.400_758_277_161_838) *
      q -
      2.549_732_539_343_734) *
      q +
      4.374_664_141_464_968) *
      q +
      2.938_163_982_698_783) /
    ((((0.007_784_695_709_041_462 * q + 0.322_467_129_070_039_8) * q + 2.445_134_137_142_996) * q +
      3.754_408_661_907_416) *
      q +
      1)
  );
}
