import pg from 'pg';

interface Subscription {
  readonly channel: string;
  readonly on: (payload: string) => void;
  readonly onReconnect: () => void;
}

const LONGEST_WAIT_MS = 5_000;

/** One connection of its own for LISTEN, made again whenever it breaks. */
export class Listener {
  private readonly subscriptions = new Set<Subscription>();
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private waitMs = 100;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly applicationName: string,
  ) {}

  async listen(
    channel: string,
    on: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<() => Promise<void>> {
    const subscription = { channel, on, onReconnect };
    this.subscriptions.add(subscription);
    if (this.client) await this.command('LISTEN', channel);
    else await this.connect();
    return async () => {
      this.subscriptions.delete(subscription);
      const others = [...this.subscriptions].some((one) => one.channel === channel);
      if (!others) await this.command('UNLISTEN', channel);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.subscriptions.clear();
    clearTimeout(this.retry);
    await this.connecting;
    await this.client?.end().catch(() => undefined);
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async open(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: `${this.applicationName} listener`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      for (const one of this.subscriptions) if (one.channel === channel) one.on(payload ?? '');
    });
    try {
      await client.connect();
      for (const channel of new Set([...this.subscriptions].map((one) => one.channel))) {
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      }
    } catch {
      void client.end().catch(() => undefined);
      this.later();
      return;
    }
    this.client = client;
    if (this.waitMs > 100) for (const one of this.subscriptions) one.onReconnect();
    this.waitMs = 100;
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    this.later();
  }

  private later(): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  /** A failure here is a broken connection, which is made again with every channel. */
  private async command(verb: 'LISTEN' | 'UNLISTEN', channel: string): Promise<void> {
    const { client } = this;
    await client?.query(`${verb} ${client.escapeIdentifier(channel)}`).catch(() => undefined);
  }
}
