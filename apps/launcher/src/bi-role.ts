import { borrowDatabase, faultLines, loadEnvironment } from '#lib/platform';
import { biCommand, BiRoleRefused } from './bi-command.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const closing: (() => Promise<void>)[] = [];

try {
  const url = async () => {
    const borrowed = await borrowDatabase(loadEnvironment());
    closing.push(() => borrowed.close());
    return borrowed.url;
  };
  process.exitCode = await biCommand(process.argv.slice(3), url, say);
} catch (error) {
  const lines = error instanceof BiRoleRefused ? [error.message] : faultLines(error);
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
} finally {
  for (const close of closing) await close();
}
