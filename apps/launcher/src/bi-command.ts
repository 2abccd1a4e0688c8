import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';

const USAGE = `npm run bi-role -- LOGIN --program ID   makes a login of the database that reads the reports of one program
npm run bi-role -- LOGIN --new-password   gives it another password
npm run bi-role -- LOGIN --remove         takes it away
LOGIN is a name such as contoso_bi: small letters, digits and _. See docs/exports.md.`;

const OPTIONS = {
  program: { type: 'string' },
  'new-password': { type: 'boolean' },
  remove: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const LOGIN = /^(?!pg_|waymark)[a-z][a-z0-9_]{0,62}$/;

/** What was asked for cannot be done; the message says what to do. */
export class BiRoleRefused extends Error {}

/**
 * Makes, renews or takes away a login for reports.
 * @param url of the database, as its owner
 * @returns the exit code
 * @throws BiRoleRefused
 */
export async function biCommand(
  words: readonly string[],
  url: () => Promise<string>,
  say: (line: string) => void,
): Promise<0> {
  const { values, positionals } = read(words);
  const [login, ...more] = positionals;
  const { program, remove, 'new-password': renewed } = values;
  if (values.help) say(USAGE);
  if (values.help) return 0;
  const wishes = [program, remove, renewed].filter((one) => one !== undefined);
  if (login === undefined || more.length > 0 || wishes.length !== 1) throw new BiRoleRefused(USAGE);
  if (!LOGIN.test(login)) throw new BiRoleRefused(`"${login}" cannot be a login.\n${USAGE}`);
  const address = await url();
  const owner = new pg.Client({ connectionString: address });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    if (remove) await takeAway(owner, login);
    const password = remove ? undefined : randomBytes(24).toString('base64url');
    if (password !== undefined) {
      if (program === undefined) await requireReader(owner, login);
      const verb = program === undefined ? 'ALTER' : 'CREATE';
      await owner.query(`${verb} ROLE ${login} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
      await owner.query(`ALTER ROLE ${login} SET statement_timeout = '60s'`);
      if (program !== undefined) {
        await owner.query('SELECT waymark_bi_admit($1, $2)', [login, program]);
      }
    }
    await owner.query('COMMIT');
    for (const line of told(login, address, password)) say(line);
    return 0;
  } catch (error) {
    throw refusalOf(error, login);
  } finally {
    await owner.end();
  }
}

function read(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new BiRoleRefused(`${(error as Error).message}\n${USAGE}`);
  }
}

/** The program that a login reads. @throws BiRoleRefused where it is no login for reports */
async function requireReader(owner: pg.Client, login: string): Promise<string> {
  const { rows } = await owner.query<{ program_id: string }>(
    'SELECT program_id FROM bi_reader WHERE login = $1',
    [login],
  );
  if (rows[0]) return rows[0].program_id;
  throw new BiRoleRefused(`"${login}" is no login for reports here. Make one with --program ID.`);
}

async function takeAway(owner: pg.Client, login: string): Promise<void> {
  const program = await requireReader(owner, login);
  await owner.query("SELECT set_config('waymark.program', $1, true)", [program]);
  await owner.query('DELETE FROM bi_reader WHERE login = $1', [login]);
  // whoever made a role may join it, and only those in it may drop what it was given
  await owner.query(`GRANT ${login} TO CURRENT_USER WITH INHERIT TRUE`);
  await owner.query(`DROP OWNED BY ${login}`);
  await owner.query(`DROP ROLE ${login}`);
}

function told(login: string, address: string, password: string | undefined): readonly string[] {
  if (password === undefined)
    return [`${login} is gone. Sessions it has open end at their next query.`];
  const url = new URL(address);
  url.username = login;
  url.password = password;
  return [
    `Login: ${url.href}`,
    'Keep it: the password is shown this once. What it reads: the views in the schema bi (docs/exports.md).',
  ];
}

const INSUFFICIENT_PRIVILEGE = '42501';
const DUPLICATE_OBJECT = '42710';
const INVALID_PARAMETER = '22023';

/** What the database refuses, in words that help on. */
function refusalOf(error: unknown, login: string): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  switch (error.code) {
    case INSUFFICIENT_PRIVILEGE:
      return new BiRoleRefused(
        `The role that Waymark works under may not do this (${error.message}). As an administrator of the database: CREATE ROLE ${login} LOGIN PASSWORD '…'; then, as Waymark's role: SELECT waymark_bi_admit('${login}', '<program>');`,
      );
    case DUPLICATE_OBJECT:
      return new BiRoleRefused(
        `There is a role "${login}" already. Choose another name, or give it a new password: --new-password.`,
      );
    case INVALID_PARAMETER:
      return new BiRoleRefused(error.message);
    default:
      return error;
  }
}
