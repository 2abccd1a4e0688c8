import { join } from 'node:path';
import { it } from 'vitest';
import type { Stage, Who } from './stage.js';

const IMAGES = join(import.meta.dirname, '../../../docs/images');

/** What the README shows: whose page, and how high a picture. */
const SHOWN: readonly (readonly [name: string, who: Who, path: string, height: number])[] = [
  ['overview', 'eve', '/overview/quillhaven', 1120],
  ['unit', 'olive', '/units/germany', 1000],
];

/** Takes the pictures of the README anew: npm run screenshots. */
export function readmePictures(stage: () => Stage): void {
  it.runIf(process.env.WAYMARK_SCREENSHOTS).each(SHOWN)('%s', async (name, who, path, height) => {
    const viewport = { width: 1440, height };
    const visit = await stage().as(who, { viewport, reducedMotion: 'reduce' });
    await visit.open(path);
    await visit.page.screenshot({ path: join(IMAGES, `${name}.png`) });
    await visit.close();
  });
}
