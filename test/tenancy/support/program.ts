import { Client, type Answer } from '../../e2e/support/client.js';

const KEYS = /(?<![\w-])(contoso|emea|apac|forum-first)(?![a-z])/g;
const NAMES =
  /Contoso|EMEA|Support|Press|Service desk|Archive|Asia and Pacific|Ada Lovelace|Forum first|Ambassadors|Spare|Kept/g;

/**
 * A program that speaks of the enterprise of the story in words of its own: its keys begin with the
 * mark, and its texts hold a secret that nobody else ever sends.
 */
export class MarkedProgram extends Client {
  /** Stands in every text that somebody wrote there. */
  readonly secret: string;

  constructor(
    url: string,
    key: string,
    /** Begins every key that was chosen there: lower-case letters. */
    readonly mark: string,
  ) {
    super(url, key);
    this.secret = `s3cr3t${mark}`;
  }

  /** A text of the story with the keys of this program, which others may come to know. */
  named(text: string): string {
    return text.replace(KEYS, `${this.mark}-$1`);
  }

  /** A text of the story in the words of this program. */
  own(text: string): string {
    return this.named(text).replace(NAMES, (name) => `${name} ${this.secret}`);
  }

  override send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const words = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const sent = typeof words === 'string' ? this.own(words) : undefined;
    return super.send(method, this.own(path), sent, headers);
  }
}
