import { SourceKindText } from '#lib/contracts';
import type { Instant } from '#lib/domain';

/** The tools whose deliveries are understood; `generic` is any other that can send JSON. */
export const SOURCE_KINDS = SourceKindText.options;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** One delivery of a tool, read into the shape that rules look at. */
export interface ToolDelivery {
  readonly kind: SourceKind;
  /** The tool's name for what happened, such as `issues` or `jira:issue_updated`. */
  readonly event: string;
  /** Names in lower case; secrets are not among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** What JSON can say: texts, numbers, true, false, null, lists and maps. */
  readonly payload: unknown;
  readonly receivedAt: Instant;
}
