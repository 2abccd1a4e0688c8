// Ends a run of vitest that takes too long, and says what it was at.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';
import { below, endAll, marked, processes, signalAll } from './processes.mjs';

/** How long a process may take to say what it waits for. */
const REPORT_MS = 3_000;
const LEAVE_MS = 3_000;
const LOOK_MS = 250;
const seconds = (ms) => `${Math.round(ms / 1000)} s`;

/** Where a run of vitest leaves word of what it is at, and the mark its processes bear. */
export class Watch {
  #folder = mkdtempSync(join(tmpdir(), 'waymark-watch-'));
  #mark = `${process.pid}-${Date.now()}`;

  /** @param limits how long the run and each of its files may take, in minutes */
  constructor(limits, say) {
    this.limits = limits;
    this.say = say;
  }

  get environment() {
    return {
      TEST_RUN: this.#mark,
      TEST_RUNNING_IN: this.#folder,
      TEST_NODE_FLAGS: this.flags.join(' '),
    };
  }

  /** What makes a Node process write what it waits for when it gets SIGUSR2. */
  get flags() {
    return ['--report-on-signal', '--report-exclude-network', `--report-directory=${this.#folder}`];
  }

  /** @returns the code to exit with, once vitest has ended or was ended */
  async over(child) {
    const began = Date.now();
    let code;
    child.once('exit', (given) => {
      code = given ?? 1;
    });
    while (code === undefined) {
      const late = this.#late(began);
      if (late) {
        await this.#end(child.pid, late);
        code = 1;
      } else await passing(LOOK_MS);
    }
    await this.#sweep();
    rmSync(this.#folder, { recursive: true, force: true });
    return code;
  }

  /** What took too long; undefined: nothing. */
  #late(began) {
    const over = (since, minutes) => Date.now() - since > minutes * 60_000;
    const { run, file } = this.limits;
    if (over(began, run)) return `The tests took longer than ${run} minutes`;
    const slow = this.#running().find(({ since }) => over(since, file));
    return slow && `${slow.file} took longer than ${file} minutes`;
  }

  async #end(pid, late) {
    this.say(`${late}: the run is ended. Still running:`);
    for (const { file, since, at, atSince } of this.#running()) {
      const [whole, part] = [since, atSince].map((from) => seconds(Date.now() - from));
      this.say(`  ${file} for ${whole}: ${at} for ${part}`);
    }
    const all = [...processes().filter((one) => one.pid === pid), ...below(pid)];
    const asked = all.filter(({ command }) => command.includes('--report-on-signal'));
    signalAll(asked, 'SIGUSR2');
    await passing(REPORT_MS);
    for (const { pid: number, state, command } of all) {
      this.say(`Process ${number} (${state}): ${command.slice(0, 300)}`);
      for (const line of this.#waits(number)) this.say(`    waits for ${line}`);
    }
    endAll(all);
  }

  #running() {
    try {
      return JSON.parse(readFileSync(join(this.#folder, 'running.json'), 'utf8'));
    } catch {
      // nothing was said yet, or it is being written
      return [];
    }
  }

  /** What a process waits for that wrote its report: files and sockets, timers, other processes. */
  #waits(pid) {
    const name = readdirSync(this.#folder).find((one) => one.includes(`.${pid}.`));
    if (!name) return [];
    const { libuv } = JSON.parse(readFileSync(join(this.#folder, name), 'utf8'));
    const waits = libuv.filter((one) => one.is_active && one.is_referenced);
    return waits.map(({ type, pid: child, remoteEndpoint, filename, firesInMsFromNow }) =>
      [type, child, remoteEndpoint?.host, remoteEndpoint?.port, filename, firesInMsFromNow]
        .filter((part) => part !== undefined)
        .join(' '),
    );
  }

  /** Ends what the run has left behind, so that it keeps neither ports nor pipes. */
  async #sweep() {
    const line = `TEST_RUN=${this.#mark}`;
    const until = Date.now() + LEAVE_MS;
    let left = marked(line);
    while (left.length > 0 && Date.now() < until) {
      await passing(100);
      left = marked(line);
    }
    for (const { pid, command } of left) {
      this.say(`Left behind by the tests, and ended: process ${pid} (${command.slice(0, 200)})`);
    }
    endAll(left);
  }
}
