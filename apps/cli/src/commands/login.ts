import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import type { Schemas } from '#lib/client';
import type { Cli, EveryOption } from '../cli.js';
import { Api } from '../connection/api.js';
import {
  originOf,
  type Profiles,
  profilesFile,
  readProfiles,
  writeProfiles,
} from '../connection/profiles.js';
import { EXIT, Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';
import { table } from '../text/table.js';

/** `waymark login [server]`: checks a key and keeps it. */
export function loginCommand(cli: Cli): Command {
  return new Command('login')
    .summary('sign in to a server with a key')
    .description(
      'Checks a key and keeps it for the next commands. The key is asked for, or read from standard input; it is no argument, which other users of the machine could see.',
    )
    .argument(
      '[server]',
      'the address of the server; absent, the one of the profile or WAYMARK_URL',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  waymark login https://waymark.example.com\n  waymark login http://127.0.0.1:3000 --profile local < key.txt',
    )
    .action(async (given: string | undefined, _given: unknown, self: Command) => {
      const { terminal } = cli;
      const { environment } = terminal;
      const { profile: named, json } = self.optsWithGlobals<EveryOption>();
      const kept = await readProfiles(environment);
      const name = named ?? (environment.WAYMARK_PROFILE || kept.current || 'default');
      const address = given ?? (environment.WAYMARK_URL || kept.profiles[name]?.server);
      if (!address) {
        throw new Failure('Which server?', EXIT.usage, [
          'waymark login https://waymark.example.com',
        ]);
      }
      const profile = {
        server: originOf(address),
        key: await keyFrom(terminal, originOf(address)),
      };
      const session = await new Api(profile).ask((client) => client.GET('/api/v1/session'));
      const file = await writeProfiles(environment, {
        current: name,
        profiles: { ...kept.profiles, [name]: profile },
      });
      if (json) return terminal.json(session);
      const { paint } = terminal;
      terminal.say(
        `${paint.good('✓')} Signed in to ${paint.title(session.programName ?? session.program)} at ${profile.server} as ${session.name}${rolesOf(session)}.`,
        paint.faint(`  Kept as profile "${name}" in ${file}`),
        ...currentLines(terminal, name, profile.server, kept),
      );
      if (environment.WAYMARK_KEY) {
        terminal.note(`${paint.warn('!')} WAYMARK_KEY is set and goes before what is kept.`);
      }
      return undefined;
    });
}

/** What signing in changed for the next commands, with the way back. */
function currentLines(
  { paint }: Terminal,
  name: string,
  server: string,
  { current, profiles }: Profiles,
): readonly string[] {
  const replaced = profiles[name]?.server;
  return [
    ...(current !== undefined && current !== name
      ? [
          `${paint.warn('!')} "${name}" is the current profile now; it was "${current}".`,
          paint.faint(`  Back: waymark profiles use ${current}`),
        ]
      : []),
    ...(replaced !== undefined && replaced !== server
      ? [
          `${paint.warn('!')} The key for ${replaced}, which it held before, is forgotten.`,
          paint.faint('  --profile NAME keeps both.'),
        ]
      : []),
  ];
}

function rolesOf({ grants }: Schemas['Session']): string {
  const roles = grants.map(({ role, under }) => `${role}${under ? ` of ${under}` : ''}`);
  return roles.length > 0 ? ` (${roles.join(', ')})` : '';
}

/** A key typed without being shown, or everything on standard input. @throws Failure when there is none */
async function keyFrom(terminal: Terminal, server: string): Promise<string> {
  const key = (
    terminal.interactive ? await typed(`Key for ${server}: `) : await text(process.stdin)
  ).trim();
  if (key === '' || /\s/.test(key)) {
    throw new Failure(key === '' ? 'There is no key.' : 'A key has no blanks in it.', EXIT.usage, [
      'Type it when asked, or send it on standard input: waymark login SERVER < key.txt',
    ]);
  }
  return key;
}

async function typed(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

/** `waymark logout`: forgets a profile. The key itself stays valid on the server. */
export function logoutCommand(cli: Cli): Command {
  return new Command('logout')
    .summary('forget a profile')
    .description(
      'Forgets the key of a profile. The key stays valid on the server until it is revoked there.',
    )
    .action(async (_given: unknown, self: Command) => {
      const { environment, say } = cli.terminal;
      const kept = await readProfiles(environment);
      const name = self.optsWithGlobals<EveryOption>().profile ?? kept.current;
      if (name === undefined || !kept.profiles[name]) {
        throw new Failure(
          name ? `There is no profile "${name}".` : 'You are not signed in.',
          EXIT.refused,
        );
      }
      const profiles = Object.fromEntries(
        Object.entries(kept.profiles).filter(([one]) => one !== name),
      );
      const current = kept.current === name ? Object.keys(profiles)[0] : kept.current;
      await writeProfiles(environment, { current, profiles });
      say(`Profile "${name}" is forgotten.${current ? ` The current one is "${current}".` : ''}`);
    });
}

/** `waymark profiles [use <name>]` */
export function profilesCommand(cli: Cli): Command {
  const { terminal } = cli;
  const list = async (_given: unknown, self: Command) => {
    const { current, profiles } = await readProfiles(terminal.environment);
    const rows = Object.entries(profiles).map(([name, { server, key }]) => ({
      name,
      server,
      key: `${key.slice(0, 8)}…`,
      current: name === current,
    }));
    if (self.optsWithGlobals<EveryOption>().json) return terminal.json({ items: rows });
    const { paint, columns, environment, say } = terminal;
    if (rows.length === 0) say('You are signed in nowhere: waymark login');
    else {
      say(
        ...table(
          rows,
          [
            { title: 'profile', of: ({ name }) => name, shrinksTo: 10 },
            { title: 'current', of: (row) => (row.current ? '●' : ''), paint: paint.good },
            { title: 'server', of: ({ server }) => server, shrinksTo: 16 },
            { title: 'key', of: ({ key }) => key, paint: (text) => paint.faint(text) },
          ],
          { columns, paint },
        ),
      );
    }
    if (environment.WAYMARK_PROFILE) {
      terminal.note(
        `${paint.warn('!')} WAYMARK_PROFILE names "${environment.WAYMARK_PROFILE}", which goes before the current one.`,
      );
    }
    if (environment.WAYMARK_URL || environment.WAYMARK_KEY) {
      terminal.note(
        `${paint.warn('!')} WAYMARK_URL and WAYMARK_KEY go before these where they are set.`,
      );
    }
    return undefined;
  };
  const use = new Command('use')
    .summary('make a profile the current one')
    .argument('<name>', 'its name')
    .action(async (name: string) => {
      const kept = await readProfiles(terminal.environment);
      if (!kept.profiles[name]) {
        throw new Failure(`There is no profile "${name}".`, EXIT.refused, [
          `These are: ${Object.keys(kept.profiles).join(', ') || 'none'}`,
        ]);
      }
      await writeProfiles(terminal.environment, { ...kept, current: name });
      terminal.say(`The current profile is "${name}", at ${kept.profiles[name].server}.`);
    });
  return new Command('profiles')
    .summary('where you are signed in')
    .description(`Profiles that waymark login keeps in ${profilesFile(terminal.environment)}`)
    .addCommand(new Command('list').summary('all of them').action(list), { isDefault: true })
    .addCommand(use);
}
