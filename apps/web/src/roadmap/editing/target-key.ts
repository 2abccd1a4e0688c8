import type { Schemas } from '#lib/client';

type Goal = Schemas['TargetGoal'];

/** What a target of this goal is called in addresses. @param taken the keys of the unit's targets */
export function targetKeyOf(goal: Goal, taken: readonly string[] = []): string {
  const words = {
    milestone: [goal.milestone],
    stage: [goal.model, goal.stage],
    level: [goal.model, goal.dimension, goal.level],
    share: [goal.model, goal.stage, `${Math.round((goal.share ?? 0) * 100)}`],
  }[goal.kind];
  const key = words
    .filter((word) => word !== undefined)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}-${number}`)) number++;
  return `${key}-${number}`;
}

/** Whether two targets want the same. */
export function sameGoal(one: Goal, other: Goal): boolean {
  return (
    one.kind === other.kind &&
    one.milestone === other.milestone &&
    one.model === other.model &&
    one.stage === other.stage &&
    one.dimension === other.dimension &&
    one.level === other.level &&
    one.share === other.share
  );
}
