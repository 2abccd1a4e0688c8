import { createSocket } from 'node:dgram';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where a syslog server listens. */
interface Place {
  readonly host: string;
  readonly port: number;
}

const PORTS: Readonly<Record<string, number>> = { 'udp:': 514, 'tcp:': 601, 'tls:': 6514 };
const PATIENCE_MS = 10_000;

/** What a connection over TLS goes by, beside what Node trusts. */
export interface SyslogTrust {
  /** Certificates in PEM that sign the server's, in place of those that Node trusts. */
  readonly ca?: string | undefined;
}

/**
 * Sends messages of RFC 5424 in their order, each as its transport frames it: a datagram each by
 * `udp://host:port` (RFC 5426), with its length in octets before it by `tcp://` (RFC 6587) and
 * `tls://` (RFC 5425; the certificate must be one that Node trusts, `NODE_EXTRA_CA_CERTS` adds some).
 * Resolves once the server has read all and closed its side; UDP tells nobody whether they arrived.
 * @throws Error when the server cannot be reached or ends the connection
 */
export async function sendSyslog(
  url: string,
  messages: readonly string[],
  { ca }: SyslogTrust = {},
): Promise<void> {
  const { protocol, hostname, port } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const place = { host, port: Number(port) || (PORTS[protocol] ?? 514) };
  const bytes = messages.map((message) => Buffer.from(message));
  if (protocol === 'udp:') return sendDatagrams(place, bytes);
  const framed = bytes.flatMap((message) => [Buffer.from(`${message.length} `), message]);
  const socket =
    protocol === 'tls:'
      ? connectTls({ ...place, ...(isIP(host) ? {} : { servername: host }), ...(ca ? { ca } : {}) })
      : connectTcp(place);
  return sendStream(socket, protocol === 'tls:' ? 'secureConnect' : 'connect', framed);
}

async function sendDatagrams({ host, port }: Place, messages: readonly Buffer[]): Promise<void> {
  const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4');
  try {
    for (const message of messages) {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.send(message, port, host, (error) => (error ? reject(error) : resolve()));
      });
      socket.removeAllListeners('error');
    }
  } finally {
    socket.close();
  }
}

/** Writes, says that no more comes, and waits until the other side has taken that. */
function sendStream(socket: Socket, ready: string, chunks: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let ended = false;
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('The server does not answer.')));
    socket.once('error', reject);
    socket.once('close', () => {
      if (ended) resolve();
      else reject(new Error('The server ended the connection.'));
    });
    socket.once(ready, () => {
      for (const chunk of chunks) socket.write(chunk);
      socket.end(() => {
        ended = true;
      });
    });
    // a server that answers is read, so that its end is noticed
    socket.resume();
  });
}
