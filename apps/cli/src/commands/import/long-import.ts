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

/** Waits until an import has ended, and shows how far it is. */
export async function ended(
  { api, terminal }: Asking<ImportOptions>,
  { id }: LongImport,
): Promise<LongImport> {
  try {
    for (;;) {
      const now = await api.ask((client) =>
        client.GET('/api/v1/imports/{id}', { params: { path: { id } } }),
      );
      if (now.state !== 'waiting' && now.state !== 'running') return now;
      terminal.progress(progressLine(terminal.paint, now.progress));
      await pause(EACH_MS);
    }
  } finally {
    terminal.progress(undefined);
  }
}
