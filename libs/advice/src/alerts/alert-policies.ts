import type { AlertPolicy } from '../finding.js';
import { coeTrap } from './coe-trap.policy.js';
import { handsOff } from './hands-off.policy.js';
import { overClaiming } from './over-claiming.policy.js';
import { proveWhy } from './prove-why.policy.js';
import { reviewOverdue } from './review-overdue.policy.js';
import { runningOut } from './running-out.policy.js';
import { sponsorGone } from './sponsor-gone.policy.js';
import { stageLost } from './stage-lost.policy.js';
import { stalled } from './stalled.policy.js';

/** Every rule that raises alerts. */
export const ALERT_POLICIES: readonly AlertPolicy[] = [
  sponsorGone,
  stageLost,
  stalled,
  overClaiming,
  reviewOverdue,
  runningOut,
  proveWhy,
  handsOff,
  coeTrap,
];
