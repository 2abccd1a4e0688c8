import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { EXIT, Failure } from '../failure.js';
import { fileFault } from '../text/file-fault.js';

/** Which server, and who asks. */
export interface Profile {
  readonly server: string;
  readonly key: string;
}

/** What `waymark login` keeps. */
export interface Profiles {
  /** The one that is used when none is named. */
  readonly current: string | undefined;
  readonly profiles: Readonly<Record<string, Profile>>;
}

type Environment = Readonly<NodeJS.ProcessEnv>;

/** Where profiles are kept: `$XDG_CONFIG_HOME/waymark/profiles.json`. */
export function profilesFile(environment: Environment): string {
  const { XDG_CONFIG_HOME, APPDATA } = environment;
  const folder = XDG_CONFIG_HOME || APPDATA || join(homedir(), '.config');
  return join(folder, 'waymark', 'profiles.json');
}

/** All that are kept. @throws Failure when the file cannot be read as that */
export async function readProfiles(environment: Environment): Promise<Profiles> {
  const file = profilesFile(environment);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Failure(`${file} cannot be read: ${fileFault(error)}.`, EXIT.unreachable);
  });
  if (text === undefined) return { current: undefined, profiles: {} };
  try {
    const { current, profiles } = JSON.parse(text) as Partial<Profiles>;
    return { current, profiles: profiles ?? {} };
  } catch {
    throw new Failure(`${file} is not the JSON that waymark login writes.`, EXIT.unreachable, [
      'Mend it, or delete it and sign in again: waymark login',
    ]);
  }
}

/** Keeps them, readable by their owner alone. */
export async function writeProfiles(environment: Environment, kept: Profiles): Promise<string> {
  const file = profilesFile(environment);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
  return file;
}

/**
 * Who asks, and whom: WAYMARK_URL and WAYMARK_KEY win over the profile that is named, and that over the current one.
 *
 * @throws Failure when nobody is signed in, or there is no such profile
 */
export async function chooseProfile(environment: Environment, named?: string): Promise<Profile> {
  const { WAYMARK_URL, WAYMARK_KEY, WAYMARK_PROFILE } = environment;
  if (WAYMARK_URL && WAYMARK_KEY) return { server: originOf(WAYMARK_URL), key: WAYMARK_KEY };
  const { current, profiles } = await readProfiles(environment);
  const name = named ?? (WAYMARK_PROFILE || current);
  const profile = name === undefined ? undefined : profiles[name];
  if (name !== undefined && !profile && (named !== undefined || WAYMARK_PROFILE)) {
    const names = Object.keys(profiles);
    throw new Failure(`There is no profile "${name}".`, EXIT.unreachable, [
      names.length > 0 ? `These are: ${names.join(', ')}` : 'Sign in first: waymark login',
    ]);
  }
  const server = WAYMARK_URL ? originOf(WAYMARK_URL) : profile?.server;
  // a key goes to the server it was given for, and to no other
  const key = WAYMARK_KEY || (profile?.server === server ? profile?.key : undefined);
  if (server && profile && !key) {
    throw new Failure(
      `The key that is kept is for ${profile.server}, not for ${server}.`,
      EXIT.unreachable,
      [
        'Set WAYMARK_KEY as well, or leave WAYMARK_URL out.',
        `Or sign in there: waymark login ${server}`,
      ],
    );
  }
  if (!server || !key) {
    throw new Failure('You are not signed in.', EXIT.unreachable, [
      'Sign in with a key: waymark login https://waymark.example.com',
      'Or set WAYMARK_URL and WAYMARK_KEY.',
    ]);
  }
  return { server, key };
}

/**
 * The origin of a server's address.
 *
 * @throws Failure when it is none
 */
export function originOf(address: string): string {
  const text = /^[a-z]+:\/\//i.test(address)
    ? address
    : `${isLocal(address) ? 'http' : 'https'}://${address}`;
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin;
  }
  throw new Failure(`"${address}" is not the address of a server.`, EXIT.usage, [
    'It looks like https://waymark.example.com or http://127.0.0.1:3000.',
  ]);
}

const isLocal = (address: string) =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/.test(address);
