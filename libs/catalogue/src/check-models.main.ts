import { checkModels } from './check-models.js';

const { lines, ok } = checkModels(process.argv.slice(2));
for (const line of lines) (ok ? process.stdout : process.stderr).write(`${line}\n`);
process.exitCode = ok ? 0 : 1;
