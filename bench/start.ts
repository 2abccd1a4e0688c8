import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, report } from './measure.js';
import { startProduct } from './post.js';

const ROUNDS = 5;

/** From `npm start` on an existing data dir, built, to ready. */
export async function start(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const figures: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const began = performance.now();
      const product = await startProduct(dataDir);
      // the first makes the data dir
      if (round > 0) figures.push(performance.now() - began);
      product.child.kill('SIGTERM');
      await product.exited;
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  report('start on an existing data dir to ready', `${(median(figures) / 1000).toFixed(2)} s`);
}
