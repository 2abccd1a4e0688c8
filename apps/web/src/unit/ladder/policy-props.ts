import type { Model } from '../../models/catalogue.js';
import type { Titles } from '../../kit/event-words.js';
import type { Case } from './criteria.js';

/** What each way of showing a model is given. */
export interface PolicyProps {
  readonly model: Model;
  readonly given: Case;
  readonly titles: Titles;
  /** The instant that the page speaks of. */
  readonly asOf: string;
}
