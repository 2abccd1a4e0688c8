import { spawn } from 'node:child_process';
import type { Json } from '../e2e/support/client.js';

/** Runs a script as a step of GitHub Actions does. @returns how it ended, and the JSON that it wrote */
export function bash(
  script: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly answer: Json }> {
  return new Promise((answer, refuse) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      env: { PATH: process.env.PATH ?? '', ...variables },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
    });
    child.once('error', refuse);
    child.once('close', (code) => {
      try {
        answer({ code, answer: JSON.parse(output) });
      } catch {
        refuse(new Error(`This is not JSON: ${output}`));
      }
    });
  });
}
