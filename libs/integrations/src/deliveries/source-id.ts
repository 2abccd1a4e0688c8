import type { Tx } from '#lib/platform';
import { UnknownSource } from '../sources/errors.js';

/** The id of a source by its name. @throws UnknownSource */
export async function idOf(tx: Tx, program: string, name: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM source WHERE program_id = $1 AND name = $2',
    [program, name],
  );
  if (!row) throw new UnknownSource(name);
  return row.id;
}
