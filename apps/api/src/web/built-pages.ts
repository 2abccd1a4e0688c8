import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the build puts the dashboard, seen from here as source and as built. */
const PLACES = ['../../../../dist/web', '../../../../web'].map((path) =>
  join(import.meta.dirname, path),
);

/** What the build writes into each page where the nonce of an answer belongs. */
const NONCE = /__CSP_NONCE__/g;

/** The built dashboard. */
export interface BuiltPages {
  /** The folder of its files. */
  readonly folder: string;
  /** The one page, which shows whatever its address says. @param nonce for this answer alone */
  page(nonce: string): string;
}

/** The dashboard as it was built; undefined when it was not. */
export async function builtPages(): Promise<BuiltPages | undefined> {
  const folder = PLACES.find((place) => existsSync(join(place, 'index.html')));
  if (!folder) return undefined;
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return { folder, page: (nonce) => html.replace(NONCE, nonce) };
}
