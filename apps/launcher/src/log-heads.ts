import { randomBytes } from 'node:crypto';
import { AuditTrail } from '#lib/access';
import type { ProgramId } from '#lib/domain';
import { type Heads, LogContradicted, openHeads, pemOf, signingKeysOf } from '#lib/event-log';
import {
  borrowDatabase,
  Database,
  type Environment,
  faultLines,
  knownSecrets,
  loadEnvironment,
  migrate,
  replaceHeadKey,
  systemClock,
} from '#lib/platform';

const USAGE = `npm run log-heads                   the newest signed head of every program, and whether the log holds it
npm run log-heads accept PROGRAM    signs the log of a program as it stands, whatever was signed before
npm run log-heads new-key           changes the key that signs heads`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function run([verb, program]: readonly string[]): Promise<boolean> {
  const environment = loadEnvironment();
  if (verb === 'new-key') return newKey(environment);
  if (verb === undefined) return withHeads(environment, list);
  if (verb === 'accept' && program !== undefined) {
    return withHeads(environment, (heads, database) =>
      accept(heads, database, program as ProgramId),
    );
  }
  say(USAGE);
  return false;
}

/** Shows what is signed; whether all of it is in the logs. */
async function list(heads: Heads, database: Database): Promise<boolean> {
  say(`key ${heads.keys.present.keyId}`);
  say(pemOf(heads.keys.present).trimEnd());
  const programs = await database.beforeProgram((tx) =>
    tx.query<{ program: ProgramId; position: number }>(
      'SELECT program_id AS program, position FROM waymark_programs() ORDER BY program_id',
    ),
  );
  let sound = true;
  for (const { program, position } of programs) {
    const [last] = await heads.list(program, { limit: 1 });
    const signed = last
      ? `head ${last.number} of position ${last.position}, signed on ${last.signedAt}`
      : 'nothing signed yet';
    say(`${program}: ${position} events, ${signed}`);
    const found = await heads.compare(program);
    if (found) say(`  ${found.says}`);
    sound &&= !found;
  }
  return sound;
}

async function accept(heads: Heads, database: Database, program: ProgramId): Promise<boolean> {
  const before = await heads.compare(program);
  if (before) say(before.says);
  const { number, position, signedAt } = await heads.signAfresh(program);
  await new AuditTrail(database, systemClock).note(program, {
    action: 'head.accepted',
    outcome: 'done',
    actor: { kind: 'operator' },
    about: { number, position },
  });
  say(
    `The log of "${program}" was taken as it stands: head ${number} of position ${position}, signed afresh on ${signedAt}.`,
  );
  say('Heads signed before count no more here; those who kept some will ask why.');
  return true;
}

async function newKey({ secretsFile }: Environment): Promise<boolean> {
  const keys = signingKeysOf(await knownSecrets(secretsFile));
  const seed = randomBytes(32);
  const change = keys.handOver(seed, new Date(systemClock.now()).toISOString());
  await replaceHeadKey(secretsFile, seed, change);
  say(`Heads are signed with the key ${change.keyId} once Waymark is started again;`);
  say(`${change.before.keyId} signed before, and what it signed stays good.`);
  say(`Copy ${secretsFile} to every machine that runs Waymark, and to where you keep it.`);
  say(pemOf(change).trimEnd());
  return true;
}

async function withHeads(
  environment: Environment,
  work: (heads: Heads, database: Database) => Promise<boolean>,
): Promise<boolean> {
  const { secretsFile, headsFile } = environment;
  const borrowed = await borrowDatabase(environment);
  try {
    await migrate(borrowed.url);
    const database = new Database(borrowed.url, { poolSize: 2, applicationName: 'waymark heads' });
    const secrets = await knownSecrets(secretsFile);
    const onTrouble = (_: ProgramId, says: string) => void process.stderr.write(`${says}\n`);
    const parts = { database, clock: systemClock, secrets, headsFile, onTrouble };
    try {
      return await work(openHeads(parts), database);
    } finally {
      await database.close();
    }
  } finally {
    await borrowed.close();
  }
}

try {
  process.exitCode = (await run(process.argv.slice(3))) ? 0 : 1;
} catch (error) {
  // a contradiction was said already, as trouble
  const lines = error instanceof LogContradicted ? [] : faultLines(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
