import { setTimeout as pause } from 'node:timers/promises';
import type { Schemas } from '#lib/client';
import type { Asking } from '../../cli.js';
import { type ImportProgress, progressLine } from '../../words/import-progress.js';
import type { SheetFault } from '../../words/sheets.js';
import type { ImportOptions } from './options.js';

/** An import that the server works off after it has answered. */
export interface LongImport
  extends Pick<Schemas['Import'], 'id' | 'madeAt' | 'undoneAt' | 'counts'> {
  /** Null: the head is not read yet, or could not be understood. */
  readonly kind: string | null;
  readonly state?: 'waiting' | 'running' | 'recorded' | 'refused' | 'undone';
  readonly progress: ImportProgress | null;
  /** Of one that was refused: the first of `faultCount`. */
  readonly faults?: readonly SheetFault[];
  readonly faultCount?: number;
}

/** Whether an answer is of an import that goes on. */
export function isLong(answer: object): answer is LongImport {
  return 'state' in answer;
}

const EACH_MS = 1_000;

/** Waits until an import has ended, and shows how far it is. */
export async function ended(
  { api, terminal }: Asking<ImportOptions>,
  { id }: LongImport,
): Promise<LongImport> {
  try {
    for (;;) {
      const response = await api.open(`/api/v1/imports/${encodeURIComponent(id)}`);
      const now = (await response.json()) as LongImport;
      if (now.state !== 'waiting' && now.state !== 'running') return now;
      terminal.progress(progressLine(terminal.paint, now.progress));
      await pause(EACH_MS);
    }
  } finally {
    terminal.progress(undefined);
  }
}
