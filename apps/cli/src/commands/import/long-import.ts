import { setTimeout as pause } from 'node:timers/promises';
import type { Schemas } from '#lib/client';
import type { Asking } from '../../cli.js';
import { progressLine } from '../../words/import-progress.js';
import type { ImportOptions } from './options.js';

/** An import that the server works off after it has answered. */
export type LongImport = Schemas['Import'];

/** Whether an answer is of an import that goes on. */
export function isLong(answer: object): answer is LongImport {
  return 'state' in answer;
}

const EACH_MS = 1_000;
const UNDER_WAY: ReadonlySet<LongImport['state']> = new Set(['waiting', 'running', 'undoing']);

/** Waits until an import has ended, or its undoing, and shows how far it is. */
export async function ended(
  { api, terminal }: Asking<ImportOptions>,
  { id }: Pick<LongImport, 'id'>,
): Promise<LongImport> {
  try {
    for (;;) {
      const now = await api.ask((client) =>
        client.GET('/api/v1/imports/{id}', { params: { path: { id } } }),
      );
      if (!UNDER_WAY.has(now.state)) return now;
      terminal.progress(progressLine(terminal.paint, now.progress));
      await pause(EACH_MS);
    }
  } finally {
    terminal.progress(undefined);
  }
}
