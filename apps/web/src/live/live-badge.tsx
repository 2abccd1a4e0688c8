import { Badge, Tooltip } from '@mantine/core';
import { instantText } from '../time/words.js';
import { useLive } from './live-provider.js';

/** Says whether what is shown follows what is recorded, and since when not. */
export function LiveBadge() {
  const { state, lostAt } = useLive();
  if (state === 'lost') {
    const since = lostAt ? instantText(lostAt.toISOString()) : 'a moment ago';
    return (
      <Tooltip
        label={`Shown as of ${since}. What was missed appears as soon as the server answers.`}
      >
        <Badge color="red" variant="filled" role="status" tt="none">
          Connection lost, trying again …
        </Badge>
      </Tooltip>
    );
  }
  return (
    <Tooltip label="What is recorded elsewhere appears here by itself">
      <Badge
        variant="dot"
        color={state === 'live' ? 'teal' : 'gray'}
        role="status"
        tt="none"
        visibleFrom="sm"
      >
        {state === 'live' ? 'Live' : 'Connecting …'}
      </Badge>
    </Tooltip>
  );
}
