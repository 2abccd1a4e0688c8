import type pg from 'pg';
import { DataSource } from 'typeorm';
import { asFailure, connectionLost, diskFull, OutcomeUnknown } from './failures.js';
import { Listener } from './listener.js';
import { MIGRATIONS } from './migrations/index.js';
import type { Tx } from './tx.js';
import { columnTypes } from './types.js';

/** Limits of one transaction. */
export interface TransactionOptions {
  /** How long to wait for a lock (5 s), in milliseconds. */
  readonly lockTimeoutMs?: number;
  /**
   * How long the transaction may last (10 s; 60 s when it only reads), in milliseconds. The server
   * ends one whose client has been silent for three tenths of that, so that a writer that hangs
   * gives its locks back before those who wait for them give up.
   */
  readonly timeoutMs?: number;
  /** Reads one snapshot: every statement sees the same moment, and none may write. */
  readonly readOnly?: boolean;
}

/** The only way to the tables: short transactions under the role `waymark_app`. */
export class Database {
  private readonly source: DataSource;
  private readonly listener: Listener;
  private opening: Promise<DataSource> | undefined;
  /** A write found the disk full, and none has found room since. */
  private full = false;

  /** Connects at the first use. `poolSize` is the most connections it opens (10), plus one that listens. */
  constructor(url: string, options: { poolSize?: number; applicationName?: string } = {}) {
    const applicationName = options.applicationName ?? 'waymark';
    this.source = new DataSource({
      type: 'postgres',
      url,
      applicationName,
      poolSize: options.poolSize ?? 10,
      // errors are thrown to whoever asked, who says more than the driver can
      logger: 'debug',
      connectTimeoutMS: 5_000,
      migrations: MIGRATIONS,
      migrationsTableName: 'migration',
      // TypeORM would install uuid-ossp; identifiers come from the application
      installExtensions: false,
      // a pooled connection that drops is replaced at the next use, which reports it if it must
      poolErrorHandler: () => undefined,
      extra: {
        types: columnTypes,
        // statements sent together travel together; the server does them one after another
        pipeline: true,
        keepAlive: true,
        idleTimeoutMillis: 30_000,
        // one that drops while nobody listens, just connected or just given back, must not end the process
        onConnect: (client: pg.Client) => void client.on('error', () => undefined),
      },
    });
    this.listener = new Listener(url, applicationName);
  }

  /** The one TypeORM DataSource, connected: for repositories of small administrative tables and for migrations. */
  async dataSource(): Promise<DataSource> {
    this.opening ??= this.source.initialize().catch((error: unknown) => {
      this.opening = undefined;
      throw asFailure(error);
    });
    return this.opening;
  }

  /**
   * Does `work` in one transaction that sees the rows of `program` and no other. Thrown errors roll
   * it back and are passed on.
   * @throws DatabaseUnavailable when the database cannot serve now; OutcomeUnknown when the
   * connection broke at COMMIT.
   */
  inProgram<T>(
    program: string,
    work: (tx: Tx) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(program)) {
      throw new Error(`"${program}" cannot be the id of a program.`);
    }
    return this.transaction(program, work, options);
  }

  /** Does `work` in one transaction without a program: only shared tables and the questions that come before a program is known are answered. */
  beforeProgram<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.transaction('', work, options);
  }

  /**
   * Calls `on` for every NOTIFY on `channel`, and `onReconnect` when notifications may have been
   * missed since the connection was away. Resolves once it listens, or at once when the database is
   * away (it goes on trying). The answer ends it.
   */
  listen(
    channel: string,
    on: (payload: string) => void,
    onReconnect: () => void = () => undefined,
  ): Promise<() => Promise<void>> {
    return this.listener.listen(channel, on, onReconnect);
  }

  /** Resolves when the database answers, and has room if it was full before. @throws DatabaseUnavailable */
  async ping(): Promise<void> {
    const room = 'CREATE TEMP TABLE room ON COMMIT DROP AS SELECT * FROM generate_series(1, 10000)';
    await this.beforeProgram((tx) => tx.query(this.full ? room : 'SELECT 1'));
  }

  /** Ends every connection; work in progress is awaited. */
  async close(): Promise<void> {
    await this.listener.close();
    await this.opening?.catch(() => undefined);
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async transaction<T>(
    program: string,
    work: (tx: Tx) => Promise<T>,
    options: TransactionOptions,
  ): Promise<T> {
    const source = await this.dataSource();
    const runner = source.createQueryRunner();
    let committing = false;
    let ended = false;
    try {
      const client: pg.PoolClient = await runner.connect();
      // it travels with the first statement of the work, which fails when it does
      const begun = client.query(begin(program, options)).then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      try {
        const answer = await work({
          query: async (sql, parameters) => {
            if (ended) throw new Error('The transaction has ended; await all of its work.');
            const result = await client.query(prepared(sql, parameters));
            return result.rows;
          },
        });
        await begun;
        ended = true;
        committing = true;
        const { command } = await client.query('COMMIT');
        // COMMIT of a transaction in which a statement failed rolls back without an error
        if (command !== 'COMMIT') throw new Error('A failed statement was ignored; rolled back.');
        if (!options.readOnly) this.full = false;
        return answer;
      } catch (failure) {
        ended = true;
        const error = committing ? failure : ((await begun)?.error ?? failure);
        if (!connectionLost(error)) await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } catch (error) {
      if (committing && connectionLost(error)) {
        throw new OutcomeUnknown('The connection broke while committing.', { cause: error });
      }
      this.full ||= diskFull(error);
      throw asFailure(error);
    } finally {
      await runner.release();
    }
  }
}

const names = new Map<string, string>();
const NAMES_AT_MOST = 500;

/** The statement under a name, so that the server parses and plans it once a connection; there are not many different ones. */
function prepared(text: string, parameters: readonly unknown[] | undefined): pg.QueryConfig {
  if (parameters === undefined) return { text };
  const values = parameters as unknown[];
  if (!names.has(text) && names.size < NAMES_AT_MOST) names.set(text, `waymark_${names.size + 1}`);
  return { text, values, name: names.get(text) };
}

function begin(program: string, options: TransactionOptions): string {
  const lasting = Math.ceil(options.timeoutMs ?? (options.readOnly ? 60_000 : 10_000));
  const mode = options.readOnly ? ' ISOLATION LEVEL REPEATABLE READ READ ONLY' : '';
  return (
    `BEGIN${mode};SET LOCAL ROLE waymark_app;SET LOCAL waymark.program='${program}';` +
    `SET LOCAL lock_timeout=${Math.ceil(options.lockTimeoutMs ?? 5_000)};` +
    `SET LOCAL transaction_timeout=${lasting};` +
    `SET LOCAL idle_in_transaction_session_timeout=${Math.ceil(lasting * 0.3)}`
  );
}
