import { useMoment } from '../time/moment.js';
import { today } from '../time/words.js';
import { usualSince } from './trend/months.js';

/** What every part of the overview is told. */
export interface PartProps {
  /** The unit at the top of what is shown. */
  readonly unit: string;
  /** Absent: the program's headline. */
  readonly model?: string | undefined;
  /** A day; absent: three months before. */
  readonly since?: string | undefined;
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
}

/** The period that changes and flow tell of. @returns `to` is absent where it is now */
export function usePeriod(since: string | undefined): {
  readonly since: string;
  readonly to: string | undefined;
  readonly knownAt: string | undefined;
} {
  const { asOf, knownAt } = useMoment();
  return { since: since ?? usualSince(asOf, today()), to: asOf, knownAt };
}
