import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

/** What a browser's trace says of its main thread, in milliseconds. */
export interface Traced {
  /** The longest that the page could not answer anybody. */
  readonly longestTask: number;
  /** How long tasks blocked it in all, beyond 50 ms each. */
  readonly blocked: number;
  /** Tasks of the renderer's main thread that were measured. */
  readonly tasks: number;
}

const LONG_MS = 50;

/** Records a trace of what a page does meanwhile. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Traced> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser.');
  await browser.startTracing(page, {
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
  });
  await work();
  const recorded = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return read(recorded.traceEvents);
}

function read(events: readonly TraceEvent[]): Traced {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const durations = events
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .filter(({ pid, tid }) => main.has(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000);
  return {
    longestTask: Math.max(0, ...durations),
    blocked: durations.reduce((sum, ms) => sum + Math.max(0, ms - LONG_MS), 0),
    tasks: durations.length,
  };
}
