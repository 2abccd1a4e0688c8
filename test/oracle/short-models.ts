import type { Expression, MaturityModel, Needs, ScoredItem } from '#lib/domain';
import { criterion, milestone, modelHead, stage } from './vocabulary.js';

/** A ladder of stages, each of an id and the keys it asks for; a number in front says how many it takes. */
export function ladder(
  version: number,
  ...stages: readonly (readonly [id: string, ...asks: (string | number)[]])[]
): MaturityModel {
  return {
    ...modelHead(),
    version,
    policy: 'gates',
    stages: stages.map(([id, ...asks], index) => ({
      ...stage(index + 1, criteriaOf(asks), { needs: needsOf(asks) }),
      ...{ id, name: id },
    })),
  };
}

const needsOf = (asks: readonly (string | number)[]): Needs => {
  const atLeast = asks.find((one) => typeof one === 'number');
  return atLeast === undefined ? 'all' : { atLeast, inferred: false };
};
const criteriaOf = (asks: readonly (string | number)[]) =>
  asks.flatMap((key) => (typeof key === 'string' ? [criterion(key, holding(key))] : []));
/** Asks whether a milestone of a short name is held. */
export const holding = (key: string): Expression => milestone(`${key}.held`);

/** Lines of growth, each of an id and the keys that its levels ask for. */
export function lines(
  version: number,
  overall: 'lowest' | 'median' | 'mean',
  ...dimensions: readonly (readonly [id: string, ...levels: string[]])[]
): MaturityModel {
  return {
    ...modelHead(),
    version,
    policy: 'dimensions',
    overall,
    stages: [1, 2].map((ordinal) => stage(ordinal)),
    dimensions: dimensions.map(([id, ...levels]) => ({
      ...{ id, name: id, inferred: false },
      levels: levels.map((key, index) => ({
        ...{ level: index + 1, says: key, inferred: false, needs: 'all' as const },
        criteria: [criterion(`${id}-${key}`, holding(key))],
      })),
    })),
  };
}

/** A score of items, each of a key and a weight, and the score that its only further stage asks for. */
export function scores(
  version: number,
  from: number,
  ...items: readonly (readonly [key: string, weight: number])[]
): MaturityModel {
  return {
    ...modelHead(),
    version,
    policy: 'scored',
    combine: 'mean',
    stages: [stage(1, [], { from: 0 }), stage(2, [], { from })],
    groups: [
      {
        ...{ id: 'all', name: 'all', weight: 1, combine: 'mean', inferred: false, groups: [] },
        items: items.map(
          ([key, weight]): ScoredItem => ({
            ...{ id: key, says: key, weight, inferred: false },
            worth: { milestone: `${key}.held` } as ScoredItem['worth'],
          }),
        ),
      },
    ],
  };
}
