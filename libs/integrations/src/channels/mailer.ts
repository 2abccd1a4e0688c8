import { createTransport, type Transporter } from 'nodemailer';
import type { Mail } from './mail.js';

/** How mails leave: the operator's own server, and whom they are from. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
}

/** The mail server did not take a mail. */
export class MailNotTaken extends Error {
  constructor(
    message: string,
    /** Whether trying again cannot help: the server refused the recipient or the mail for good. */
    readonly forGood: boolean,
  ) {
    super(message);
  }
}

const TIMEOUT_MS = 15_000;

/** Sends mails by SMTP. */
export class Mailer {
  private readonly transport: Transporter;

  constructor(private readonly settings: MailSettings) {
    this.transport = createTransport(
      {
        url: settings.url,
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
        // a mail is made of texts alone
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      // told apart from people's mail by those who answer automatically
      { headers: { 'Auto-Submitted': 'auto-generated' } },
    );
  }

  /**
   * @param to one address, without a name
   * @param id makes the Message-ID, the same whenever the mail is sent again
   * @throws MailNotTaken
   */
  async send(to: string, { subject, text, html }: Mail, id: string): Promise<void> {
    const { from } = this.settings;
    const host = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
    try {
      await this.transport.sendMail({
        // an object is taken as it is, a text could name several
        ...{ from, to: { name: '', address: to }, subject, text, html },
        messageId: `<${id}@${host}>`,
      });
    } catch (error) {
      const { responseCode, code } = error as { responseCode?: number; code?: string };
      const said = responseCode === undefined ? (code ?? 'no answer') : `SMTP ${responseCode}`;
      throw new MailNotTaken(
        `The mail server did not take it (${said}).`,
        responseCode !== undefined && responseCode >= 500,
      );
    }
  }

  close(): void {
    this.transport.close();
  }
}
