import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

const COMMIT = Buffer.from('COMMIT\0');

/** Where a connection breaks: before the server hears COMMIT, or after it has done it. */
export type Cut = 'before COMMIT' | 'after COMMIT';

/** A way to a PostgreSQL server that breaks when told to. */
export class CutProxy {
  private cut: Cut | undefined;
  private refusing = false;
  private readonly sockets = new Set<Socket>();
  /** How many connections were cut at a COMMIT. */
  cuts = 0;

  private constructor(
    private readonly target: URL,
    private readonly server = createServer(),
  ) {}

  static async open(url: string): Promise<CutProxy> {
    const proxy = new CutProxy(new URL(url));
    proxy.server.on('connection', (client) => proxy.connect(client));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const url = new URL(this.target.href);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Breaks the next connection that commits; `andStayAway` lets nobody in afterwards. */
  cutNext(cut: Cut, andStayAway = false): void {
    this.cut = cut;
    this.stayAway = andStayAway;
  }

  private stayAway = false;

  comeBack(): void {
    this.refusing = false;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(client: Socket): void {
    if (this.refusing) {
      client.destroy();
      return;
    }
    const server = connect(Number(this.target.port), this.target.hostname);
    let committing = false;
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (chunk) => {
      if (this.cut && chunk.includes(COMMIT)) {
        committing = this.cut === 'after COMMIT';
        this.cut = undefined;
        this.refusing = this.stayAway;
        this.cuts += 1;
        if (!committing) return end();
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (committing) end();
      else client.write(chunk);
    });
  }
}
