import type { ProgramId } from '#lib/domain';
import { EventLog } from '#lib/event-log';
import { Database, systemClock } from '#lib/platform';

/** Says `holding` while it holds the head of a program, and goes on holding it. */
const [url, program] = process.argv.slice(2) as [string, ProgramId];
const log = new EventLog({
  database: new Database(url),
  clock: systemClock,
  masterKey: Buffer.alloc(32),
  inline: { project: () => Promise.reject(new Error('Nothing is recorded here.')) },
});
await log.append({
  program,
  actor: { subject: '0190a000-0000-7000-8000-000000000009', name: 'Hanging' },
  units: [],
  alone: true,
  decide: () => {
    process.stdout.write('holding\n');
    return new Promise(() => setInterval(() => undefined, 1_000));
  },
  answer: () => null,
});
