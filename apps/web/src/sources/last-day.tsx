import { Group, Text } from '@mantine/core';
import { TextLink } from '../kit/links.js';
import { countText } from '../time/words.js';
import { STATUSES } from './search.js';
import { STATUS_TEXTS } from './status-badge.js';
import type { Source } from './tools.js';

/** The deliveries of the last 24 hours by where they stand, as links to them. */
export function LastDay({ source }: { readonly source: Pick<Source, 'name' | 'health'> }) {
  const { lastDay } = source.health;
  const told = STATUSES.filter((status) => lastDay[status] > 0);
  const all = STATUSES.reduce((sum, status) => sum + lastDay[status], 0);
  if (all === 0) return <Text size="sm">None</Text>;
  return (
    <>
      <Text size="sm">{countText(all, 'delivery', 'deliveries')}</Text>
      <Group gap="xs">
        {told.map((status) => (
          <TextLink
            key={status}
            to="/sources/$source"
            params={{ source: source.name }}
            search={{ status }}
            size="xs"
            underline="always"
          >
            {`${lastDay[status]} ${STATUS_TEXTS[status].title.toLowerCase()}`}
          </TextLink>
        ))}
      </Group>
    </>
  );
}
