import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../../e2e/support/client.js';
import { eventually } from '../../e2e/support/eventually.js';

/** What an endpoint was sent. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Json;
}

type Behaviour = (response: ServerResponse, received: Received) => void;

/** A real HTTP server that others send to. */
export class Endpoint {
  readonly received: Received[] = [];
  /** How it answers; what is not answered hangs. */
  behaviour: Behaviour = answers(204);
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Endpoint> {
    const server = createServer();
    const endpoint = new Endpoint(server);
    server.on('request', (request, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { url: path = '', headers } = request;
        const received = { path, headers, text, body: text === '' ? null : JSON.parse(text) };
        endpoint.received.push(received);
        endpoint.behaviour(response, received);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Resolves with everything once so much has come. */
  of(type: string, count = 1): Promise<readonly Received[]> {
    return eventually(async () => {
      const found = this.received.filter(({ body }) => body.type === type);
      return found.length >= count ? found : undefined;
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

export function answers(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Behaviour {
  return (response) => void response.writeHead(status, headers).end(body);
}
