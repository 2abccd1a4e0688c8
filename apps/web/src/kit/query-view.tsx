import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FaultPanel } from './fault-panel.js';

interface QueryViewProps<Answer> {
  readonly query: UseQueryResult<Answer, unknown>;
  /** How high what is awaited will be, so that nothing jumps. */
  readonly height?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** What a query answered; while it is awaited a place of its size, and what went wrong if it did. */
export function QueryView<Answer>({ query, height = 160, children }: QueryViewProps<Answer>) {
  const { data, error, isPending, refetch } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (isPending) {
    return (
      <div aria-busy="true">
        <VisuallyHidden role="status">Loading …</VisuallyHidden>
        <Skeleton h={height} radius="md" />
      </div>
    );
  }
  return <FaultPanel thrown={error} onRetry={() => void refetch()} />;
}
