import type { MilestoneKey } from '#lib/domain';
import { type RecommendationPolicy, saying } from './next-step.js';

const CRM = 'crm.integrated' as MilestoneKey;

/** Integration with CRM explains its worth. */
export const integrationJoins: RecommendationPolicy = {
  id: 'integration-joins',
  source: 'Lithium, move to stage 4; Quintarelli, technology at phase 4.',
  apply: (steps) =>
    steps.map((step) =>
      step.milestone === CRM
        ? saying(
            step,
            'It knits social activity to business systems: a direct line from activity to value, which both the social customer journey and the social business maturity model ask for.',
          )
        : step,
    ),
};
