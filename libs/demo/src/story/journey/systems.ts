import { type Step, step } from './step.js';

/** Technology, data and what is measured. */
export const SYSTEMS: readonly Step[] = [
  step(27, 'metrics.aligned', 'Four figures, tied to goals.', 'Dashboard'),
  step(
    31,
    'technology.selected',
    'Chosen by the goals, not by the demonstration.',
    'Selection paper',
  ),
  step(
    38,
    'social-intelligence.adopted',
    'Weekly digest for product owners.',
    'Digest',
    'marketing',
  ),
  step(52, 'business-value.reported', 'Fewer calls, more repeat sales.', 'Value report'),
  step(58, 'ecosystems.connected', 'Forum, network and shop share one sign-in.', 'Architecture'),
  step(72, 'improvement-cycle.running', 'Each month the ten loudest complaints.', 'Cycle report'),
  step(74, 'crm.integrated', 'Posts appear in the customer record.', 'Release note'),
  step(76, 'process-rules.automated', 'Safety reports reach quality at once.', 'Rule list'),
  step(77, 'business-systems.integrated', 'Orders and spare parts are joined.', 'Release note'),
  step(
    84,
    'social-digital.merged',
    'One lead for social and digital.',
    'Organisation chart',
    'marketing',
  ),
  step(88, 'media.converged', 'One plan for paid, owned and earned.', 'Media plan', 'marketing'),
  step(
    92,
    'outcomes.predicted',
    'Returns are foreseen two weeks ahead.',
    'Forecast report',
    'product',
  ),
  step(95, 'processes.socialised', 'One layer over all case systems.', 'Architecture'),
];
