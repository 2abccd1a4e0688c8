import 'reflect-metadata';
import { faultLines } from '#lib/platform';
import { DeadLetters } from '#lib/recording';
import { programHeads } from './heads.js';
import { withRecords } from './with-records.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Lists what gave up in every program; with `replay`, sends all of it, or the one of an id, again. */
async function run([verb, wanted]: readonly string[]): Promise<void> {
  if (verb !== undefined && verb !== 'replay') {
    throw new Error(
      'npm run dead-letters lists them; npm run dead-letters replay [id] sends them again.',
    );
  }
  await withRecords('dead-letters', async ({ foundation, records }) => {
    const letters = new DeadLetters(foundation.database, foundation.clock);
    let found = 0;
    for (const { program } of await programHeads(foundation.database)) {
      for (const { id, queue, failedAt, attempts, reason } of await letters.open(program)) {
        if (wanted !== undefined && wanted !== id) continue;
        found += 1;
        const when = new Date(failedAt).toISOString();
        say(`${id} ${program} ${queue}, ${attempts} attempts, last ${when}: ${reason}`);
        if (verb !== 'replay') continue;
        await letters.replay(program, id, records.wakeups);
        say('  sent again; it is closed when the work is done');
      }
    }
    if (found === 0) say('There are no open dead letters.');
  });
}

try {
  await run(process.argv.slice(3));
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
