import { type Step, step } from './step.js';

/** Towards employees; only for those who follow the journey inside. */
export const INSIDE: readonly Step[] = [
  step(
    24,
    'internal-sponsor.approved',
    'The head of people stands behind it.',
    'Budget decision',
    'people',
  ),
  step(
    46,
    'internal-hub.launched',
    'Questions about work, answered by colleagues.',
    'Hub',
    'people',
  ),
  step(
    70,
    'work-systems.integrated',
    'Tickets and travel are joined to the network.',
    'Release note',
  ),
  step(
    82,
    'internal-jobs.changed',
    'Help desks now moderate more than they answer.',
    'Job profiles',
  ),
];
