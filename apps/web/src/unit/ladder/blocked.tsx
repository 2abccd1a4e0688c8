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
  // stages between that are not met block it as well, not the next one alone
  const alone = furthest.ordinal - next.ordinal === ahead.length;
  const missing = next.missing.filter(({ supporting }) => !supporting);
  return (
    <Alert
      color="orange"
      icon={<IconLock />}
      title={`Ahead, but below stage ${next.ordinal}, ${next.name}`}
    >
      <Text size="sm">
        By itself it has reached <b>{furthest.name}</b> ({rankText(furthest.ordinal, of)}). It{' '}
        {alone ? 'is blocked by' : 'counts once every stage below it is reached; first'}:{' '}
        {missing.map(({ says }) => says.replace(/\.$/, '')).join('; ')}.
      </Text>
    </Alert>
  );
}
