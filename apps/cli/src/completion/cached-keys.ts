import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../connection/api.js';
import { keysOf, type Named } from '../connection/keys.js';
import type { KeyKind } from '../connection/speech.js';

/** Whoever presses Tab twice does not ask twice. */
const FRESH_MS = 60_000;

/** The keys of a kind, asked of the server once a minute; kept under `$XDG_CACHE_HOME/waymark`. */
export async function cachedKeys(
  api: Api,
  kind: KeyKind,
  environment: Readonly<NodeJS.ProcessEnv>,
): Promise<readonly Named[]> {
  const folder = join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'waymark');
  const name = createHash('sha256').update(`${api.identity} ${kind}`).digest('hex').slice(0, 32);
  const file = join(folder, `${name}.json`);
  const kept = await stat(file).catch(() => undefined);
  if (kept && Date.now() - kept.mtimeMs < FRESH_MS) {
    return JSON.parse(await readFile(file, 'utf8')) as readonly Named[];
  }
  const keys = await keysOf(api, kind);
  // without a place for it, it is asked again
  await mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => writeFile(file, JSON.stringify(keys), { mode: 0o600 }))
    .catch(() => undefined);
  return keys;
}
