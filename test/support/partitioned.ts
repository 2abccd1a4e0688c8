import pg from 'pg';

/**
 * Into how many partitions the tables of programs are split in this run (`PARTITIONS=4`); undefined:
 * they are whole, as in a usual installation.
 */
export const PARTITIONS = Number(process.env.PARTITIONS) || undefined;

const TABLE = /CREATE TABLE (\w+) \((\n[\s\S]*?\n)\);/g;

/**
 * The statements of a migration with every table of a program split by hash of `program_id`. Each
 * partition denies itself to all who do not come through its table.
 */
export function partitioned(sql: string, partitions: number): string {
  return sql.replace(TABLE, (whole, table: string, columns: string) => {
    if (!columns.includes('program_id')) return whole;
    const parts = Array.from(
      { length: partitions },
      (_, part) =>
        `CREATE TABLE ${table}_p${part} PARTITION OF ${table}
           FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${part});
         ALTER TABLE ${table}_p${part} ENABLE ROW LEVEL SECURITY;
         ALTER TABLE ${table}_p${part} FORCE ROW LEVEL SECURITY;`,
    );
    return `CREATE TABLE ${table} (${columns}) PARTITION BY HASH (program_id);\n${parts.join('\n')}`;
  });
}

/** Does `work` while every statement of this process is read as `partitioned` reads it. */
export async function partitioning<T>(partitions: number, work: () => Promise<T>): Promise<T> {
  const { query } = pg.Client.prototype;
  const reading = function (this: pg.Client, first: unknown, ...rest: unknown[]) {
    const read = typeof first === 'string' ? partitioned(first, partitions) : first;
    return (query as (...parts: unknown[]) => unknown).call(this, read, ...rest);
  };
  pg.Client.prototype.query = reading as typeof query;
  try {
    return await work();
  } finally {
    pg.Client.prototype.query = query;
  }
}
