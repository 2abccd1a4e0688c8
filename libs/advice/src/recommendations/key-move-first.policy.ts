import { named, type RecommendationPolicy, saying } from './next-step.js';

/** The key move of a transition outranks everything else. */
export const keyMoveFirst: RecommendationPolicy = {
  id: 'key-move-first',
  source: 'Lithium: each transition has one key move, the thing companies get stuck on.',
  apply: (steps) =>
    steps.map((step) => {
      const moves = step.asks.filter(({ missing }) => missing.keyMove && !missing.supporting);
      const sentences = moves.flatMap(({ model, standing }) =>
        standing?.next ? [`The key move to ${named(standing.next)}, in ${model.title}.`] : [],
      );
      return saying({ ...step, keyMove: moves.length > 0 }, ...new Set(sentences));
    }),
};
