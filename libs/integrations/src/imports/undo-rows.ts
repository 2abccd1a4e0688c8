import type { Instant, ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { toTimestamp, type Tx } from '#lib/platform';
import { ImportElsewhere } from './import-rows.js';
import { AT_ONCE_AT_MOST, type AskedBy } from './kept-sheet.js';
import type { UndoTold } from './sheet-import.js';

/** Somebody wants an import undone. */
export interface AskedUndo {
  readonly by: AskedBy;
  readonly reason: string;
}

/** So many different reasons for which something stays are told. */
const MOST_REASONS = 50;

/**
 * Hands a long import over to be undone, where it was recorded; nothing happens to one that is short,
 * or not over.
 * @returns whether it is undone from now on
 */
export async function beginUndo(
  tx: Tx,
  seals: Pick<Seals, 'sealUnderMaster'>,
  id: string,
  asked: AskedUndo,
): Promise<boolean> {
  const { program } = asked.by;
  const begun = await tx.query(
    `WITH held AS (
       SELECT count(*)::integer AS events FROM sheet_import_event WHERE program_id = $1 AND import = $2)
     UPDATE sheet_import SET state = 'undoing', step = 'undoing', step_done = 0,
            step_total = held.events, undo_asked = $3
       FROM held
      WHERE program_id = $1 AND id = $2 AND state = 'recorded' AND held.events > $4
     RETURNING id`,
    [
      ...[program, id, seals.sealUnderMaster(JSON.stringify(asked), placeOf(id))],
      AT_ONCE_AT_MOST.rows,
    ],
  );
  return begun.length > 0;
}

/** Who asked; undefined: it was kept under another master key. */
export async function openUndo(
  tx: Tx,
  seals: Pick<Seals, 'unsealUnderMaster'>,
  program: ProgramId,
  id: string,
): Promise<AskedUndo | undefined> {
  const [row] = await tx.query<{ asked: Buffer | null }>(
    'SELECT undo_asked AS asked FROM sheet_import WHERE program_id = $1 AND id = $2',
    [program, id],
  );
  const asked = row?.asked ? seals.unsealUnderMaster(row.asked, placeOf(id)) : undefined;
  return asked === undefined ? undefined : (JSON.parse(asked) as AskedUndo);
}

/** A part of what an import recorded that is done with in its undoing. */
export interface UndoneLot {
  readonly program: ProgramId;
  readonly id: string;
  /** How many of the events are done with before it, and after it. */
  readonly from: number;
  readonly to: number;
  readonly taken: number;
  readonly left: readonly { readonly why: string }[];
}

/** Remembers what a lot came to, in its transaction. @throws ImportElsewhere where somebody else did it */
export async function keepUndone(tx: Tx, lot: UndoneLot): Promise<void> {
  const { program, id, from, to } = lot;
  const [row] = await tx.query<{ told: UndoTold | null }>(
    `SELECT undo_told AS told FROM sheet_import
      WHERE program_id = $1 AND id = $2 AND state = 'undoing' AND step_done = $3 FOR UPDATE`,
    [program, id, from],
  );
  if (!row) throw new ImportElsewhere();
  // what stayed when it was tried before is looked at anew
  const before = from === 0 && row.told ? { ...row.told, left: 0, reasons: [] } : row.told;
  await tx.query(
    'UPDATE sheet_import SET step_done = $3, undo_told = $4 WHERE program_id = $1 AND id = $2',
    [program, id, to, JSON.stringify(undoTold(lot, before ?? undefined))],
  );
}

/** What undoing came to, with what it came to before. */
export function undoTold(
  { taken, left }: Pick<UndoneLot, 'taken' | 'left'>,
  before: UndoTold = { taken: 0, left: 0, reasons: [] },
): UndoTold {
  const reasons = new Map(before.reasons.map(({ why, count }) => [why, count]));
  for (const { why } of left) {
    const count = reasons.get(why);
    if (count !== undefined || reasons.size < MOST_REASONS) reasons.set(why, (count ?? 0) + 1);
  }
  return {
    taken: before.taken + taken,
    left: before.left + left.length,
    reasons: [...reasons].map(([why, count]) => ({ why, count })),
  };
}

/** Ends the undoing of an import. @param at when it was undone; undefined: it was not, and stays recorded */
export async function endUndo(
  tx: Tx,
  program: ProgramId,
  id: string,
  at: Instant | undefined,
): Promise<void> {
  await tx.query(
    `UPDATE sheet_import SET state = 'recorded', step = NULL, step_done = 0, step_total = 0,
            undo_asked = NULL, undone_at = coalesce($3, undone_at)
      WHERE program_id = $1 AND id = $2 AND state = 'undoing'`,
    [program, id, at === undefined ? null : toTimestamp(at)],
  );
}

const placeOf = (id: string) => `import ${id} undo`;
