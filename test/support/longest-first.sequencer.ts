import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first: begun last, one of them would keep a worker busy alone. */
const LONGEST = [
  'test/browser/dashboard.spec.ts',
  'test/lifecycle/recovery.spec.ts',
  'test/lifecycle/start-and-stop.spec.ts',
  'test/browser/exchange.spec.ts',
  'test/cli/terminal.spec.ts',
  'test/oracle/oracle.spec.ts',
  'test/lifecycle/fresh-clone.spec.ts',
  'test/browser/first-run.spec.ts',
  'test/forecast/back-test.spec.ts',
  'test/e2e/fuzz.spec.ts',
  'test/integration/worker/worker.spec.ts',
  'test/integration/projections/standings.spec.ts',
  'test/browser/sign-in-pages.spec.ts',
  'test/lifecycle/erasure.spec.ts',
  'test/lifecycle/long-import.spec.ts',
  'test/tenancy/swap.spec.ts',
  'test/lifecycle/first-sign-in.spec.ts',
  'test/tenancy/beside.spec.ts',
  'test/tenancy/jobs.spec.ts',
  'test/browser/policies.spec.ts',
  'test/integrations/workers.spec.ts',
  'test/integration/rollups/pictures.spec.ts',
  'test/integration/advice/gaps.spec.ts',
] as const;

/** Begins with the files known to take longest, and goes on as vitest does. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

/** From 0 for the longest; all that are not listed are equal. */
function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`));
  return place < 0 ? LONGEST.length : place;
}
