import { Badge, Text } from '@mantine/core';
import type { Schemas } from '#lib/client';
import { StageBadge } from '../stages/stage-badge.js';
import { numberText } from '../time/words.js';

interface StandingMarkProps {
  /** Undefined: the unit has none in the model. */
  readonly standing: Schemas['Standing'] | undefined;
  /** How many stages the model has. */
  readonly of: number;
}

/** Where a unit stands in a model: its stage, or what the model has in its place. */
export function StandingMark({ standing, of }: StandingMarkProps) {
  if (!standing) {
    return (
      <Text span size="sm" c="dimmed">
        Not followed
      </Text>
    );
  }
  const { stage } = standing;
  if (stage && of > 0) return <StageBadge ordinal={stage.ordinal} of={of} name={stage.name} />;
  return (
    <Badge variant="default" radius="sm" size="lg" tt="none" fw={600}>
      {figureText(standing)}
    </Badge>
  );
}

/** Where a unit stands in a model without stages. */
function figureText({ checked, total, score, mean }: Schemas['Standing']): string {
  if (checked !== undefined && total !== undefined) {
    return `${numberText(checked)} of ${numberText(total)} checked`;
  }
  if (score !== undefined) return score === null ? 'No score' : `Score ${numberText(score)}`;
  return mean === undefined ? 'No stage' : `Level ${numberText(mean)} on average`;
}
