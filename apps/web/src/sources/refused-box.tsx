import { Alert, List, Text } from '@mantine/core';
import { IconShieldX } from '@tabler/icons-react';
import { TextLink } from '../kit/links.js';
import { countText, instantText } from '../time/words.js';
import { refusedSince } from './condition.js';
import type { Source } from './tools.js';

interface RefusedBoxProps {
  readonly source: Pick<Source, 'name' | 'health'>;
  /** Whether its settings are on another page than this. */
  readonly beside?: boolean;
}

/** What was sent to a source and not believed, why, and what to do; nothing where there is none. */
export function RefusedBox({ source: { name, health }, beside = false }: RefusedBoxProps) {
  const { refused } = health;
  if (refused.length === 0) return null;
  const lasts = refusedSince(health).length > 0;
  if (!lasts) {
    return (
      <details>
        <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
          Refused before; what came since was taken
        </Text>
        <Reasons refused={refused} />
      </details>
    );
  }
  return (
    <Alert
      color="orange"
      icon={<IconShieldX />}
      role="alert"
      title="Something was sent here and refused"
    >
      <Reasons refused={refused} />
      <Text size="sm" mt="xs">
        {beside ? 'Another secret is made in ' : 'Another secret is made under '}
        <TextLink
          to="/sources/$source"
          params={{ source: name }}
          search={{ part: 'settings' }}
          size="sm"
          underline="always"
        >
          {beside ? 'its settings' : 'Settings'}
        </TextLink>
        . Anybody can send to this address: where it was not your tool, there is nothing to do.
      </Text>
    </Alert>
  );
}

function Reasons({ refused }: Pick<Source['health'], 'refused'>) {
  return (
    <List size="sm" listStyleType="none" spacing="xs">
      {refused.map(({ reason, words, count, firstAt, lastAt }) => (
        <List.Item key={reason}>
          {words}
          <Text size="xs" c="dimmed">
            {whenText(count, instantText(firstAt), instantText(lastAt))}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

function whenText(count: number, first: string, last: string): string {
  const times = countText(count, 'time');
  return first === last ? `${times}, on ${last}` : `${times} since ${first}, the last on ${last}`;
}
