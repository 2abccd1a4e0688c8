import type { Database } from '#lib/platform';
import type { AuditReader } from '../audit-reader.js';
import { syslogMessage } from './message.js';
import { sendSyslog } from './target.js';

const AT_ONCE = 200;

/**
 * Sends the audit trail of programs to a syslog server. How far that went is kept in the database:
 * after an outage it goes on where it was, and what went out before a process died goes out again.
 */
export class SyslogDelivery {
  constructor(
    private readonly database: Database,
    private readonly reader: AuditReader,
    private readonly url: string,
  ) {}

  /**
   * Sends what was not sent yet of a program, in order; nothing while another process does.
   * @returns how many entries went out
   * @throws Error of the network, when the server does not take them
   */
  async deliver(program: string, signal?: AbortSignal): Promise<number> {
    for (let sent = 0; ; ) {
      signal?.throwIfAborted();
      const entries = await this.reader.after(program, await this.sentTo(program), AT_ONCE);
      const last = entries.at(-1);
      if (!last) return sent;
      await sendSyslog(
        this.url,
        entries.map((entry) => syslogMessage(program, entry)),
      );
      await this.reach(program, last.position);
      sent += entries.length;
    }
  }

  private async sentTo(program: string): Promise<number> {
    const [row] = await this.database.inProgram(program, (tx) =>
      tx.query<{ sent: number }>('SELECT sent FROM audit_head WHERE program_id = $1', [program]),
    );
    return row?.sent ?? 0;
  }

  private async reach(program: string, position: number): Promise<void> {
    await this.database.inProgram(program, (tx) =>
      tx.query('UPDATE audit_head SET sent = greatest(sent, $2) WHERE program_id = $1', [
        program,
        position,
      ]),
    );
  }
}

/**
 * Removes entries of a program that are older than some days; never those of the last 30.
 * @param now milliseconds since 1970
 */
export async function forgetAudit(
  database: Database,
  program: string,
  { days, now }: { readonly days: number; readonly now: number },
): Promise<number> {
  const before = new Date(now - days * 86_400_000).toISOString();
  const [row] = await database.inProgram(program, (tx) =>
    tx.query<{ gone: number }>('SELECT waymark_forget_audit($1) AS gone', [before]),
  );
  return row?.gone ?? 0;
}
