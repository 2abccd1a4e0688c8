import type { Position, ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';

/** A program and the last position of its log. */
export interface ProgramHead {
  readonly program: ProgramId;
  readonly position: Position;
}

/** Every program of the server. */
export async function programHeads(database: Database): Promise<readonly ProgramHead[]> {
  return database.beforeProgram((tx) =>
    tx.query<ProgramHead>(
      'SELECT program_id AS program, position FROM waymark_programs() ORDER BY program_id',
    ),
  );
}
