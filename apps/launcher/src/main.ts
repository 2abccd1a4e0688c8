import { API_ADDRESS, DataDirLock, faultLines, loadEnvironment, onStop } from '#lib/platform';
import { Keeper } from './keeper.js';
import { checkPort } from './check-port.js';
import { Part, type PartName } from './part.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Everything by one command: the embedded PostgreSQL unless DATABASE_URL names another, the worker
 * and the api, each a process of its own, started again when it dies. The demo, when it is asked
 * for, is loaded before them.
 */
async function launch(stopped: Promise<void>, withDemo: boolean): Promise<void> {
  const environment = loadEnvironment();
  const lock = await DataDirLock.take(environment.dataDir, say);
  const parts: Part[] = [];
  let postgres: Keeper | undefined;
  try {
    await checkPort(environment);
    postgres = environment.databaseUrl ? undefined : await Keeper.start(environment.dataDir, say);
    // what was given, also as a file, reaches the parts as it was given
    const variables = postgres ? { DATABASE_URL: postgres.url } : {};
    // the terminal belongs to the person who started us: its lines, warnings and what is worse
    const level = { WAYMARK_LOG_LEVEL: process.env.WAYMARK_LOG_LEVEL ?? 'warn' };
    const part = (name: PartName, words?: readonly string[]) =>
      new Part(name, { ...variables, ...level }, lock, say, words);
    const embedded = postgres ? ['embedded'] : [];
    const demo = withDemo ? part('demo', embedded) : undefined;
    if (demo) parts.push(demo);
    const told = await Promise.race([demo?.start() ?? [], stopped]);
    if (told === undefined) return;
    await demo?.stop();
    const words = [...(withDemo ? ['beside-demo'] : []), ...embedded];
    const [api, worker] = [part('api', words), part('worker')];
    parts.push(api, worker);
    const ready = Promise.all([api.start(), worker.start()]);
    // a start that fails because we stop it is no failure
    ready.catch(() => undefined);
    try {
      const said = await Promise.race([ready, stopped.then(() => [])]);
      for (const line of said.flat()) say(line);
    } finally {
      // also when the rest did not start: a key that was made is not shown again
      for (const line of addressed(told, api.address)) say(line);
    }
    await stopped;
  } finally {
    for (const part of parts) await part.stop();
    await postgres?.stop();
    await lock.release();
  }
}

/** The lines with the api's address in them; without one, those that need none. */
function addressed(lines: readonly string[], address: string | undefined): readonly string[] {
  return address === undefined
    ? lines.filter((line) => !line.includes(API_ADDRESS))
    : lines.map((line) => line.replaceAll(API_ADDRESS, address));
}

try {
  await launch(onStop(), process.argv[2] === 'demo');
  process.exit(0);
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exit(1);
}
