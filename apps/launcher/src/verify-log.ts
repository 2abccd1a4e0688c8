import { faultLines } from '#lib/platform';
import { verifyCommand } from './verify-command.js';

try {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  process.exitCode = await verifyCommand(process.argv.slice(3), say);
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
