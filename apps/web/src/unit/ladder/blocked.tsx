import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { rankText } from '../../stages/scale.js';
import type { Standing } from './criteria.js';

interface BlockedProps {
  readonly standing: Standing;
  /** How many stages the model has. */
  readonly of: number;
}

/** Said of a unit that is further on than its stage: what it hangs on, and how far it is by itself. */
export function Blocked({ standing: { next, ahead }, of }: BlockedProps) {
  const furthest = ahead.at(-1);
  if (!next || !furthest) return null;
  const missing = next.missing.filter(({ supporting }) => !supporting);
  return (
    <Alert
      color="orange"
      icon={<IconLock />}
      title={`Ahead, but below stage ${next.ordinal}, ${next.name}`}
    >
      <Text size="sm">
        By itself it has reached <b>{furthest.name}</b> ({rankText(furthest.ordinal, of)}). It is
        blocked by: {missing.map(({ says }) => says.replace(/\.$/, '')).join('; ')}.
      </Text>
    </Alert>
  );
}
