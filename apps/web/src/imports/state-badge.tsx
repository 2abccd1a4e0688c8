import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Import, stateOf } from './progress.js';
import { STATE_TEXTS } from './words.js';

const COLOURS = {
  ...{ waiting: 'gray', running: 'waymark', recorded: 'teal', refused: 'red', undone: 'orange' },
} as const;

/** Where an import is. */
export function StateBadge({ one }: { readonly one: Import }): ReactElement {
  const state = stateOf(one);
  return (
    <Badge variant="outline" tt="none" color={COLOURS[state]}>
      {STATE_TEXTS[state]}
    </Badge>
  );
}
