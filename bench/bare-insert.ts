import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * How many rows a second plain autocommit INSERTs make by the same driver: what a product without
 * a log, a chain or standings would do.
 * @param atOnce connections, each with one statement under way
 */
export async function bareInserts(url: string, count: number, atOnce: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: atOnce });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, unit text, milestone text, at timestamptz, data jsonb)',
  );
  const connections = await Promise.all(Array.from({ length: atOnce }, () => pool.connect()));
  const start = performance.now();
  let left = count;
  await Promise.all(
    connections.map(async (connection) => {
      while (left-- > 0) {
        await connection.query({
          name: 'bare',
          text: 'INSERT INTO bare VALUES ($1, $2, $3, $4, $5)',
          values: [randomUUID(), 'emea', 'hub.launched', new Date(), { degree: 1 }],
        });
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const connection of connections) connection.release();
  await pool.end();
  return count / seconds;
}
