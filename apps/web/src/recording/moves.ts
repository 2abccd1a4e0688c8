import type { Schemas } from '#lib/client';
import { numberText } from '../time/words.js';
import { type Change, changesOf } from './changes.js';

type Difference = Schemas['Undone']['standings'][number];

/** A unit's standing in one model that moves. */
export interface Move {
  readonly unit: string;
  readonly change: Change;
}

/** Which standings move, and how many differ otherwise. */
interface Moves {
  /** Another stage, or another score, mean or share that is checked; falls first. */
  readonly moved: readonly Move[];
  /** Standings that differ in what they are missing or in a date only. */
  readonly others: number;
}

/** Sorts out which standings move among those that differ. */
export function movesOf(differences: readonly Difference[]): Moves {
  const changed = differences.flatMap(({ unit, before, after }) =>
    changesOf(before, after)
      .filter(({ none }) => !none)
      .map((change) => ({ unit, change })),
  );
  const by = (moves: Change['moves']) => changed.filter(({ change }) => change.moves === moves);
  return { moved: [...by('falls'), ...by('rises')], others: by('stays').length };
}

/** Says in a line how many standings differ without moving; undefined where none does. */
export function othersText({ moved, others }: Moves): string | undefined {
  if (others === 0) return undefined;
  const more = moved.length > 0;
  const [one, many] = more
    ? ['other changes', 'others change']
    : ['standing changes', 'standings change'];
  return `${numberText(others)} ${others === 1 ? one : many} in what ${others === 1 ? 'it is' : 'they are'} missing or in a date, not in ${others === 1 ? 'its' : 'their'} stage.`;
}
