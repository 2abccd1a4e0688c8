import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { FaultPanel } from './fault-panel.js';

interface MoreProps {
  /** A list that is read page by page. */
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    readonly fetchNextPage: () => Promise<unknown>;
  };
  readonly label?: string;
}

/** Shows the next page of a list below those that are shown, or why it could not; nothing at the end. */
export function More({ query, label = 'Show more' }: MoreProps): ReactElement | null {
  const next = () => void query.fetchNextPage();
  if (query.isFetchNextPageError) return <FaultPanel thrown={query.error} onRetry={next} />;
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="default"
      style={{ alignSelf: 'center' }}
      loading={query.isFetchingNextPage}
      onClick={next}
    >
      {label}
    </Button>
  );
}
