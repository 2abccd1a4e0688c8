import { handsOffTimes, isMajor } from '../hub-launch.js';
import type { RecommendationPolicy } from './next-step.js';

/** For 90 days after the launch of a hub nothing major is advised. */
export const handsOff90Days: RecommendationPolicy = {
  id: 'hands-off-90-days',
  source:
    'Lithium, discussion: for a community, change nothing major for 90 days after its launch. That effort L and XL is major is ours.',
  apply(steps, known) {
    const quiet = handsOffTimes(known).some(
      ({ from, until }) => from <= known.now && known.now < until,
    );
    return quiet ? steps.filter(({ milestone }) => !isMajor(known, milestone)) : steps;
  },
};
