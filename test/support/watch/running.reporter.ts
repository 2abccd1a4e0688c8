import { renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Reporter, ReportedHookContext, TestCase, TestModule } from 'vitest/node';

/** A file that runs this long is named, and again each minute. */
const LONG_MS = Number(process.env.TEST_LONG_SECONDS ?? 180) * 1000;
const AGAIN_MS = Math.min(60_000, LONG_MS);

interface Running {
  readonly file: string;
  readonly since: number;
  /** What it is at, and since when. */
  at: string;
  atSince: number;
  nextWord: number;
}

/** Says which files run for long and what they are at; keeps `running.json` in the folder `TEST_RUNNING_IN`. */
export default class StillRunning implements Reporter {
  private readonly running = new Map<string, Running>();
  private readonly folder = process.env.TEST_RUNNING_IN;
  private timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    this.timer = setInterval(() => this.look(), 1_000);
    this.timer.unref();
  }

  onTestRunEnd(): void {
    clearInterval(this.timer);
  }

  onTestModuleQueued(module: TestModule): void {
    const since = Date.now();
    const file = relative(process.cwd(), module.moduleId);
    const at = 'being read, before its first test';
    this.running.set(module.id, { file, since, at, atSince: since, nextWord: since + LONG_MS });
    this.keep();
  }

  onTestModuleStart(module: TestModule): void {
    this.isAt(module, 'between tests');
  }

  onTestModuleEnd(module: TestModule): void {
    this.running.delete(module.id);
    this.keep();
  }

  onTestCaseReady(test: TestCase): void {
    this.isAt(test.module, `"${test.fullName}"`);
  }

  onTestCaseResult(test: TestCase): void {
    this.isAt(test.module, `after "${test.fullName}"`);
  }

  onHookStart({ name, entity }: ReportedHookContext): void {
    const module = entity.type === 'module' ? entity : entity.module;
    const of = entity.type === 'module' ? 'the file' : `"${entity.fullName}"`;
    this.isAt(module, `${name} of ${of}`);
  }

  private isAt(module: TestModule, at: string): void {
    const one = this.running.get(module.id);
    if (one) Object.assign(one, { at, atSince: Date.now() });
  }

  private look(): void {
    const now = Date.now();
    for (const one of this.running.values()) {
      if (now < one.nextWord) continue;
      one.nextWord = now + AGAIN_MS;
      const [whole, part] = [one.since, one.atSince].map((from) => Math.round((now - from) / 1000));
      process.stdout.write(
        `Still running after ${whole} s: ${one.file}, for ${part} s ${one.at}\n`,
      );
    }
    this.keep();
  }

  private keep(): void {
    if (this.folder === undefined) return;
    const draft = join(this.folder, 'running.draft');
    writeFileSync(draft, JSON.stringify([...this.running.values()]));
    // whoever reads it finds it whole
    renameSync(draft, join(this.folder, 'running.json'));
  }
}
