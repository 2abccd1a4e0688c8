/** What a stage is filled with, and what is written on it. */
export interface StageColours {
  readonly fill: string;
  readonly ink: string;
}

export const INK = '#0b2233';
export const MUTED = '#495057';
export const RULE = '#ced4da';
export const PALE = '#f1f5f8';
export const ACCENT = '#1f5884';

/** Light to dark in one hue, as the pages have it: higher is darker in greyscale too. */
const STEPS = [
  ...['#e3eef6', '#cbdfed', '#aecde3', '#8db9d6', '#6aa2c6'],
  ...['#3e7aa3', '#31719d', '#1f5884', '#123f66'],
] as const;
const FIRST_DARK = 5;

/** The colours of a stage by its rank; "Not started" is white, with an edge and its words. */
export function stageColours(ordinal: number, of: number): StageColours {
  if (ordinal <= 0) return { fill: '#ffffff', ink: MUTED };
  const last = STEPS.length - 1;
  const step = of <= 1 ? last : Math.round(((ordinal - 1) / (of - 1)) * last);
  return { fill: STEPS[step] ?? ACCENT, ink: step < FIRST_DARK ? INK : '#ffffff' };
}
