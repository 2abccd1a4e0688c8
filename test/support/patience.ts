/**
 * How long whatever shall come about is waited for, in milliseconds: as long as it may take on two cores with
 * three such suites beside. It costs nothing where it comes; only what must not take so long says a number of
 * its own. Tests have twice as long (vitest.config.ts).
 */
export const PATIENCE_MS = 60_000;
