import type { Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { CatalogueSource } from '#lib/projections';
import type { Names } from './wording.js';

/** What a program and its models are called now. */
export async function namesOf(
  tx: Tx,
  catalogue: CatalogueSource,
  program: ProgramId,
): Promise<Names> {
  const [head] = await tx.query<{ at: Position }>(
    'SELECT catalogue_position AS at FROM feed_head WHERE program_id = $1',
    [program],
  );
  const known = await catalogue.at(tx, program, head?.at ?? 0);
  const models = new Map([...known.models].map(([id, { title }]) => [id as string, title]));
  return { program: known.program.name, models };
}
