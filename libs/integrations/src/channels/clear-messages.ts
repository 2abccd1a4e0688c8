import type { ProgramId } from '#lib/domain';
import { type Database, toTimestamp } from '#lib/platform';

const KEPT_MS = 30 * 86_400_000;

/** Removes messages to channels that were made longer ago than they are kept, and what they told. */
export async function clearMessages(
  database: Database,
  program: ProgramId,
  now: number,
): Promise<void> {
  await database.inProgram(program, async (tx) => {
    const before = toTimestamp(now - KEPT_MS);
    await tx.query(
      `DELETE FROM channel_notice n USING channel_message m
        WHERE n.program_id = $1 AND m.program_id = $1 AND m.channel = n.channel AND m.id = n.message
          AND m.made_at < $2`,
      [program, before],
    );
    await tx.query('DELETE FROM channel_message WHERE program_id = $1 AND made_at < $2', [
      ...[program, before],
    ]);
  });
}
