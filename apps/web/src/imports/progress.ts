import type { Schemas } from '#lib/client';

export type Import = Schemas['Import'];

/** How far an import is that takes a while. */
export type Progress = NonNullable<Import['progress']>;

/** Whether an import is not over yet. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'waiting' || state === 'running';

/** What an import does in each step, in words. */
export const STEP_TEXTS: Readonly<Record<Progress['step'], string>> = {
  reading: 'Reading the sheet',
  deciding: 'Looking at each row',
  recording: 'Recording',
};
