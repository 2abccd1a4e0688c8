import { type ConnectionOptions, createPostgresBackend, setDefaultBackendFactory } from 'bullmq';

/** What every BullMQ `Queue` and `Worker` of this process is opened with. */
export interface QueueOptions {
  readonly connection: ConnectionOptions;
  /** Braces keep the keys of a queue on one node of a Redis Cluster; not used on PostgreSQL. */
  readonly prefix: string;
}

/** Where BullMQ keeps its queues: Redis when there is one, PostgreSQL when not. */
export class QueueBackend {
  private constructor(
    readonly kind: 'redis' | 'postgres',
    readonly options: QueueOptions,
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
      return new QueueBackend('redis', { connection, prefix });
    }
    setDefaultBackendFactory(createPostgresBackend);
    const connection = {
      connectionString: where.databaseUrl,
      schema: 'bullmq',
      migrate: true,
      max: 4,
      application_name: 'waymark queue',
    };
    return new QueueBackend('postgres', { connection: connection as ConnectionOptions, prefix });
  }
}
