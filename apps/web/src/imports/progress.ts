import type { Schemas } from '#lib/client';
import type { ImportState } from './words.js';

export type SheetFault = Schemas['SheetFault'];

/** How far an import is that takes a while. */
export interface Progress {
  readonly step: 'reading' | 'deciding' | 'recording';
  readonly done: number;
  readonly total: number;
}

/** An import; what tells of a long one is there only where the server tells it. */
export type Import = Schemas['Import'] & {
  readonly state?: ImportState;
  readonly progress?: Progress | null;
  readonly faults?: readonly SheetFault[];
};

/** Where an import is. */
export const stateOf = ({ state, undoneAt }: Import): ImportState =>
  undoneAt === null ? (state ?? 'recorded') : 'undone';

/** Whether an import is not over yet. */
export const isUnderWay = (one: Import): boolean =>
  stateOf(one) === 'waiting' || stateOf(one) === 'running';

/** What an import does in each step, in words. */
export const STEP_TEXTS: Readonly<Record<Progress['step'], string>> = {
  reading: 'Reading the sheet',
  deciding: 'Looking at each row',
  recording: 'Recording',
};
