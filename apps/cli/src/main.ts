import { readFileSync } from 'node:fs';
import { run } from './run.js';

// whoever reads the answer may have read enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const { version } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
) as { version: string };

process.exitCode = await run(process, version);
