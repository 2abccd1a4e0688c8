import { below, isMap } from './fault-list.js';
import { readyMade } from './ready-made/ready-made.js';
import type { SourceKind } from './tool-delivery.js';

/** A milestone that a rule names outright, and where. */
export interface FixedMilestone {
  readonly milestone: string;
  /** RFC 6901 pointer, from the list of rules. */
  readonly pointer: string;
}

/**
 * The milestones that the rules of a mapping name outright: those that are found by expressions are
 * known only once something was sent.
 * @param rules of a mapping that can be used
 */
export function fixedMilestones(
  kind: SourceKind,
  rules: readonly unknown[],
): readonly FixedMilestone[] {
  return rules.flatMap((rule, index) => {
    const pointer = below('', index);
    if (!isMap(rule)) return [];
    const said = isMap(rule.with) ? rule.with : {};
    return [
      ...named(rule.milestone, below(pointer, 'milestone')),
      ...parametersOf(kind, rule.use).flatMap((name) =>
        named(said[name], below(below(pointer, 'with'), name)),
      ),
    ];
  });
}

/** The parameters of a ready-made rule that name milestones. */
function parametersOf(kind: SourceKind, use: unknown): readonly string[] {
  const used = readyMade(kind).find((one) => one.use === use);
  return Object.entries(used?.with ?? {}).flatMap(([name, { type }]) =>
    type === 'milestone' || type === 'milestones' ? [name] : [],
  );
}

/** One that is written there, or those of a table. */
function named(value: unknown, pointer: string): readonly FixedMilestone[] {
  if (typeof value === 'string') return [{ milestone: value, pointer }];
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, milestone]) =>
    key !== 'cel' && typeof milestone === 'string'
      ? [{ milestone, pointer: below(pointer, key) }]
      : [],
  );
}
