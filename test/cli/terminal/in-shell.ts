import { spawn } from 'node:child_process';
import { ended } from './terminal.js';
import type { Said } from './terminal.js';

/** Runs lines of a shell as somebody pastes them. */
export function inShell(
  script: string,
  variables: Readonly<Record<string, string>>,
): Promise<Said> {
  const path = { PATH: process.env.PATH ?? '' };
  const child = spawn('bash', ['--noprofile', '--norc', '-s'], { env: { ...path, ...variables } });
  child.stdin.end(script);
  return ended(child);
}
