import { Foundations0001 } from './0001-foundations.js';

/** Every migration in order; one that was released is never edited. */
export const MIGRATIONS = [Foundations0001];
