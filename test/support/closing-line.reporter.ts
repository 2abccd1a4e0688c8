import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const SLOWEST = 10;

/** Ends a run with its slowest files, and with its counts on one plain line, for those who read logs by program. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: ReturnType<TestCase['result']>['state']) =>
      tests.filter((test) => test.result().state === state).length;
    // a file that could not be read has no tests to count
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    );
    const failed = count('failed') + broken.length;
    const lines = [
      ...slowest(modules),
      `Tests: ${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}

/** Those that took longest, with their share of what all files took: where time is to be won. */
function slowest(modules: readonly TestModule[]): readonly string[] {
  const timed = modules.map((module) => {
    const { collectDuration, duration } = module.diagnostic();
    return { file: relative(process.cwd(), module.moduleId), ms: collectDuration + duration };
  });
  if (timed.length <= SLOWEST) return [];
  const all = timed.reduce((sum, { ms }) => sum + ms, 0);
  const longest = timed.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST);
  return [
    `The ${SLOWEST} slowest of ${timed.length} files, of ${seconds(all)} in all:`,
    ...longest.map(({ file, ms }) => `${seconds(ms).padStart(8)}  ${file}`),
  ];
}

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
