import type { Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';

/** The projection that carries events through the tree to the units they touch from afar. */
export const STANDING = 'standing';

/** The last position a projection has done; 0 before its first. */
export async function checkpoint(
  tx: Tx,
  program: ProgramId,
  projection: string,
): Promise<Position> {
  const [row] = await tx.query<{ position: Position }>(
    'SELECT position FROM checkpoint WHERE program_id = $1 AND projection = $2',
    [program, projection],
  );
  return row?.position ?? 0;
}

/** Moves a checkpoint on; it never goes back. */
export async function advance(
  tx: Tx,
  program: ProgramId,
  projection: string,
  position: Position,
): Promise<void> {
  await tx.query(
    `INSERT INTO checkpoint (program_id, projection, position) VALUES ($1, $2, $3)
     ON CONFLICT (program_id, projection) DO UPDATE SET position = excluded.position
      WHERE checkpoint.position < excluded.position`,
    [program, projection, position],
  );
}

/** Moves a checkpoint from one position to another, and leaves it alone when it is elsewhere. */
export async function advanceFrom(
  tx: Tx,
  program: ProgramId,
  projection: string,
  from: Position,
  to: Position,
): Promise<void> {
  await tx.query(
    `INSERT INTO checkpoint (program_id, projection, position)
     VALUES ($1, $2, CASE WHEN $3::bigint = 0 THEN $4::bigint ELSE 0 END)
     ON CONFLICT (program_id, projection) DO UPDATE SET position = $4 WHERE checkpoint.position = $3`,
    [program, projection, from, to],
  );
}
