import type { Pace } from '../cast/member.js';

/** What a pace means. */
export interface Tempo {
  /** Where on the way it ends, give or take `spread`. */
  readonly ceiling: number;
  readonly spread: number;
  /** Months by which its middle lies after that of its part of the enterprise. */
  readonly behind: number;
  /** Months that the steep part takes, about a quarter of it. */
  readonly width: number;
  /** How often a step is left out (0–1). */
  readonly skips: number;
  /** How often evidence is given (0–1). */
  readonly shows: number;
  /** How often a review falls due and is done (0–1). */
  readonly reviews: number;
}

export const PACES: Readonly<Record<Pace, Tempo>> = {
  champion: {
    ceiling: 96,
    spread: 1.5,
    behind: -3,
    width: 6.5,
    skips: 0,
    shows: 0.9,
    reviews: 1,
  },
  leader: { ceiling: 83, spread: 2, behind: -1, width: 6, skips: 0.02, shows: 0.8, reviews: 0.95 },
  strong: { ceiling: 68, spread: 6, behind: 0, width: 5.5, skips: 0.05, shows: 0.6, reviews: 0.85 },
  steady: {
    ceiling: 52,
    spread: 7,
    behind: 3,
    width: 5.5,
    skips: 0.08,
    shows: 0.65,
    reviews: 0.75,
  },
  slow: { ceiling: 36, spread: 6, behind: 7, width: 5, skips: 0.1, shows: 0.65, reviews: 0.6 },
  late: { ceiling: 20, spread: 5, behind: 14, width: 4, skips: 0.12, shows: 0.65, reviews: 0.3 },
  absent: { ceiling: 0, spread: 0, behind: 0, width: 1, skips: 1, shows: 0, reviews: 0 },
};

/** The month in which the parts of the enterprise are half way, by their key. */
export const MIDDLES: Readonly<Record<string, number>> = {
  quillhaven: 20,
  americas: 16,
  emea: 19,
  apac: 25,
  insurance: 27,
  'business-solutions': 24,
  'group-functions': 21,
};
