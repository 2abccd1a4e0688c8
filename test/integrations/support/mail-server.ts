import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it takes. */
export class MailServer {
  readonly taken: { readonly to: readonly string[]; readonly content: string }[] = [];
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address);
          // long lines are broken for the way (quoted-printable)
          const content = Buffer.concat(chunks).toString().replaceAll('=\r\n', '');
          this.taken.push({ to, content });
          done();
        });
      },
    });
  }

  static async open(): Promise<MailServer> {
    const mail = new MailServer();
    await new Promise<void>((done) => void mail.server.listen(0, '127.0.0.1', done));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}
