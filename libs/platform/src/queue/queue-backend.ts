import { type ConnectionOptions, createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { readyAgain } from './ready-again.js';

/** What every BullMQ `Queue` and `Worker` of this process is opened with. */
export interface QueueOptions {
  readonly connection: ConnectionOptions;
  /** Braces keep the keys of a queue on one node of a Redis Cluster; not used on PostgreSQL. */
  readonly prefix: string;
}

/** Where BullMQ keeps its queues: Redis when there is one, PostgreSQL when not. */
export class QueueBackend {
  private probe: Redis | undefined;

  private constructor(
    readonly kind: 'redis' | 'postgres',
    readonly options: QueueOptions,
    private readonly redisUrl?: string,
  ) {}

  /**
   * Chooses the backend and makes it BullMQ's for the whole process; call it before the first queue
   * is opened. On PostgreSQL the queues have the schema `bullmq` of the same database, made when
   * first needed, and need a direct connection (LISTEN), not a transaction-mode pooler.
   */
  static use(where: {
    readonly redisUrl?: string | undefined;
    readonly databaseUrl: string;
    readonly prefix?: string;
  }): QueueBackend {
    const prefix = where.prefix ?? '{waymark}';
    if (where.redisUrl) {
      setDefaultBackendFactory();
      const connection = { url: where.redisUrl, maxRetriesPerRequest: null };
      return new QueueBackend('redis', { connection, prefix }, where.redisUrl);
    }
    setDefaultBackendFactory(readyAgain(createPostgresBackend));
    const connection = {
      connectionString: where.databaseUrl,
      schema: 'bullmq',
      migrate: true,
      max: 4,
      application_name: 'waymark queue',
      // a connection that breaks while it is in use tells the statement; unheard, it would end us
      onConnect: (client: pg.ClientBase) => void client.on('error', () => undefined),
    };
    return new QueueBackend('postgres', { connection, prefix });
  }

  /** Resolves when Redis answers; at once on PostgreSQL, which is asked as the database. */
  async ping(): Promise<void> {
    if (!this.redisUrl) return;
    this.probe ??= silent(new Redis(this.redisUrl, { lazyConnect: true, ...FAIL_FAST }));
    await this.probe.ping();
  }

  /** Ends what `ping` opened; queues and workers are closed by those who opened them. */
  close(): void {
    this.probe?.disconnect();
  }
}

const FAIL_FAST = { maxRetriesPerRequest: 0, connectTimeout: 2_000, commandTimeout: 2_000 };

/** What is wrong is thrown by the command; without a listener it would also end the process. */
function silent(redis: Redis): Redis {
  return redis.on('error', () => undefined);
}
