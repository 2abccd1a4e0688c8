import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ProgramId } from '#lib/domain';
import {
  fileLines,
  type Given,
  readHeads,
  readPublicKeys,
  type Report,
  UnknownProgram,
  UnreadableGiven,
  verifyDatabase,
  verifyExport,
} from '#lib/event-log';
import { borrowDatabase, Database, loadEnvironment } from '#lib/platform';

const USAGE = `npm run verify-log -- <export.jsonl>          an exported log
npm run verify-log -- --database [URL]        the logs of a database; without URL, of this installation
  --program ID           that program alone
  --head FILE            heads that you kept: what GET /api/v1/log/heads or /log/verification gave, or a heads file
  --public-key FILE|KEY  the server's public key: PEM, base64, or what GET /api/v1/log/signing-keys gave
  --json                 for programs
Ends with 0 when nothing is wrong, 1 when something is, 2 when it could not be looked at.`;

const OPTIONS = {
  database: { type: 'boolean' },
  program: { type: 'string' },
  head: { type: 'string', multiple: true },
  'public-key': { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/**
 * Verifies a file or a database and says what was found.
 * @returns the exit code: 0 when nothing is wrong, 1 when something is
 * @throws UnreadableGiven when it cannot be looked at
 */
export async function verifyCommand(
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const { values, positionals } = read(words);
  if (values.help) {
    say(USAGE);
    return 0;
  }
  const [source] = positionals;
  if (positionals.length > 1 || (source === undefined && !values.database)) {
    throw new UnreadableGiven(USAGE);
  }
  const given = await readGiven(values.head ?? [], values['public-key'] ?? []);
  const reports = values.database
    ? await ofDatabase(source, values.program, given)
    : [await verifyExport(fileLines(source as string), given, values.program)];
  if (values.json) say(JSON.stringify(values.database ? reports : reports[0], null, 2));
  else for (const report of reports) for (const line of linesOf(report)) say(line);
  return reports.every(({ ok }) => ok) ? 0 : 1;
}

function read(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UnreadableGiven(`${(error as Error).message}\n${USAGE}`);
  }
}

async function readGiven(heads: readonly string[], keys: readonly string[]): Promise<Given> {
  const read = (file: string) =>
    readFile(file, 'utf8').catch((error: Error) => {
      throw new UnreadableGiven(`${file} cannot be read: ${error.message}.`);
    });
  const readHeadsOf = async (file: string) => readHeads(await read(file), file);
  const readKeysOf = async (given: string) =>
    /^[A-Za-z0-9+/]{43}=$/.test(given) ? [given] : readPublicKeys(await read(given), given);
  return {
    heads: (await Promise.all(heads.map(readHeadsOf))).flat(),
    publicKeys: (await Promise.all(keys.map(readKeysOf))).flat(),
  };
}

async function ofDatabase(
  url: string | undefined,
  program: string | undefined,
  given: Given,
): Promise<readonly Report[]> {
  const borrowed =
    url === undefined
      ? await borrowDatabase(loadEnvironment())
      : { url, close: () => Promise.resolve() };
  const database = new Database(borrowed.url, { poolSize: 2, applicationName: 'waymark verify' });
  try {
    const programs =
      program === undefined ? await programsOf(database, given) : [program as ProgramId];
    const reports: Report[] = [];
    for (const one of programs) {
      const own = program === undefined ? ofProgram(given, one) : given;
      reports.push(await verifyDatabase(database, one, own));
    }
    return reports;
  } catch (error) {
    if (error instanceof UnknownProgram) throw new UnreadableGiven(error.message);
    throw error;
  } finally {
    await database.close();
    await borrowed.close();
  }
}

/** The programs of a database that have facts; with heads of one that it does not have, it is refused. */
async function programsOf(database: Database, given: Given): Promise<readonly ProgramId[]> {
  const rows = await database.beforeProgram((tx) =>
    tx.query<{ program: ProgramId; position: number }>(
      'SELECT program_id AS program, position FROM waymark_programs() ORDER BY program_id',
    ),
  );
  const named = new Set(given.heads.flatMap((head) => ('program' in head ? head.program : [])));
  const missing = [...named].filter((one) => !rows.some(({ program }) => program === one));
  if (missing.length > 0) {
    throw new UnreadableGiven(
      `The database has no program "${missing.join('", "')}", of which heads were given.`,
    );
  }
  return rows
    .filter(({ program, position }) => position > 0 || named.has(program))
    .map(({ program }) => program);
}

/** What was given for one program of several; heads without a name are of none. */
function ofProgram({ heads, publicKeys }: Given, program: string): Given {
  return {
    heads: heads.filter((head) => 'program' in head && head.program === program),
    publicKeys,
  };
}

function* linesOf(report: Report): Generator<string> {
  const { ok, program, length, firstBroken, findings, proved, notProved } = report;
  const where = firstBroken === undefined ? '' : `: the first bad event is ${firstBroken}`;
  yield ok
    ? `"${program}": ${length} events, nothing wrong was found.`
    : `"${program}": NOT SOUND${where}.`;
  for (const { kind, says } of findings) yield `  wrong (${kind}): ${says}`;
  for (const one of proved) yield `  proved: ${one}`;
  for (const one of notProved) yield `  not proved: ${one}`;
}
