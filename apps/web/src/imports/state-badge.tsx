import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Import } from './progress.js';
import { STATE_TEXTS } from './words.js';

const COLOURS = {
  ...{ waiting: 'gray', running: 'waymark', recorded: 'teal', refused: 'red' },
  ...{ undoing: 'waymark', undone: 'orange' },
} as const;

/** Where an import is. */
export function StateBadge({ one }: { readonly one: Pick<Import, 'state'> }): ReactElement {
  const { state } = one;
  return (
    <Badge variant="outline" tt="none" color={COLOURS[state]}>
      {STATE_TEXTS[state]}
    </Badge>
  );
}
