import { Badge } from '@mantine/core';
import { instantText } from '../time/words.js';
import { useLive } from './live-provider.js';

/** Says whether what is shown follows what is recorded, and since when not. */
export function LiveBadge() {
  const { state, lostAt } = useLive();
  if (state === 'lost') {
    const since = lostAt ? instantText(lostAt.toISOString()) : 'a moment ago';
    return (
      <Badge
        color="red"
        variant="filled"
        role="status"
        tt="none"
        title={`Shown as of ${since}. What was missed appears as soon as the server answers.`}
      >
        Connection lost, trying again …
      </Badge>
    );
  }
  return (
    <Badge
      variant="dot"
      color={state === 'live' ? 'teal' : 'gray'}
      role="status"
      tt="none"
      visibleFrom="sm"
      style={{ flex: 'none' }}
      title="What is recorded elsewhere appears here by itself"
    >
      {state === 'live' ? 'Live' : 'Connecting …'}
    </Badge>
  );
}
