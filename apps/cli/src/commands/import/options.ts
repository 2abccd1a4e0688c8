/** What was said on the command line. */
export interface ImportOptions {
  readonly kind?: string;
  readonly map?: readonly string[];
  readonly sheet?: string;
  readonly head?: string;
  readonly dates?: string;
  readonly dryRun?: boolean;
  readonly undo?: string;
  readonly reason?: string;
  readonly list?: boolean;
}
