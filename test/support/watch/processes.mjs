// The processes of a run of tests, as /proc tells them; none where there is no /proc.
import { readdirSync, readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // it has ended meanwhile
    return '';
  }
};

/** Every process that runs: its number, its parent's, its state (Z: ended), its command line. */
export function processes() {
  let names = [];
  try {
    names = readdirSync('/proc');
  } catch {
    return [];
  }
  return names
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = read(`/proc/${name}/cmdline`).split('\0').join(' ').trim();
      return parent ? [{ pid: Number(name), parent: Number(parent), state, command }] : [];
    })
    .filter(({ state }) => state !== 'Z');
}

/** What a process has started and what those have, nearest first. */
export function below(pid) {
  const all = processes();
  const found = [];
  for (let level = [pid]; level.length > 0; ) {
    const next = all.filter(({ parent }) => level.includes(parent));
    found.push(...next);
    level = next.map((one) => one.pid);
  }
  return found;
}

/** The processes whose environment says `line` (`NAME=value`), whoever their parent is by now. */
export function marked(line) {
  return processes().filter(
    ({ pid }) => pid !== process.pid && read(`/proc/${pid}/environ`).split('\0').includes(line),
  );
}

/** Sends a signal to each that is still there. */
export function signalAll(some, signal) {
  for (const { pid } of some) {
    try {
      process.kill(pid, signal);
    } catch {
      // it has ended meanwhile
    }
  }
}

/** A PostgreSQL cleans up its shared memory when it is told to stop at once; not when it is killed. */
export function endAll(some) {
  const isPostgres = ({ command }) => /\/postgres -D /.test(command);
  signalAll(some.filter(isPostgres), 'SIGQUIT');
  signalAll(
    some.filter((one) => !isPostgres(one)),
    'SIGKILL',
  );
}
