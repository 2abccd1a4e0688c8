import { connect, type Socket } from 'node:net';

/** A connection to a server, as raw as it gets. */
export class RawConnection {
  private text = '';
  private readonly closing: Promise<void>;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      this.text += chunk;
    });
    socket.on('error', () => undefined);
    this.closing = new Promise((closed) => socket.once('close', () => closed()));
  }

  static async to(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new RawConnection(socket);
  }

  /** The head of a request, and what there is of its body. */
  request(line: string, headers: Readonly<Record<string, string | number>>, body = ''): void {
    const named = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    this.write([`${line} HTTP/1.1`, 'host: x', ...named, '', body].join('\r\n'));
  }

  write(text: string): void {
    if (!this.socket.destroyed) this.socket.write(text);
  }

  /** All that the server said, once it has closed the connection. */
  async said(): Promise<string> {
    await this.closing;
    return this.text;
  }

  /** What the server has said by now. */
  get soFar(): string {
    return this.text;
  }

  end(): void {
    this.socket.destroy();
  }
}
