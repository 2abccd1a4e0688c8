import { readdir, readlink, realpath, rm } from 'node:fs/promises';
import { until } from '../process/identity.js';

/** Whether the process works in that folder, as every process of a PostgreSQL server does in its own. */
export async function runsIn(pid: number, folder: string): Promise<boolean> {
  // elsewhere the number in the pid file is all there is
  if (process.platform !== 'linux') return true;
  return (await workingFolder(pid)) === (await realpath(folder));
}

/**
 * Puts away the pid file of a server that was killed. PostgreSQL would do so itself, but takes a
 * number that now belongs to another program, or to a process nobody has waited for, for its own.
 * The file also keeps a new server from starting while processes of the old one still write: so it
 * goes only when none is left.
 */
export async function clearAway(folder: string, pidFile: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const wanted = await realpath(folder);
  const nobody = await until(async () => (await workersIn(wanted)).length === 0, 10_000);
  if (!nobody) for (const pid of await workersIn(wanted)) process.kill(pid, 'SIGKILL');
  if (await until(async () => (await workersIn(wanted)).length === 0, 5_000)) {
    await rm(pidFile, { force: true });
  }
}

async function workersIn(folder: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const folders = await Promise.all(pids.map(workingFolder));
  return pids.filter((_, index) => folders[index] === folder);
}

async function workingFolder(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}
