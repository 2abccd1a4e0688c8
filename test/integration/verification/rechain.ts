import { createHash } from 'node:crypto';
import type { TestDatabase } from '../../support/index.js';

/**
 * Computes the hashes of a program again from a position on, as an attacker would who has read the
 * description of the chain: without any code of Waymark.
 */
export async function rechain(db: TestDatabase, program: string, from: number): Promise<void> {
  const rows = await db.admin<Record<string, unknown> & { position: string; hash: Buffer }>(
    `SELECT position, id, type, shape, unit, occurred_at, author, actor, source, source_id, data,
            encode(digest, 'base64') AS digest, hash,
            (extract(epoch FROM effective_at) * 1000)::float8 AS effective_at,
            (extract(epoch FROM recorded_at) * 1000)::float8 AS recorded_at
       FROM event WHERE program_id = $1 AND position >= $2 ORDER BY position`,
    [program, from - 1],
  );
  let hash = from === 1 ? Buffer.alloc(32) : (rows.shift() as { hash: Buffer }).hash;
  for (const row of rows) {
    const canonical = sorted({
      position: Number(row.position),
      id: row['id'],
      type: row['type'],
      shape: row['shape'],
      unit: row['unit'],
      occurredAt: row['occurred_at'],
      effectiveAt: row['effective_at'],
      recordedAt: row['recorded_at'],
      author: row['author'],
      actor: row['actor'],
      source: row['source'],
      sourceId: row['source_id'],
      data: row['data'],
      digest: row['digest'],
    });
    hash = createHash('sha256').update(hash).update(JSON.stringify(canonical)).digest();
    await db.admin('UPDATE event SET hash = $3 WHERE program_id = $1 AND position = $2', [
      program,
      row.position,
      hash,
    ]);
  }
  await db.admin('UPDATE feed_head SET hash = $2 WHERE program_id = $1', [program, hash]);
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const members = value as Record<string, unknown>;
  const names = Object.keys(members).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(members[name])]));
}
