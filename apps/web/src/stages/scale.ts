/** How many steps the scale has; see stages.css. */
const STEPS = 9;

/** The colours of one stage, as values for CSS. */
export interface StageColours {
  readonly fill: string;
  /** For text on the fill: at least 4.5 to 1 in both colour schemes. */
  readonly ink: string;
}

/**
 * The colours of a stage by its rank: one sequential scale, so that higher is stronger in colour, in
 * greyscale and on paper; the label beside or upon it says the number all the same.
 * @param ordinal 0 for "Not started"
 * @param of how many stages there are
 */
export function stageColours(ordinal: number, of: number): StageColours {
  if (ordinal <= 0) return { fill: 'var(--stage-0-fill)', ink: 'var(--stage-0-ink)' };
  const step = of <= 1 ? STEPS : 1 + Math.round(((ordinal - 1) / (of - 1)) * (STEPS - 1));
  return { fill: `var(--stage-${step}-fill)`, ink: `var(--stage-${step}-ink)` };
}

/** Where a stage stands in its model: "3 of 6". */
export const rankText = (ordinal: number, of: number): string =>
  ordinal <= 0 ? 'Not started' : `${ordinal} of ${of}`;
