import 'reflect-metadata';
import { AuditTrail } from '#lib/access';
import { faultLines } from '#lib/platform';
import { rebuildAll } from './rebuild-all.js';
import { withRecords } from './with-records.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Rebuilds the read models of every program, and shows that they are the same. */
async function run(): Promise<void> {
  await withRecords('rebuild', async ({ foundation, records }) => {
    const { database, clock } = foundation;
    const trail = new AuditTrail(database, clock);
    await rebuildAll({ database, clock, records }, async (rebuilt) => {
      const { program, events, grew, before, after } = rebuilt;
      const same = before === after;
      await trail.note(program, {
        ...{ action: 'program.rebuilt', outcome: 'done', actor: { kind: 'operator' } },
        about: { events, same },
      });
      say(`${program}: ${events} events`);
      say(`  before ${before}`);
      say(`  after  ${after}${same ? ' (the same)' : ''}`);
      if (same) return;
      if (grew) {
        say(
          '  Facts came meanwhile, so the two are not of the same log. To compare, rebuild again',
        );
        say('  while nothing is recorded.');
      } else {
        say('  They differ: something else than the log had changed the read models, or they were');
        say('  written by another version of Waymark. What stands now is what the log says.');
      }
    });
  });
}

try {
  await run();
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
