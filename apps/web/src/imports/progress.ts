import type { Schemas } from '#lib/client';

export type Import = Schemas['Import'];

/** How far an import is that takes a while. */
export type Progress = NonNullable<Import['progress']>;

const UNDER_WAY: ReadonlySet<Import['state']> = new Set(['waiting', 'running', 'undoing']);

/** Whether something is still done of an import: it is recorded, or undone. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean => UNDER_WAY.has(state);

/** What an import does in each step, in words. */
export const STEP_TEXTS: Readonly<Record<Progress['step'], string>> = {
  reading: 'Reading the sheet',
  deciding: 'Looking at each row',
  recording: 'Recording',
  undoing: 'Taking back',
};
