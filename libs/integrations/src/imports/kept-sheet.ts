import type { ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Instant } from '#lib/domain';
import { toTimestamp, type Tx } from '#lib/platform';
import type { By } from '#lib/recording';
import type { SheetWish } from './read-sheet.js';
import { sealFile } from './sheet-import.js';

/** Who asked for an import, as the audit trail names them. */
export interface AskedBy extends Pick<By, 'program' | 'actor' | 'reach'> {
  readonly kind: 'key' | 'person';
}

/** A sheet that waits to be recorded, and who asked for it. */
export interface KeptSheet {
  readonly by: AskedBy;
  readonly wish: SheetWish;
  /** What names in it are read as, by `nameOf`; absent: that is not decided yet. */
  readonly named?: Readonly<Record<string, string>>;
}

export const AT_ONCE_AT_MOST = { rows: 2_000, workbookBytes: 100_000 } as const;
const LINE_END = 0x0a;

/** Whether a sheet is so long that nobody should wait for it; found out without reading it. */
export function isLong(bytes: Uint8Array): boolean {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isWorkbook) return bytes.length > AT_ONCE_AT_MOST.workbookBytes;
  let lines = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) {
    lines += 1;
    // the head is none of the rows
    if (lines > AT_ONCE_AT_MOST.rows + 1) return true;
  }
  return false;
}

/** Keeps a sheet until it is recorded, under the master key: it may name people. */
export async function keepSheet(
  tx: Tx,
  seals: Pick<Seals, 'seal' | 'sealUnderMaster'>,
  { id, by, wish, at }: KeptSheet & { readonly id: string; readonly at: Instant },
): Promise<void> {
  const { bytes, ...said } = wish;
  const asked = JSON.stringify({ by, said });
  await tx.query(
    `INSERT INTO sheet_import (program_id, id, file, kind, state, made_at, made_by, new_rows, changed_rows, unchanged_rows)
     VALUES ($1, $2, $3, $4, 'waiting', $5, $6, 0, 0, 0)`,
    [
      ...[by.program, id, await sealFile(tx, seals, by, said.file), said.kind ?? null],
      ...[toTimestamp(at), by.actor.subject],
    ],
  );
  await tx.query(
    'INSERT INTO sheet_import_file (program_id, import, asked, content) VALUES ($1, $2, $3, $4)',
    [
      ...[by.program, id, seals.sealUnderMaster(asked, `import ${id} asked`)],
      seals.sealUnderMaster(Buffer.from(bytes), `import ${id} content`),
    ],
  );
}

/** Remembers what names in a sheet are read as. */
export async function keepNamed(
  tx: Tx,
  seals: Pick<Seals, 'sealUnderMaster'>,
  id: string,
  { by, wish, named }: KeptSheet,
): Promise<void> {
  const { bytes: _, ...said } = wish;
  await tx.query('UPDATE sheet_import_file SET asked = $3 WHERE program_id = $1 AND import = $2', [
    ...[by.program, id],
    seals.sealUnderMaster(JSON.stringify({ by, said, named }), `import ${id} asked`),
  ]);
}

/** A sheet that was kept; undefined: it is gone, or was kept under another master key. */
export async function openSheet(
  tx: Tx,
  seals: Pick<Seals, 'unsealUnderMaster' | 'unsealBytesUnderMaster'>,
  program: ProgramId,
  id: string,
): Promise<KeptSheet | undefined> {
  const [row] = await tx.query<{ asked: Buffer; content: Buffer }>(
    'SELECT asked, content FROM sheet_import_file WHERE program_id = $1 AND import = $2',
    [program, id],
  );
  const asked = row && seals.unsealUnderMaster(row.asked, `import ${id} asked`);
  const bytes = row && seals.unsealBytesUnderMaster(row.content, `import ${id} content`);
  if (asked === undefined || bytes === undefined) return undefined;
  const { by, said, named } = JSON.parse(asked) as Pick<KeptSheet, 'by' | 'named'> & {
    readonly said: Omit<SheetWish, 'bytes'>;
  };
  return { by, wish: { ...said, bytes }, ...(named ? { named } : {}) };
}
