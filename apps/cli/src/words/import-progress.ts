import type { Paint } from '../text/paint.js';
import { bar } from '../text/bar.js';

/** How far a long import is. */
export interface ImportProgress {
  readonly step: 'reading' | 'deciding' | 'recording' | 'undoing';
  readonly done: number;
  readonly total: number;
}

const STEPS = ['reading', 'deciding', 'recording'] as const;
const WORDS = { reading: 'Reading', deciding: 'Checking', recording: 'Recording' } as const;
const UNDOING = 'Taking back';
const BAR = 24;

/** A line that says how far a long import is. @param progress null: it waits for its turn */
export function progressLine(paint: Paint, progress: ImportProgress | null): string {
  if (!progress) return `${bar(paint, 0, BAR)}  Waiting for its turn`;
  const { step, done, total } = progress;
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const count = total > 0 ? `  ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : '';
  if (step === 'undoing') return `${bar(paint, share, BAR)}  ${UNDOING}${count}`;
  const which = `${STEPS.indexOf(step) + 1}/${STEPS.length}`;
  return `${bar(paint, share, BAR)}  ${which} ${WORDS[step]}${count}`;
}
