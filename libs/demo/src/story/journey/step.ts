import type { Craft } from '../cast/member.js';

/** A milestone as units of the story reach it. */
export interface Step {
  readonly milestone: string;
  /** Where on the way it lies: 0 is the start, 100 further than anybody gets. */
  readonly at: number;
  /** What somebody may note about it. */
  readonly note: string;
  /** What shows it. */
  readonly evidence: string;
  /** Whose daily work it is. */
  readonly craft?: Craft;
}

export function step(
  at: number,
  milestone: string,
  note: string,
  evidence: string,
  craft?: Craft,
): Step {
  return { at, milestone, note, evidence, craft };
}
