import type { z } from 'zod';
import type { BoardPackFigures, BoardPackRestated, BoardPackView } from '#lib/contracts';

type Kept<Value> = Value extends readonly (infer Item)[]
  ? readonly Kept<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Kept<Value[Key]> }
    : Value;

/** The figures of a pack as they are printed: in the words of the routes that answer them. */
export type Figures = Kept<z.output<typeof BoardPackFigures>>;
/** What of the last pack reads differently by now. */
export type Restated = Kept<z.output<typeof BoardPackRestated>>;
/** A pack as it is answered. */
export type PackView = Kept<z.output<typeof BoardPackView>>;

/** So many rows of each kind are kept with a pack at most. */
export const KEPT = {
  rows: 60,
  changes: 20,
  gaps: 10,
  targets: 500,
  alerts: 500,
} as const;
