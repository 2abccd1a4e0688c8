import { useState } from 'react';
import type { PlannedRow } from '../timeline/rows.js';

/** A date that was dragged, and waits to be confirmed. */
export interface AskedMove {
  readonly row: PlannedRow;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** The move that waits to be confirmed, if one does. */
export interface Moves {
  readonly asked: AskedMove | undefined;
  readonly ask: (row: PlannedRow, day: string) => void;
  readonly done: () => void;
}

/** Keeps the move that waits to be confirmed. */
export function useMoves(): Moves {
  const [asked, setAsked] = useState<AskedMove>();
  return {
    asked,
    ask: (row, day) => setAsked({ row, day }),
    done: () => setAsked(undefined),
  };
}
