import { EmbeddedPostgres } from '#lib/platform';

const CHECK_EVERY_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** The embedded server, started again (on its port, which the parts know) should it die. */
export class Keeper {
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> = Promise.resolve();
  private stopping = false;
  private waitMs = CHECK_EVERY_MS;
  private lastComplaint = '';

  private constructor(
    private readonly dataDir: string,
    private postgres: EmbeddedPostgres,
    private readonly say: (line: string) => void,
  ) {
    this.later();
  }

  /** Starts the server of the data dir. @throws EmbeddedPostgresError */
  static async start(dataDir: string, say: (line: string) => void): Promise<Keeper> {
    return new Keeper(dataDir, await EmbeddedPostgres.start(dataDir, { notice: say }), say);
  }

  get url(): string {
    return this.postgres.url;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.checking;
    await this.postgres.stop();
  }

  private later(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.checking = this.check().finally(() => this.later());
    }, this.waitMs);
  }

  private async check(): Promise<void> {
    if (await this.postgres.isRunning()) return;
    if (this.waitMs === CHECK_EVERY_MS) {
      this.say('PostgreSQL ended unexpectedly and is started again.');
    }
    try {
      this.postgres = await EmbeddedPostgres.start(this.dataDir, { notice: this.say });
      this.waitMs = CHECK_EVERY_MS;
      this.lastComplaint = '';
    } catch (error) {
      // a full disk, say: said once, tried again until there is room
      const complaint = (error as Error).message.replace(/\d[\d:. -]{10,}UTC \[\d+\] /, '');
      if (complaint !== this.lastComplaint) this.say(complaint);
      this.lastComplaint = complaint;
      this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
    }
  }
}
