import { checkModels } from './check-models.js';

const { lines, ok } = checkModels(process.argv.slice(2));
for (const line of lines) (ok ? console.log : console.error)(line);
process.exitCode = ok ? 0 : 1;
